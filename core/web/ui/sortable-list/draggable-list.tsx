'use client';
import type { ReactNode } from 'react';
import { closestCenter, DndContext, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide-react';
import { cn } from '../cn.ts';
import { MoveButtons } from './move-buttons.tsx';
import { moved } from './order.ts';
import type { SortableListProps } from './sortable-list.tsx';

export default function DraggableList<Item>(props: SortableListProps<Item>) {
  const { items, itemId, onOrder, label, disabled, tall, children } = props;
  const ids = items.map(itemId);
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 4 } }), useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ screenReaderInstructions: { draggable: '' }, announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined } }}
      onDragEnd={({ active, over }) => {
        const [from, to] = [ids.indexOf(String(active.id)), over ? ids.indexOf(String(over.id)) : -1];
        if (from >= 0 && to >= 0 && from !== to) onOrder(moved(items, from, to));
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol aria-label={label} className="divide-y divide-line rounded-lg border bg-surface">
          {items.map((item, index) => (
            <Line key={ids[index]} id={ids[index]!} disabled={disabled} tall={tall} buttons={<MoveButtons {...props} index={index} />}>
              {children(item)}
            </Line>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function Line({ id, disabled, tall, buttons, children }: { id: string; disabled?: boolean; tall?: boolean; buttons: ReactNode; children: ReactNode }) {
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id, disabled });
  return (
    <li ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }} className={cn('flex items-center gap-2 bg-surface p-1.5', tall && 'items-start gap-1', isDragging && 'relative z-1 rounded-md shadow-float')}>
      {/* For the pointer alone: the buttons at the end do the same by keyboard. */}
      <span aria-hidden {...listeners} className={cn('grid size-6 shrink-0 touch-none place-items-center text-subtle', tall && 'mt-0.5', !disabled && 'cursor-grab hover:text-fg')}>
        <GripVertical className="size-4" />
      </span>
      <span className="min-w-0 flex-1">{children}</span>
      {buttons}
    </li>
  );
}
