import type { Check } from './check.ts';
import { runTool } from './tool.ts';

interface Cruise {
  summary: {
    violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[];
    ruleSetUsed?: { forbidden?: { name: string; comment?: string }[] };
  };
}

/** Who imports whom, against the table in `.dependency-cruiser.cjs`. */
export const borders: Check = {
  title: 'import borders',
  async run(root) {
    const args = ['core', 'plugins', 'apps', 'prisma', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const { stdout, stderr } = await runTool(root, 'dependency-cruiser/bin/dependency-cruise.mjs', args);
    if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
    const { violations, ruleSetUsed } = (JSON.parse(stdout) as Cruise).summary;
    return violations.map(({ from, to, rule, cycle }) => ({
      file: from,
      message: cycle ? `is part of a circle: ${[from, ...cycle.map(({ name }) => name)].join(' → ')}` : `imports ${to} (${rule.name})`,
      fix: ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name)?.comment ?? 'see .dependency-cruiser.cjs',
    }));
  },
};
