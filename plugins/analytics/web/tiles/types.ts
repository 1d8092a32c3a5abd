import type { Filter, RangeChoice, ResolvedRange, Tile, TileAnswer } from '../../contract.ts';

/** A number that somebody wants opened. */
export interface Opened {
  metric: string;
  where: Filter;
  at?: { day: string; bucket: 'day' | 'week' | 'month' };
  /** Of other days than the dashboard's. */
  range?: RangeChoice;
}

export interface TileProps {
  tile: Tile;
  answer: TileAnswer;
  range: ResolvedRange;
  title: string;
  /** Absent where numbers cannot be opened, as on a shared page. */
  onOpen?: ((opened: Opened) => void) | undefined;
}

/** The rows of one value of a tile: its own filter, and the value. */
export const whereOf = (tile: Pick<Tile, 'where' | 'by'>, by: string | null, key: string | null): Filter => (by === null ? tile.where : { ...tile.where, [by]: [key] });
