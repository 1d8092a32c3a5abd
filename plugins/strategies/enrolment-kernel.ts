import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { Database } from '@loctelli/core/server';
import { eventually, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import type { EnrolmentFull, Strategy } from './contract.ts';
import { EnrolmentLine } from './server/enrolments/enrolment-line.ts';
import { makePublished, soundDraft } from './strategy-kernel.ts';

let made = 0;
/** A strategy that runs these steps at any time of any day. */
export const running = (caller: Caller, steps: object[], cadence: object = {}, more: object = {}): Promise<Strategy> =>
  makePublished(caller, { name: `Cadence ${++made}`, draft: soundDraft({ cadence: { steps, window: null, ...cadence } }), ...more });

export const mailStep = (id: string, body = `Text of ${id}`, more: object = {}) => ({ id, kind: 'email', name: `Mail ${id}`, variants: [{ id: 'a', subject: `Subject of ${id}`, body }], ...more });
export const waitStep = (id: string, amount = 3, unit = 'days', more: object = {}) => ({ id, kind: 'wait', amount, unit, ...more });
export const callStep = (id: string, more: object = {}) => ({ id, kind: 'call', title: 'Call {{ client.firstName }}', ...more });

/** A client who can be written to. */
export async function makeClient(caller: Caller, more: object = {}): Promise<{ id: number; email: string; version: number }> {
  const { status, body } = await caller.post('/clients', { name: 'Ana Ruiz', email: `client${++made}@mail.example`, ...more });
  expect([status, body]).toEqual([201, expect.objectContaining({ version: 1 })]);
  return body;
}

export async function enrolled(caller: Caller, strategyId: number, clientId: number, more: object = {}): Promise<number> {
  const { status, body } = await caller.post('/strategies/enrolments', { strategyId, clientId, ...more });
  expect([status, body]).toEqual([201, expect.objectContaining({ strategyId, clientId, source: 'hand' })]);
  return body.id;
}

export const shown = async (caller: Caller, id: number): Promise<EnrolmentFull> => (await caller.get(`/strategies/enrolments/${id}`)).body;
/** Waits until an enrolment looks like this. */
export const becomes = (caller: Caller, id: number, expected: object): Promise<EnrolmentFull> =>
  eventually(async () => {
    const found = await shown(caller, id);
    expect(found).toMatchObject(expected);
    return found;
  }, 20_000);

/** Lets time pass for an enrolment: what comes next is due, and a round finds it. */
export async function timePasses(kernel: Kernel, tenant: TestTenant, id: number): Promise<void> {
  await kernel.within(tenant, async () => {
    await kernel.get(Database).strategyEnrolment.updateMany({ where: { id, nextAt: { not: null } }, data: { nextAt: new Date(Date.now() - 1_000) } });
    await kernel.get(EnrolmentLine).round();
  });
}

/** Mails that left the house for an address, the newest last. */
export const mailsTo = (kernel: Kernel, address: string, atLeast = 1): Promise<ParsedMail[]> =>
  eventually(async () => {
    const folder = join(kernel.config.dataDir, 'mailbox');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml'));
    const all = await Promise.all(files.map((file) => simpleParser(readFileSync(join(folder, file)))));
    const found = all.filter(({ to }) => JSON.stringify(to).includes(address)).sort((a, b) => a.date!.getTime() - b.date!.getTime());
    expect(found.length).toBeGreaterThanOrEqual(atLeast);
    return found;
  }, 20_000);
