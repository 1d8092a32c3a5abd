import type { AssembleResult } from '../commands/assemble.ts';
import { compile } from '../compile.mjs';
import { step } from './progress.ts';

/** Brings the generated lists and then `dist/` up to date with the sources. @returns what was assembled anew */
export async function prepareSources(root: string): Promise<AssembleResult> {
  const { assemble } = await import('../commands/assemble.ts');
  const assembled = await step('Assembling plugins', () => assemble(root), 1_000);
  await compile(root);
  return assembled;
}
