import { cn } from './cn.ts';

const sizes = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-12 text-base' };

/** Initials of a person or company. Decorative: the name stands beside it. */
export function Avatar({ name, size = 'md', className }: { name: string; size?: keyof typeof sizes; className?: string }) {
  return (
    <span aria-hidden className={cn('grid shrink-0 select-none place-items-center rounded-full bg-accent-soft font-semibold text-on-accent-soft', sizes[size], className)}>
      {initials(name)}
    </span>
  );
}

/** First letters of the first and last word, by whole characters of any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
