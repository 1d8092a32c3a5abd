/** Look of every field. */
export const controlClass =
  'w-full rounded-md border border-line-strong bg-surface text-fg transition-colors duration-150 ' +
  'hover:border-muted focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus ' +
  'disabled:opacity-60 data-disabled:opacity-60 data-invalid:border-danger-text aria-invalid:border-danger-text';
