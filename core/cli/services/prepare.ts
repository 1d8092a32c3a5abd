import { compile } from '../compile.mjs';
import { step } from './progress.ts';

/** Brings the generated lists and then `dist/` up to date with the sources. */
export async function prepareSources(root: string): Promise<void> {
  const { assemble } = await import('../commands/assemble.ts');
  await step('Assembling plugins', () => assemble(root), 1_000);
  await compile(root);
}
