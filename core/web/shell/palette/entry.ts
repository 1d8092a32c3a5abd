/** One line of the command palette. */
export interface PaletteEntry {
  id: string;
  label: string;
  /** Quietly beside the label. */
  detail?: string;
  /** Further words it is found by. */
  words?: string;
  /** Lucide icon name, of those the manifests name. */
  icon?: string;
  keys?: string;
  href?: string;
  run?: () => unknown;
}
