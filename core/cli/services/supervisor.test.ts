import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { Supervisor } from './supervisor.ts';

const logs = fs.mkdtempSync(path.join(os.tmpdir(), 'loctelli-supervisor-'));
afterAll(() => fs.rmSync(logs, { recursive: true, force: true }));

const node = (name: string, code: string) => ({ name, command: process.execPath, args: ['-e', code] });
const idle = 'setInterval(() => {}, 1000)';
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const until = async (condition: () => boolean) => {
  for (const end = Date.now() + 5_000; !condition() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
};

it('reports a child that crashes by its name, with its last words, and ends the rest', async () => {
  const supervisor = new Supervisor(logs);
  const bystander = supervisor.start(node('bystander', idle));
  supervisor.start(node('crasher', 'console.error("out of cheese"); process.exit(3)'));
  await expect(supervisor.failed).rejects.toThrow(/^crasher ended with code 3[\s\S]*out of cheese/);
  await supervisor.stop();
  expect(alive(bystander.pid!)).toBe(false);
});

it('says so when a child was killed, and when its program is not there', async () => {
  const first = new Supervisor(logs);
  const victim = first.start(node('victim', idle));
  process.kill(victim.pid!, 'SIGKILL');
  await expect(first.failed).rejects.toThrow(/victim was killed by SIGKILL/);
  const second = new Supervisor(logs);
  second.start({ name: 'missing', command: '/nowhere/program', args: [] });
  await expect(second.failed).rejects.toThrow(/missing ended with code 12[67]/);
});

it('asks a child to end first, and kills it with its descendants when it does not', async () => {
  const supervisor = new Supervisor(logs);
  const polite = supervisor.start(node('polite', `process.on('SIGTERM', () => { console.log('good bye'); process.exit(0); }); ${idle}; console.log('up')`));
  const stubborn = supervisor.start({ ...node('stubborn', `process.on('SIGTERM', () => {}); ${idle}; console.log('up')`), stopWithin: 200 });
  await until(() => polite.lastLines() === 'up' && stubborn.lastLines() === 'up');
  await supervisor.stop();
  expect(polite.lastLines()).toBe('up\ngood bye');
  expect(alive(stubborn.pid!)).toBe(false);
  expect(() => supervisor.start(node('late', idle))).toThrow('Stopped');
});

it('leaves nothing behind when the supervisor itself is killed', async () => {
  // What the leash hangs on is the far end of the child's input: a process between us and the child is killed outright.
  const leash = `const { spawn } = require('node:child_process');
    const script = ${JSON.stringify(fs.readFileSync(path.join(__dirname, 'child.ts'), 'utf8').match(/const leash = '(.*)';/)![1])};
    const child = spawn('/bin/sh', ['-c', script, 'TERM', process.execPath, '-e', ${JSON.stringify(idle)}], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    console.log(child.pid); ${idle}`;
  const supervisor = spawn(process.execPath, ['-e', leash], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = Number(await new Promise<Buffer>((resolve) => supervisor.stdout.once('data', resolve)));
  expect(alive(pid)).toBe(true);
  supervisor.kill('SIGKILL');
  await until(() => !alive(pid));
});
