import { writeOpenApiTypes } from '../services/open-api-types.ts';
import type { Check } from './check.ts';
import { runTool } from './tool.ts';

/** The compiler over everything, in one program. */
export const types: Check = {
  title: 'types',
  async run(root) {
    await writeOpenApiTypes(root);
    const args = ['-p', '.', '--noEmit', '--pretty', 'false'];
    const { stdout } = await runTool(root, 'typescript/bin/tsc', args);
    const found = [...stdout.matchAll(/^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/gm)];
    const other =
      found.length === 0 && /error TS/.test(stdout) ? [{ file: 'tsconfig.json', message: stdout.trim(), fix: 'see the message' }] : [];
    return [
      ...other,
      ...found.map(([, file, line, code, message]) => ({
        file: file!,
        message: `line ${line}: ${message} (${code})`,
        fix: 'make code and types agree',
      })),
    ];
  },
};
