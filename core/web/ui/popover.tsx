'use client';
import type { ReactElement, ReactNode } from 'react';
import { Popover as BasePopover } from '@base-ui/react/popover';
import { cn } from './cn.ts';
import { popupClass } from './popup.ts';

export interface PopoverProps {
  trigger: ReactElement;
  /** Names it for screen readers; shown with `showTitle`. */
  title: ReactNode;
  showTitle?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  className?: string;
  children: ReactNode;
}

/** A small panel beside what opened it, for a choice or a short form. */
export function Popover({ trigger, title, showTitle, open, onOpenChange, align = 'start', side = 'bottom', className, children }: PopoverProps) {
  return (
    <BasePopover.Root open={open} onOpenChange={onOpenChange}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={4} collisionPadding={8} align={align} side={side} className="z-10 outline-none">
          <BasePopover.Popup className={cn(popupClass, 'max-h-(--available-height) max-w-(--available-width) overflow-y-auto p-3', className)}>
            <BasePopover.Title className={showTitle ? 'mb-2 text-sm font-medium' : 'sr-only'}>{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
