import { spinner } from '@clack/prompts';
import { Stopped } from './told.ts';

const terminal = Boolean(process.stdout.isTTY) && !process.env.CI;
let open = 0;

/** Prints one line for people. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a step that may take long and shows that it goes on: a spinner in a terminal, plain lines elsewhere. Steps that take less than
 * `quietFor` milliseconds say nothing. Of steps that run side by side only the first has the spinner.
 */
export async function step<T>(title: string, work: (update: (detail: string) => void) => Promise<T>, quietFor = 700): Promise<T> {
  const started = Date.now();
  let detail = '';
  let shown: ReturnType<typeof spinner> | 'line' | undefined;
  const show = () => {
    if (terminal && open++ === 0) {
      shown = spinner();
      shown.start(title);
    } else {
      shown = 'line';
      say(`${title} …`);
    }
  };
  const first = setTimeout(show, quietFor);
  const tick = setInterval(
    () => {
      if (typeof shown === 'object') shown.message(`${title} ${detail} ${seconds(started)}`);
      else if (shown && Date.now() - started > 5_000) say(`  ${title}: ${detail ? `${detail}, ` : ''}${seconds(started)} so far`);
    },
    terminal ? 1_000 : 15_000,
  );
  const end = (how: 'done' | 'failed' | 'stopped') => {
    clearTimeout(first);
    clearInterval(tick);
    const line = `${title}: ${how === 'stopped' ? 'stopped after' : `${how} in`} ${seconds(started)}`;
    if (typeof shown === 'object') {
      open--;
      if (how === 'done') shown.stop(line);
      else shown.error(line);
    } else if (shown) {
      if (terminal) open--;
      say(line);
    }
  };
  try {
    const result = await work((text) => (detail = text));
    end('done');
    return result;
  } catch (error) {
    end(error instanceof Stopped ? 'stopped' : 'failed');
    throw error;
  }
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
