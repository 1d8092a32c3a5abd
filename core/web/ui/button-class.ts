import { clsx } from 'clsx';

export const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  secondary: 'bg-surface text-fg border-line-strong/50 hover:bg-hover',
  ghost: 'bg-transparent text-fg border-transparent hover:bg-hover',
  danger: 'bg-danger text-on-danger border-transparent hover:opacity-90',
};
export const sizes = {
  sm: 'h-[calc(var(--control)-6px)] px-2.5 text-sm gap-1.5',
  md: 'h-control px-3.5 gap-2',
  icon: 'size-control shrink-0',
  'icon-sm': 'size-[calc(var(--control)-6px)] shrink-0',
};

/** The look alone, for a link that is drawn as a button. */
export const buttonClass = (variant: keyof typeof looks = 'secondary', size: keyof typeof sizes = 'md', extra?: string) =>
  clsx(
    'relative inline-flex select-none items-center justify-center rounded-button border text-base font-medium whitespace-nowrap transition-colors duration-150',
    'disabled:cursor-default disabled:opacity-55 data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    sizes[size],
    looks[variant],
    extra,
  );
