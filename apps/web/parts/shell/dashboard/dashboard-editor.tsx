'use client';
import { useState } from 'react';
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates, useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ArrowLeft, ArrowRight, Ellipsis, GripVertical, Plus, RotateCcw, Trash2, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../../core/web/api-client/core-api.ts';
import type { PreferenceState } from '../../../../../core/web/data/preference.ts';
import { useApiMutation } from '../../../../../core/web/data/mutation.ts';
import { useCan } from '../../../../../core/web/shell/session.tsx';
import { buttonClass } from '../../../../../core/web/ui/button-class.ts';
import { Menu } from '../../../../../core/web/ui/menu.tsx';
import { toast } from '../../../../../core/web/ui/toast.tsx';
import { visible, type Arrangement, type Placed, type Size } from './arrange.ts';
import { add, move, remove, resize, toArrangement } from './rearrange.ts';
import { useAnnouncements } from './use-announcements.ts';
import type { Widget } from './use-widgets.ts';
import { WidgetGallery } from './widget-gallery.tsx';
import { gridClass, WidgetCard } from './widget-card.tsx';

interface Props {
  available: Widget[];
  list: Placed[];
  kept: PreferenceState<Arrangement>;
}

/** The dashboard while it is arranged: by drag, or by each widget's menu. Each change is kept at once. */
export default function DashboardEditor({ available, list, kept }: Props) {
  const t = useTranslations('core.dashboard');
  const ui = useTranslations('core.ui');
  const [gallery, setGallery] = useState(false);
  const [spoken, setSpoken] = useState('');
  const canShare = useCan('dashboard.arrange');
  const shown = visible(list, available);
  const byId = new Map(available.map((widget) => [widget.id, widget]));
  const nameOf = (id: string) => byId.get(id)?.title ?? '';
  const save = (next: Placed[]) => kept.set(toArrangement(next, available, kept.value));
  const share = useApiMutation(() => coreApi.preferences.setDefault('dashboard', toArrangement(list, available, kept.value) as never), { onSuccess: () => toast.success(t('savedDefault')) });
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const moveTo = (id: string, place: number) => {
    save(move(list, available, id, place));
    setSpoken(t('moved', { name: nameOf(id), place: place + 1, count: shown.length }));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) save(move(list, available, String(active.id), shown.findIndex(({ id }) => id === over.id)));
  };
  const takeAway = (id: string) => {
    save(remove(list, id));
    toast.show(t('removed', { name: nameOf(id) }), { undo: { label: ui('undo'), run: () => save(list) } });
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-dashed border-line-strong px-4 py-3">
        <p className="min-w-0 flex-1 basis-64 text-muted">{t('arrangingText')}</p>
        <div className="flex flex-wrap gap-2">
          {kept.from === 'own' && (
            <button type="button" className={buttonClass('ghost')} onClick={() => (kept.clear(), toast.show(t('resetDone'), { undo: { label: ui('undo'), run: () => save(list) } }))}>
              <RotateCcw aria-hidden />
              {t('reset')}
            </button>
          )}
          {canShare && (
            <button type="button" className={buttonClass('ghost')} onClick={() => share.mutate()}>
              <Users aria-hidden />
              {t('saveDefault')}
            </button>
          )}
          <button type="button" className={buttonClass()} onClick={() => setGallery(true)}>
            <Plus aria-hidden />
            {t('add')}
          </button>
        </div>
      </div>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={useAnnouncements(shown, nameOf)}>
        <SortableContext items={shown.map(({ id }) => id)} strategy={rectSortingStrategy}>
          <div className={gridClass}>
            {shown.map(({ id, size }, place) => (
              <Sortable
                key={id}
                widget={byId.get(id)!}
                size={size}
                place={place}
                count={shown.length}
                onMove={(to) => moveTo(id, to)}
                onResize={(next) => save(resize(list, id, next))}
                onRemove={() => takeAway(id)}
              />
            ))}
          </div>
        </SortableContext>
      </DndContext>
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
      <WidgetGallery
        open={gallery}
        onOpenChange={setGallery}
        widgets={available.filter(({ id }) => !shown.some((one) => one.id === id))}
        onAdd={(widget) => {
          save(add(list, widget));
          setSpoken(t('added', { name: widget.title }));
        }}
      />
    </>
  );
}

interface SortableProps {
  widget: Widget;
  size: Size;
  place: number;
  count: number;
  onMove: (place: number) => void;
  onResize: (size: Size) => void;
  onRemove: () => void;
}

/** The width of each, as the menu has it. */
const widthOf: Record<Size, 'small' | 'medium' | 'large'> = { small: 'small', tall: 'small', wide: 'medium', medium: 'medium', large: 'large' };

function Sortable({ widget, size, place, count, onMove, onResize, onRemove }: SortableProps) {
  const t = useTranslations('core.dashboard');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: widget.id });
  const groups = [
    {
      items: [
        { id: 'earlier', label: t('moveEarlier'), icon: <ArrowLeft aria-hidden className="rtl:-scale-x-100" />, disabled: place === 0, onSelect: () => onMove(place - 1) },
        { id: 'later', label: t('moveLater'), icon: <ArrowRight aria-hidden className="rtl:-scale-x-100" />, disabled: place === count - 1, onSelect: () => onMove(place + 1) },
      ],
    },
    { label: t('size'), items: (['small', 'medium', 'large'] as const).map((one) => ({ id: one, label: t(one), checked: widthOf[size] === one, onSelect: () => onResize(one) })) },
    { items: [{ id: 'remove', label: t('remove'), icon: <Trash2 aria-hidden />, danger: true, onSelect: onRemove }] },
  ];
  return (
    <WidgetCard
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={isDragging ? 'relative z-1 shadow-float' : 'border-line-strong'}
      widget={widget}
      size={size}
      actions={
        <>
          <button type="button" ref={setActivatorNodeRef} {...attributes} {...listeners} aria-label={t('drag', { name: widget.title })} className={buttonClass('ghost', 'icon-sm', 'cursor-grab touch-none text-muted active:cursor-grabbing')}>
            <GripVertical aria-hidden />
          </button>
          <Menu
            groups={groups}
            trigger={
              <button type="button" aria-label={t('widgetMenu', { name: widget.title })} className={buttonClass('ghost', 'icon-sm', 'text-muted')}>
                <Ellipsis aria-hidden />
              </button>
            }
          />
        </>
      }
    />
  );
}
