'use client';
import { useLocale, useTranslations } from 'next-intl';
import { toast, useApiMutation } from '@loctelli/core/web';
import type { AskInput, Filter, RangeChoice, Tile } from '../../contract.ts';
import { analytics } from '../api.ts';
import { download } from '../data/download.ts';

const fileName = (tile: Tile, ending: string) => `${(tile.title ?? tile.metrics[0] ?? tile.kind).replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.${ending}`;

/** A tile as a table or a picture. The picture is made here, from what is shown. */
export function useExports(range: RangeChoice | undefined, filters: Filter) {
  const t = useTranslations('analytics.dashboard');
  const locale = useLocale() as NonNullable<AskInput['locale']>;
  const csv = useApiMutation((tile: Tile) => analytics.exportTile({ range: range ?? {}, filters, tile, locale }), { onSuccess: (blob, tile) => download(blob as Blob, fileName(tile, 'csv')) });
  const png = (tile: Tile, node: HTMLElement) =>
    void import('../tiles/tile-png.ts')
      .then(({ tilePng }) => tilePng(node))
      .then((blob) => download(blob, fileName(tile, 'png')))
      .catch(() => toast.error(t('pngFailed')));
  return { csv: (tile: Tile) => csv.mutate(tile), png };
}
