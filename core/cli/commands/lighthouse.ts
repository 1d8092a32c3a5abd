import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { browserEnvironment } from '../services/browser-tests.ts';
import { prepareSources } from '../services/prepare.ts';
import { say } from '../services/progress.ts';
import { startTestStores } from '../services/test-stores.ts';

interface Judged {
  page: string;
  form: string;
  scores: Record<string, number>;
  shift: number;
  paint: number;
  script: number;
  lost: string[];
}
interface Judge {
  judgePages(tell: (judged: Judged) => void): Promise<Judged[]>;
}

const least = 95;
const heaviest = 170_000;

/** Brings the whole product up with the demo's tenants, as for the tests in the browser, and lets Lighthouse judge it (`e2e/lighthouse.ts`). */
export default new Command('lighthouse').description('judge sign-in and dashboard: four scores each, on a phone and on a desktop').action(async () => {
  const root = process.cwd();
  await prepareSources(root);
  const { supervisor, env } = await startTestStores(root, 'test');
  let good = true;
  try {
    Object.assign(process.env, await browserEnvironment(root, supervisor, env));
    const { judgePages } = (await import(pathToFileURL(path.join(root, 'dist/e2e/lighthouse.js')).href)) as Judge;
    await supervisor.whileRunning(
      judgePages((judged) => {
        const scores = Object.entries(judged.scores).map(([name, score]) => `${name} ${score}`);
        const met = Object.values(judged.scores).every((score) => score >= least) && judged.script <= heaviest;
        good &&= met;
        say(`${met ? '✓' : '✗'} ${judged.page}, ${judged.form}: ${scores.join(', ')}; layout shift ${judged.shift.toFixed(3)}, largest paint ${Math.round(judged.paint)} ms, script ${(judged.script / 1000).toFixed(1)} kB`);
        if (judged.lost.length > 0) say(`    ${judged.lost.join('\n    ')}`);
      }),
    );
  } finally {
    await supervisor.stop();
  }
  process.exit(good ? 0 : 1);
});
