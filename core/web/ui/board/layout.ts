/** Sizes the board and its skeleton share, so that nothing jumps when the one takes the other's place. */
export const boardHeight = 'h-[calc(100dvh-12rem)] min-h-80';
export const columnWidth = 'w-[min(85vw,20rem)] shrink-0 sm:w-72';
