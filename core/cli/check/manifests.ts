import { judge } from '../assemble/judge.ts';
import type { Check } from './check.ts';

/** `plugin.json`, and everything it names. */
export const manifests: Check = { title: 'manifests', run: async (root) => judge(root).findings };
