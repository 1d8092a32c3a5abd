import path from 'node:path';
import type { Check } from './check.ts';
import { cache, runTool } from './tool.ts';

interface Linted {
  filePath: string;
  messages: { line?: number; ruleId: string | null; message: string; fix?: object }[];
}

/** ESLint with the house rules: names, sizes, colours, visible text. */
export const lint: Check = {
  title: 'lint',
  async run(root) {
    const args = [
      '.',
      '--format',
      'json',
      '--no-warn-ignored',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      `${cache}/eslint`,
    ];
    const { stdout, stderr } = await runTool(root, 'eslint/bin/eslint.js', args);
    if (!stdout.startsWith('[')) throw new Error(stderr || stdout);
    return (JSON.parse(stdout) as Linted[]).flatMap(({ filePath, messages }) => {
      const file = path.relative(root, filePath);
      return messages.map(({ line, ruleId, message, fix }) => ({
        file,
        message: `line ${line ?? 1}: ${message.split('\n')[0]} (${ruleId ?? 'eslint'})`,
        fix: fix ? `npx eslint --fix ${file}` : 'change it as the message says; eslint.config.mjs says why the rule is there',
      }));
    });
  },
};
