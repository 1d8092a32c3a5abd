import type { Variant } from '../../contract.ts';

/**
 * Which wording a client gets: the same one however often it is asked, and over many clients each as often as its weight says.
 * @param seed what tells this client and step from all others
 */
export function chooseVariant(variants: readonly Variant[], seed: string): Variant {
  const total = variants.reduce((sum, { weight }) => sum + weight, 0);
  let left = share(seed) * total;
  for (const variant of variants) {
    left -= variant.weight;
    if (left < 0) return variant;
  }
  return variants[0]!;
}

/** A text as an evenly spread number in [0, 1): FNV-1a, stirred as MurmurHash3 ends. */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
