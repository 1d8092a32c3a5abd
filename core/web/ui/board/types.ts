import type { ReactNode } from 'react';
import type { MenuGroup } from '../menu.tsx';

export interface BoardColumn<Card> {
  id: string;
  title: string;
  /** How many there are in all, loaded or not; the loaded ones are counted without it. */
  count?: number;
  /** Beside the count, such as what the column is worth. */
  sum?: ReactNode;
  /** A small mark before the title, such as a dot in the colour of a role. */
  mark?: ReactNode;
  cards: readonly Card[];
  hasMore?: boolean;
  loading?: boolean;
  /** The end of the loaded cards came into sight. */
  onMore?: () => void;
  menu?: MenuGroup[];
  /** In place of cards where there are none. */
  empty?: ReactNode;
}

/** A card on its way from one place to another. */
export interface BoardMove<Card> {
  card: Card;
  id: string;
  from: string;
  to: string;
  /** Place among the other cards of the column; 0 where the board has no order of its own. */
  index: number;
}

export interface BoardProps<Card> {
  /** What the board shows, for screen readers. */
  label: string;
  columns: readonly BoardColumn<Card>[];
  cardId: (card: Card) => string;
  /** Names a card where only a voice speaks. */
  cardLabel: (card: Card) => string;
  /** Content of a card; the frame, its link and its menu are the board's. Its first line leaves the menu room (`pe-6`); controls inside need `relative z-1`. */
  card: (card: Card) => ReactNode;
  cardHref?: (card: Card) => string;
  /** Further entries of a card's menu, after "Move to". */
  cardMenu?: (card: Card) => MenuGroup[];
  /** Called when a card is let go at another place. The caller shows it there at once, sends it, and takes it back on failure. */
  onMove?: (move: BoardMove<Card>) => void;
  canMove?: (card: Card) => boolean;
  /** Cards keep a place within their column, which people choose. */
  ordered?: boolean;
  /** Cards are being fetched again. */
  refreshing?: boolean;
  /** Height of the columns, as Tailwind classes. */
  heightClass?: string;
}
