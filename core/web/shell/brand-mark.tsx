import { clsx } from 'clsx';

interface Props {
  name: string;
  logo: string | null;
  /** Takes its place on dark surfaces. */
  logoDark?: string | null;
  size?: 'md' | 'lg';
  hideName?: boolean;
}

/** The tenant's logo, or its first letter in its colour, with its name. */
export function BrandMark({ name, logo, logoDark, size = 'md', hideName }: Props) {
  const large = size === 'lg';
  const look = clsx('w-auto shrink-0 object-contain', large ? 'h-12 max-w-56' : 'h-7 max-w-28');
  return (
    <span className={clsx('flex min-w-0 items-center', large ? 'flex-col gap-3' : 'gap-2.5')}>
      {logo && logoDark ? (
        // Which of the two is seen is for the style sheet to say: the theme is known there before any script runs.
        <>
          <img src={logo} alt="" className={look} style={{ display: 'var(--logo-light)' }} />
          <img src={logoDark} alt="" loading="lazy" className={look} style={{ display: 'var(--logo-dark)' }} />
        </>
      ) : logo ? (
        <img src={logo} alt="" className={look} />
      ) : (
        <span aria-hidden className={clsx('grid shrink-0 place-items-center rounded-md bg-accent font-bold text-on-accent', large ? 'size-12 text-xl' : 'size-7 text-base')}>
          {[...name][0]?.toLocaleUpperCase()}
        </span>
      )}
      {!hideName && <span className={clsx('truncate font-semibold tracking-tight', large ? 'text-lg' : 'text-base')}>{name}</span>}
    </span>
  );
}
