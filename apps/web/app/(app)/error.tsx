'use client';
import { Suspense } from 'react';
import { late } from '../../../../core/web/slots/late.tsx';

const Crash = late(async () => ({ default: (await import('../../parts/shell/crash.tsx')).Crash }));

export default function AppError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Suspense>
      <Crash {...props} />
    </Suspense>
  );
}
