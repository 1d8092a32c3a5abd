'use client';
import type { ReactElement, ReactNode } from 'react';
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import { cn } from './cn.ts';
import { Kbd } from './kbd.tsx';
import { popupClass } from './popup.ts';

export interface TooltipProps {
  /** What the element does; never the only place that says it: give an icon button its `aria-label` as well. */
  text: ReactNode;
  /** Keys that do the same, such as `['g', 'c']`. */
  keys?: readonly string[];
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  children: ReactElement;
}

/** A word of explanation while something is pointed at or has the focus. */
export function Tooltip({ text, keys, side = 'top', children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger delay={400} render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner sideOffset={6} side={side} className="z-20">
          <BaseTooltip.Popup className={cn(popupClass, 'flex max-w-64 items-center gap-2 rounded-md px-2.5 py-1.5 text-sm')}>
            {text}
            {keys && <Kbd keys={keys} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
