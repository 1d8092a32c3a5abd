'use client';
import { useEffect } from 'react';
import { useTranslations } from 'next-intl';
import { isProblem } from '../../../../core/web/api-client/problem.ts';
import { http } from '../../../../core/web/api-client/session.ts';
import { Spinner } from '../../../../core/web/ui/spinner.tsx';

/** Renews the session and goes on to the page that was asked for; to the sign-in form only if the server refuses. */
export function Resume({ next }: { next: string }) {
  const t = useTranslations('core.auth');
  useEffect(() => {
    let tries = 0;
    const renew = () =>
      http.post('/auth/refresh', { body: {} }).then(
        () => location.replace(next),
        (error: unknown) => {
          if (isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429) location.replace(`/sign-in?next=${encodeURIComponent(next)}`);
          else setTimeout(renew, Math.min(8000, 500 * 2 ** tries++));
        },
      );
    void renew();
  }, [next]);
  return (
    <main className="grid min-h-dvh place-items-center text-muted" aria-busy="true">
      <p role="status" className="flex items-center gap-2.5">
        <Spinner /> {t('resuming')}
      </p>
    </main>
  );
}
