'use client';
import { useRef, useState } from 'react';
import { ArrowLeft, ArrowRight, Download, Ellipsis, FileImage, GripVertical, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Menu, type MenuGroup } from '@loctelli/core/web';
import { tileSizes, type Answers, type Tile } from '../../contract.ts';
import { gridClass, TileCard, titleOf } from '../tiles/tile-card.tsx';
import type { Opened } from '../tiles/types.ts';

interface Props {
  tiles: readonly Tile[];
  answers: Answers | undefined;
  onOpen: (opened: Opened) => void;
  onCsv: (tile: Tile) => void;
  onPng: (tile: Tile, node: HTMLElement) => void;
  /** Absent where the reader may not change the dashboard. */
  edit?: { onEdit: (tile: Tile) => void; onChange: (tiles: Tile[], what: 'moved' | 'removed' | 'sized') => void } | undefined;
}

/** The tiles of a dashboard: moved by dragging their handle, or by their menu, which does all else as well. */
export function TileGrid({ tiles, answers, onOpen, onCsv, onPng, edit }: Props) {
  const t = useTranslations('analytics.dashboard');
  const [dragged, setDragged] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const nodes = useRef(new Map<string, HTMLElement>());
  const answerOf = (tile: Tile) => answers?.items.find(({ tileId }) => tileId === tile.id);
  const nameOf = (tile: Tile) => titleOf(tile, answerOf(tile)) || t('tile');
  const move = (id: string, place: number) => {
    const rest = tiles.filter((tile) => tile.id !== id);
    const tile = tiles.find((one) => one.id === id);
    if (!tile || tiles[place]?.id === id) return;
    edit?.onChange([...rest.slice(0, place), tile, ...rest.slice(place)], 'moved');
    setSpoken(t('movedTo', { name: nameOf(tile), place: place + 1, count: tiles.length }));
  };
  const menuOf = (tile: Tile, place: number): MenuGroup[] => [
    ...(edit
      ? [
          { items: [{ id: 'edit', label: t('edit'), icon: <Pencil aria-hidden />, onSelect: () => edit.onEdit(tile) }] },
          {
            items: [
              { id: 'earlier', label: t('earlier'), icon: <ArrowLeft aria-hidden className="rtl:-scale-x-100" />, disabled: place === 0, onSelect: () => move(tile.id, place - 1) },
              { id: 'later', label: t('later'), icon: <ArrowRight aria-hidden className="rtl:-scale-x-100" />, disabled: place === tiles.length - 1, onSelect: () => move(tile.id, place + 1) },
            ],
          },
          { label: t('size'), items: tileSizes.map((size) => ({ id: size, label: t(`sizes.${size}`), checked: tile.size === size, onSelect: () => edit.onChange(tiles.map((one) => (one.id === tile.id ? { ...one, size } : one)), 'sized') })) },
        ]
      : []),
    {
      items: [
        { id: 'csv', label: t('csv'), icon: <Download aria-hidden />, onSelect: () => onCsv(tile) },
        { id: 'png', label: t('png'), icon: <FileImage aria-hidden />, onSelect: () => nodes.current.get(tile.id) && onPng(tile, nodes.current.get(tile.id)!) },
      ],
    },
    ...(edit ? [{ items: [{ id: 'remove', label: t('remove'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => edit.onChange(tiles.filter((one) => one.id !== tile.id), 'removed') }] }] : []),
  ];
  return (
    <>
      <div className={gridClass}>
        {tiles.map((tile, place) => (
          <div key={tile.id} className="contents" onDragOver={(event) => dragged && event.preventDefault()} onDrop={() => dragged && move(dragged, place)}>
            <TileCard
              ref={(node) => void (node ? nodes.current.set(tile.id, node) : nodes.current.delete(tile.id))}
              tile={tile}
              answer={answerOf(tile)}
              range={answers?.range}
              onOpen={onOpen}
              className={dragged === tile.id ? 'opacity-50' : dragged ? 'border-dashed border-line-strong' : ''}
              start={
                edit && (
                  <span
                    draggable
                    aria-hidden
                    data-handle
                    title={t('drag')}
                    onDragStart={(event) => {
                      event.dataTransfer.effectAllowed = 'move';
                      event.dataTransfer.setData('text/plain', tile.id);
                      if (nodes.current.get(tile.id)) event.dataTransfer.setDragImage(nodes.current.get(tile.id)!, 20, 20);
                      setDragged(tile.id);
                    }}
                    onDragEnd={() => setDragged(null)}
                    className="-ms-3 grid size-6 shrink-0 cursor-grab place-items-center text-subtle max-sm:hidden [&_svg]:size-4"
                  >
                    <GripVertical />
                  </span>
                )
              }
              actions={
                <Menu
                  groups={menuOf(tile, place)}
                  trigger={
                    <Button variant="ghost" size="icon-sm" className="text-muted" aria-label={t('tileMenu', { name: nameOf(tile) })}>
                      <Ellipsis aria-hidden />
                    </Button>
                  }
                />
              }
            />
          </div>
        ))}
      </div>
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </>
  );
}
