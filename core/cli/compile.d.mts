export interface Compiled {
  /** Sources that were compiled or copied. */
  compiled: string[];
  /** Sources that are gone, and whose output was deleted. */
  removed: string[];
}
/** Brings `dist/` up to date with the sources below `root`. */
export function compile(root: string, options?: { onProgress?: (done: number, total: number) => void }): Promise<Compiled>;
/** Whether a change of this file (path from the root) concerns the compiled server. */
export function isCompiled(source: string): boolean;
export const swcOptions: Record<string, unknown>;
