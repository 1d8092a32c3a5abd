import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Command } from 'commander';
import { browserEnvironment } from '../services/browser-tests.ts';
import { prepareSources } from '../services/prepare.ts';
import { say } from '../services/progress.ts';
import { run } from '../services/run.ts';
import type { Supervisor } from '../services/supervisor.ts';
import { startTestStores } from '../services/test-stores.ts';

interface Counts {
  passed: number;
  failed: number;
  /** What went wrong, for the end of the output: where, and the beginning of why. */
  failures: string[];
  /** Tests that passed at their second try only. */
  wavering: string[];
}
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[]; retryReasons: string[] | null }[] }[];
}
const nothing = (): Counts => ({ passed: 0, failed: 0, failures: [], wavering: [] });
/** How much of a failure's message is repeated at the end. */
const repeated = 2_000;

/** Two runs of Jest: `*.test.ts(x)` beside the code, then `e2e/` in a real browser against the whole product. */
export default new Command('test')
  .description('run all tests on a PostgreSQL and a Redis of their own')
  .argument('[jest...]', 'passed on to Jest: a file, -t <name>, …')
  .option('--no-browser', 'leave out the tests in the browser')
  .option('--only-browser', 'run nothing but the tests in the browser')
  .allowUnknownOption()
  .action(async (jest: string[], { browser, onlyBrowser }: { browser: boolean; onlyBrowser?: boolean }) => {
    const root = process.cwd();
    await prepareSources(root);
    const { supervisor, env } = await startTestStores(root, 'test');
    const total = nothing();
    const add = ({ passed, failed, failures, wavering }: Counts) => {
      total.passed += passed;
      total.failed += failed;
      total.failures.push(...failures);
      total.wavering.push(...wavering);
    };
    try {
      if (!onlyBrowser) add(await runJest(root, supervisor, ['server', 'web'], jest, env));
      if (browser && hasBrowserTests(root)) add(await runBrowserTests(root, supervisor, jest, env));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      total.failed++;
    }
    await supervisor.stop();
    if (total.wavering.length) say(`\nPassed at the second try only:\n\n${total.wavering.join('\n\n')}`);
    if (total.failures.length) say(`\nWhat failed:\n\n${total.failures.join('\n\n')}`);
    say(`\n${total.passed} passed, ${total.failed} failed`);
    process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
  });

async function runBrowserTests(root: string, supervisor: Supervisor, jest: string[], env: Record<string, string>): Promise<Counts> {
  const named = jest.filter((word) => !word.startsWith('-'));
  // A file of other tests was asked for: nothing of the browser's would match, and bringing the product up takes a while.
  if (named.length > 0 && !named.some((word) => word.includes('e2e'))) return nothing();
  return runJest(root, supervisor, ['browser'], jest, { ...env, ...(await browserEnvironment(root, supervisor, env)) });
}

async function runJest(root: string, supervisor: Supervisor, projects: string[], args: string[], env: Record<string, string>): Promise<Counts> {
  const program = createRequire(import.meta.url).resolve('jest/bin/jest');
  const report = path.join(root, '.loctelli', `jest-${process.pid}-${projects[0]}.json`);
  fs.mkdirSync(path.dirname(report), { recursive: true });
  const workers = projects.includes('browser') ? '1' : '2';
  const flags = ['--config', path.join(root, 'jest.config.mjs'), '--selectProjects', ...projects, '--maxWorkers', workers, '--passWithNoTests', '--json', `--outputFile=${report}`];
  const work = run(process.execPath, ['--no-warnings', program, ...args, ...flags], { env: { NODE_ENV: 'test', ...env }, onOutput: (text, from) => from === 'stderr' && process.stderr.write(text) });
  const { code, output } = await supervisor.whileRunning(work);
  if (!fs.existsSync(report)) {
    say(output.slice(-3_000));
    return { ...nothing(), failed: 1 };
  }
  const result = JSON.parse(fs.readFileSync(report, 'utf8')) as JestReport;
  fs.rmSync(report);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  // Jest also fails for reasons that are no test, such as a broken teardown.
  return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1), failures: failuresIn(result, root), wavering: waveringIn(result, root) };
}

/** Each test that failed, and each file that could not be run, so that nobody has to look for them in the whole output. */
function failuresIn({ testResults }: JestReport, root: string): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return assertionResults.length === 0 && message ? [`${file}\n${brief(message)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}\n${brief(failureMessages.join('\n'))}`);
  });
}

/** Each test that failed first, with why: something in it, or in the product, is slower than it may be. */
function waveringIn({ testResults }: JestReport, root: string): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, retryReasons }) => status === 'passed' && retryReasons?.length)
      .map(({ fullName, retryReasons }) => `${path.relative(root, name)} > ${fullName}\n${brief(retryReasons!.join('\n'))}`),
  );
}

const brief = (message: string) => stripVTControlCharacters(message).slice(0, repeated);

function hasBrowserTests(root: string): boolean {
  const folder = path.join(root, 'e2e');
  return fs.existsSync(folder) && fs.readdirSync(folder, { recursive: true }).some((name) => /\.test\.ts$/.test(String(name)));
}
