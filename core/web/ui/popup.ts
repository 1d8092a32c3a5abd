import { cn } from './cn.ts';

/** Look of everything that floats: menus, lists, popovers. */
export const popupClass = cn(
  'origin-(--transform-origin) rounded-lg border border-line bg-raised text-fg shadow-float outline-none',
  'transition-[scale,opacity] duration-120 ease-out data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0',
);

export const itemClass = cn(
  'relative flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none',
  'data-highlighted:bg-hover data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
);
