import { cn } from '@loctelli/core/web';

/** The theme's colours are counted from one, event types' from nought. */
export const colourOf = (colour: number): string => `var(--chart-${(colour % 8) + 1})`;

/** The sign of an event type, beside its name. */
export const ColourDot = ({ colour, className }: { colour: number; className?: string }) => (
  <span aria-hidden className={cn('inline-block size-2.5 shrink-0 rounded-full', className)} style={{ background: colourOf(colour) }} />
);
