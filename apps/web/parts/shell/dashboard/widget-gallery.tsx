'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '../../../../../core/web/ui/button-class.ts';
import { Dialog } from '../../../../../core/web/ui/dialog.tsx';
import { EmptyState } from '../../../../../core/web/ui/empty-state.tsx';
import type { Widget } from './use-widgets.ts';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  widgets: Widget[];
  onAdd: (widget: Widget) => void;
}

/** The widgets that could be on the dashboard and are not. */
export function WidgetGallery({ open, onOpenChange, widgets, onAdd }: Props) {
  const t = useTranslations('core.dashboard');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('galleryTitle')} description={t('galleryText')}>
      {widgets.length === 0 ? (
        <EmptyState compact title={t('galleryEmpty')} />
      ) : (
        <ul className="flex flex-col gap-2">
          {widgets.map((widget) => (
            <li key={widget.id} className="flex items-center gap-4 rounded-lg border px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  {widget.title} <span className="ms-1 text-sm font-normal text-muted">{widget.plugin}</span>
                </p>
                <p className="text-sm text-muted">{widget.description}</p>
              </div>
              <button type="button" aria-label={t('addNamed', { name: widget.title })} onClick={() => onAdd(widget)} className={buttonClass('secondary', 'icon')}>
                <Plus aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
