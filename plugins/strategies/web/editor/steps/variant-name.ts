/** A variant by its id alone, where its name is not at hand: a letter stands large, a word as it is. */
export const variantLetter = (id: string): string => (id.length === 1 ? id.toUpperCase() : id);
