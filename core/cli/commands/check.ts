import fs from 'node:fs';
import { Command } from 'commander';
import { printFindings } from '../assemble/finding.ts';
import { borders } from '../check/borders.ts';
import { runChecks, type Check, type Checked } from '../check/check.ts';
import { contracts } from '../check/contracts.ts';
import { generated } from '../check/generated.ts';
import { isolation } from '../check/isolation.ts';
import { lint } from '../check/lint.ts';
import { manifests } from '../check/manifests.ts';
import { translations } from '../check/translations.ts';
import { types } from '../check/types.ts';
import { say } from '../services/progress.ts';
import { Told } from '../services/told.ts';
import { assemble } from './assemble.ts';

const checks: Record<string, Check> = { manifests, generated, contracts, translations, types, isolation, lint, borders };

export default new Command('check')
  .description('judge everything that can be judged without running it')
  .argument('[only...]', `some of: ${Object.keys(checks).join(', ')}`)
  .action(async (only: string[]) => {
    const root = process.cwd();
    const unknown = only.filter((name) => !(name in checks));
    if (unknown.length > 0) throw new Told(`There is no check ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`);
    // A fresh clone has no generated files to be stale; without them nothing else could be judged.
    if (!fs.existsSync('apps/api/generated/plugins.ts')) await assemble(root);
    const done = await runChecks(root, only.length > 0 ? only.map((name) => checks[name]!) : Object.values(checks), tell);
    const failed = done.filter(({ findings }) => findings.length > 0);
    const count = failed.reduce((sum, { findings }) => sum + findings.length, 0);
    say(
      failed.length === 0
        ? `\nAll ${done.length} checks passed.`
        : `\n${count} findings in ${failed.map(({ title }) => title).join(', ')}.`,
    );
    process.exitCode = failed.length === 0 ? 0 : 1;
  });

function tell({ title, findings, ms }: Checked): void {
  say(`${findings.length === 0 ? '✓' : '✗'} ${title}  ${(ms / 1000).toFixed(1)} s`);
  if (findings.length > 0) say(printFindings(findings));
}
