import { cn } from './cn.ts';

/** Keys to press, one after another: `['g', 'c']`. */
export function Kbd({ keys, className }: { keys: readonly string[]; className?: string }) {
  return (
    <span dir="ltr" className={cn('inline-flex gap-1', className)}>
      {keys.map((key, index) => (
        <kbd key={index} className="grid h-5 min-w-5 place-items-center rounded-sm border bg-sunken px-1 font-sans text-xs text-muted">
          {key}
        </kbd>
      ))}
    </span>
  );
}
