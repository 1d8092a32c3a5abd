import { cn } from './cn.ts';
import { initials } from './initials.ts';

export { initials };

const sizes = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-12 text-base' };

/** Initials of a person or company. Decorative: the name stands beside it. */
export function Avatar({ name, size = 'md', className }: { name: string; size?: keyof typeof sizes; className?: string }) {
  return (
    <span aria-hidden className={cn('grid shrink-0 select-none place-items-center rounded-full bg-accent-soft font-semibold text-on-accent-soft', sizes[size], className)}>
      {initials(name)}
    </span>
  );
}
