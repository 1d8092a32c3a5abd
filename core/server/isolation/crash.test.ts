import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootKernel, compileApi, eventually, startApiProcess, type Kernel } from '@loctelli/core/testing';
import { Caller } from '../../testing/caller.ts';
import { PlatformDatabase } from '../database/database.ts';

const rounds = 3;
let kernel: Kernel;
let authorization: string;
const acknowledged = new Set<string>();

beforeAll(async () => {
  compileApi();
  kernel = await bootKernel({ env: { JOBS: 'off' } });
  authorization = (await kernel.as(kernel.a)).headers.authorization!;
});
afterAll(() => kernel.close());

/** The API as a process of its own, on the test's database. */
async function start(): Promise<{ child: ChildProcess; caller: Caller }> {
  const { child, origin } = await startApiProcess(kernel);
  const caller = new Caller(origin, kernel.a.host, { authorization });
  await eventually(async () => expect((await caller.get('//readyz')).status).toBe(200), 30_000);
  return { child, caller };
}

/** Invites without pause until the process is killed under it; notes what was acknowledged. */
async function inviteUntilKilled(round: number): Promise<void> {
  const { child, caller } = await start();
  let running = true;
  const enough = acknowledged.size + 10 + Math.floor(Math.random() * 40);
  const lane = async (lane: number) => {
    for (let n = 0; running; n++) {
      const email = `crash-${round}-${lane}-${n}@a.example`;
      const answer = await caller.post('/invitations', { email, role: 'user' }, { 'idempotency-key': email }).catch(() => null);
      if (answer?.status === 201) acknowledged.add(email);
      else if (answer) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    }
  };
  const lanes = Array.from({ length: 8 }, (_, index) => lane(index));
  await eventually(() => expect(acknowledged.size).toBeGreaterThan(enough), 30_000);
  child.kill('SIGKILL');
  running = false;
  await Promise.all(lanes);
}

it('loses no acknowledged write, no event and no mail when the API is killed while it writes', async () => {
  for (let round = 0; round < rounds; round++) await inviteUntilKilled(round);
  expect(acknowledged.size).toBeGreaterThan(20);

  const platform = kernel.get(PlatformDatabase);
  const where = { tenantId: kernel.a.id };
  const invitations = await platform.invitation.findMany({ where: { ...where, email: { startsWith: 'crash-' } } });
  const written = invitations.map(({ email }) => email);
  expect(new Set(written).size).toBe(written.length);
  expect([...acknowledged].filter((email) => !written.includes(email))).toEqual([]);

  // Every row has its event and its audit entry, and there is none without a row.
  const ids = invitations.map(({ id }) => id).sort((a, b) => a - b);
  const events = await platform.outboxEvent.findMany({ where: { ...where, name: 'user.invited' } });
  expect(events.map(({ payload }) => (payload as { invitationId: number }).invitationId).sort((a, b) => a - b)).toEqual(ids);
  const audit = await platform.auditEntry.findMany({ where: { ...where, action: 'invitation.created' } });
  expect(audit.map(({ subjectId }) => Number(subjectId)).sort((a, b) => a - b)).toEqual(ids);

  // The next process hands on what the killed ones left, and every mail is sent at least once.
  const { child } = await start();
  await eventually(async () => expect(await platform.outboxEvent.count({ where: { ...where, dispatchedAt: null } })).toBe(0), 30_000);
  await eventually(() => expect(written.filter((email) => !mailedTo().has(email))).toEqual([]), 60_000);
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}, 180_000);

function mailedTo(): Set<string> {
  const folder = join(kernel.config.dataDir, 'mailbox');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml'));
  return new Set(files.map((file) => /^To: (?:.*<)?([^<>\s]+)/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? ''));
}
