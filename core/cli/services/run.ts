import { spawn } from 'node:child_process';

/** Runs a command to its end and returns what it printed, both streams together. Never throws: a command that is not there has code 127. */
export function run(command: string, args: string[], options: { uid?: number; gid?: number; env?: Record<string, string | undefined>; input?: string; onOutput?: (text: string, from: 'stdout' | 'stderr') => void } = {}): Promise<{ code: number; output: string }> {
  const { onOutput, env, input, ...as } = options;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env }, ...as });
    const keep = (from: 'stdout' | 'stderr') => (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-50_000);
      onOutput?.(chunk.toString(), from);
    };
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.stdout.on('data', keep('stdout'));
    child.stderr.on('data', keep('stderr'));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
