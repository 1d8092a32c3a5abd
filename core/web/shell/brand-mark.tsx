import { clsx } from 'clsx';

/** The tenant's logo, or its first letter in its colour, with its name. */
export function BrandMark({ name, logo, size = 'md', hideName }: { name: string; logo: string | null; size?: 'md' | 'lg'; hideName?: boolean }) {
  const large = size === 'lg';
  return (
    <span className={clsx('flex min-w-0 items-center', large ? 'flex-col gap-3' : 'gap-2.5')}>
      {logo ? (
        <img src={logo} alt="" className={clsx('w-auto shrink-0 object-contain', large ? 'h-12 max-w-56' : 'h-7 max-w-28')} />
      ) : (
        <span aria-hidden className={clsx('grid shrink-0 place-items-center rounded-md bg-accent font-bold text-on-accent', large ? 'size-12 text-xl' : 'size-7 text-base')}>
          {[...name][0]?.toLocaleUpperCase()}
        </span>
      )}
      {!hideName && <span className={clsx('truncate font-semibold tracking-tight', large ? 'text-lg' : 'text-base')}>{name}</span>}
    </span>
  );
}
