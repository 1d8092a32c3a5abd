import { cn } from '@loctelli/core/web';
import type { LabelTone } from '../contract.ts';

const tones: Record<LabelTone, string> = {
  neutral: 'bg-muted',
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  info: 'bg-info',
};

/** A label's colour beside its name. */
export const ToneDot = ({ tone, className }: { tone: LabelTone; className?: string }) => <span aria-hidden className={cn('size-2.5 shrink-0 rounded-full', tones[tone], className)} />;
