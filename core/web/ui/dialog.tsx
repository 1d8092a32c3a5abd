'use client';
import { useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { AlertDialog as BaseAlert } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';
import { cn } from './cn.ts';

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Element that opens it, when it is not controlled. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end; a form's own buttons may sit in `children` instead. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  children?: ReactNode;
}

const scrimClass = 'fixed inset-0 min-h-dvh bg-scrim/45 transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0';
const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' };
const panelClass = cn(
  'fixed inset-x-0 bottom-0 mx-auto flex max-h-[90dvh] w-full flex-col rounded-t-lg border border-line bg-raised text-fg shadow-float outline-none',
  'sm:inset-x-4 sm:bottom-auto sm:top-[min(12dvh,8rem)] sm:max-h-[76dvh] sm:w-auto sm:rounded-lg',
  'transition-[opacity,translate] duration-150 data-starting-style:translate-y-2 data-starting-style:opacity-0 data-ending-style:translate-y-2 data-ending-style:opacity-0',
);

/**
 * What had the focus when a dialog opened, to give it back. Noted while rendering: a field with `autoFocus` takes the focus before any
 * effect could look.
 */
function useOpener(open: boolean | undefined): RefObject<HTMLElement | null> {
  const opener = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);
  if (open && !wasOpen.current && typeof document !== 'undefined') opener.current = document.activeElement as HTMLElement | null;
  wasOpen.current = Boolean(open);
  return opener;
}

export function Dialog({ open, onOpenChange, trigger, title, description, footer, size = 'md', children }: DialogProps) {
  const t = useTranslations('core.ui');
  const opener = useOpener(open);
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={scrimClass} />
        <BaseDialog.Popup finalFocus={trigger ? undefined : opener} className={cn(panelClass, widths[size])}>
          <header className="flex items-start gap-4 px-5 pt-4 pb-1">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              {description && <BaseDialog.Description className="mt-1 text-muted">{description}</BaseDialog.Description>}
            </div>
            <BaseDialog.Close render={<Button variant="ghost" size="icon-sm" aria-label={t('close')} className="-me-2" />}>
              <X aria-hidden />
            </BaseDialog.Close>
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

export interface ConfirmProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  /** Says what happens, such as "Deactivate Dana". */
  action: string;
  onConfirm: () => unknown;
  busy?: boolean;
  danger?: boolean;
}

/** Asks before something that cannot be undone with one press. */
export function ConfirmDialog({ open, onOpenChange, title, description, action, onConfirm, busy, danger }: ConfirmProps) {
  const t = useTranslations('core.ui');
  return (
    <BaseAlert.Root open={open} onOpenChange={onOpenChange}>
      <BaseAlert.Portal>
        <BaseAlert.Backdrop className={scrimClass} />
        <BaseAlert.Popup className={cn(panelClass, widths.sm)}>
          <div className="p-5">
            <BaseAlert.Title className="text-lg font-semibold">{title}</BaseAlert.Title>
            <BaseAlert.Description className="mt-1.5 text-muted">{description}</BaseAlert.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <BaseAlert.Close render={<Button variant="secondary" />}>{t('cancel')}</BaseAlert.Close>
              <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => onConfirm()}>
                {action}
              </Button>
            </div>
          </div>
        </BaseAlert.Popup>
      </BaseAlert.Portal>
    </BaseAlert.Root>
  );
}

/** A panel from the end of the line: details or a form beside the page it belongs to. */
export function Drawer({ open, onOpenChange, trigger, title, description, footer, children, side = 'end' }: DialogProps & { side?: 'start' | 'end' }) {
  const t = useTranslations('core.ui');
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={scrimClass} />
        <BaseDialog.Popup
          className={cn(
            'fixed inset-y-0 flex w-full max-w-md flex-col border-line bg-raised text-fg shadow-float outline-none transition-[opacity,translate] duration-200 ease-out',
            'data-starting-style:opacity-0 data-ending-style:opacity-0',
            side === 'end'
              ? 'end-0 border-s data-starting-style:translate-x-8 data-ending-style:translate-x-8 rtl:data-starting-style:-translate-x-8 rtl:data-ending-style:-translate-x-8'
              : 'start-0 max-w-72 border-e data-starting-style:-translate-x-8 data-ending-style:-translate-x-8 rtl:data-starting-style:translate-x-8 rtl:data-ending-style:translate-x-8',
          )}
        >
          <header className="flex items-center gap-4 border-b px-5 py-3">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="truncate text-lg font-semibold">{title}</BaseDialog.Title>
              {description && <BaseDialog.Description className="text-muted">{description}</BaseDialog.Description>}
            </div>
            <BaseDialog.Close render={<Button variant="ghost" size="icon-sm" aria-label={t('close')} className="-me-2" />}>
              <X aria-hidden />
            </BaseDialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
