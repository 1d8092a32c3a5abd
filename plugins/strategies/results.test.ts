import { Database, Metrics } from '@loctelli/core/server';
import type { Caller, Kernel } from '@loctelli/core/testing';
import type { Strategy, StrategyResults } from './contract.ts';
import { bootStrategies, makePublished, soundDraft } from './strategy-kernel.ts';

let kernel: Kernel;
let [admin, user, stranger]: Caller[] = [];
let made: Strategy;

/** Who was enrolled: in which version, what they were sent and when they answered, booked, were won. */
interface Story {
  version: number;
  sent: [step: string, variant: string, ...happened: ('replied' | 'booked' | 'won')[]][];
  stop?: string;
}
const day = (number: number) => new Date(Date.UTC(2026, 4, number, 10));
const times = (count: number, story: Story) => Array.from({ length: count }, () => story);

async function tell(strategyId: number, stories: Story[], ownerId: number): Promise<void> {
  const db = kernel.get(Database);
  const versions = new Map((await db.strategyVersion.findMany({ where: { strategyId } })).map(({ number, id }) => [number, id]));
  const clients = await db.client.createManyAndReturn({ data: stories.map((_, index) => ({ name: `Client ${index}` })), select: { id: true } });
  const has = (story: Story, what: string) => (story.sent.some((sent) => sent.includes(what as 'won')) ? day(9) : null);
  const data = stories.map((story, index) => ({
    ...{ strategyId, versionId: versions.get(story.version)!, clientId: clients[index]!.id, ownerId, source: 'hand', createdAt: day(1) },
    status: story.stop ? 'stopped' : 'active',
    ...{ stopReason: story.stop ?? null, reachedAt: story.sent.length ? day(2) : null, repliedAt: has(story, 'replied'), bookedAt: has(story, 'booked'), wonAt: has(story, 'won') },
  }));
  const rows = await db.strategyEnrolment.createManyAndReturn({ data, select: { id: true } });
  await db.strategyStepRun.createMany({
    data: stories.flatMap(({ sent }, index) =>
      sent.map(([stepId, variantId, ...happened], ordinal) => ({
        ...{ enrolmentId: rows[index]!.id, ordinal, stepId, variantId, kind: stepId === 's3' ? 'email' : 'message', status: 'done', what: 'sent', dueAt: day(2), doneAt: day(2) },
        ...Object.fromEntries(happened.map((what) => [`${what}At`, day(9)])),
      })),
    ),
  });
}

beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
  const first = await makePublished(admin!, { sharing: 'tenant' });
  const { cadence, script } = soundDraft();
  await admin!.patch(`/strategies/${first.id}`, { version: first.version, draft: { script, cadence: { ...cadence, steps: cadence.steps!.slice(0, 2) } } });
  made = (await admin!.post(`/strategies/${first.id}/publish`, { version: first.version + 1 })).body;
  const stories: Story[] = [
    ...times(40, { version: 1, sent: [['s1', 'a', 'replied']], stop: 'reply' }),
    ...times(60, { version: 1, sent: [['s1', 'a']] }),
    ...times(15, { version: 1, sent: [['s1', 'b', 'replied', 'booked']], stop: 'booking' }),
    ...times(84, { version: 2, sent: [['s1', 'b']] }),
    { version: 1, sent: [['s1', 'b'], ['s3', 'a', 'replied', 'booked', 'won']], stop: 'reply' },
    { version: 2, sent: [] },
  ];
  await kernel.within(kernel.a, () => tell(made.id, stories, kernel.a.users.admin.id));
}, 60_000);
afterAll(() => kernel?.close());

const results = async (query = '') => (await admin!.get(`/strategies/${made.id}/results${query}`)).body as StrategyResults;

test('what became of people is told per version, step and wording, and who leads', async () => {
  const all = await results();
  expect(all).toMatchObject({ enrolled: 201, reached: 200, replied: 56, booked: 16, won: 1, stops: [{ reason: 'reply', count: 41 }, { reason: 'booking', count: 15 }] });
  expect(all.versions).toEqual([
    { number: 2, enrolled: 85, reached: 84, replied: 0, booked: 0, won: 0 },
    { number: 1, enrolled: 116, reached: 116, replied: 56, booked: 16, won: 1 },
  ]);
  expect(all.steps).toMatchObject([
    {
      ...{ stepId: 's1', index: 0, kind: 'message', name: 'Hello', reached: 200, replied: 55, booked: 15, won: 0, enough: true },
      variants: [{ id: 'a', reached: 100, replied: 40, lead: true }, { id: 'b', reached: 100, replied: 15, booked: 15, lead: false }],
    },
    { stepId: 's2', index: 1, kind: 'wait', reached: 0, variants: [], enough: false },
    { stepId: 's3', index: -1, kind: 'email', name: 'Again', reached: 1, replied: 1, booked: 1, won: 1, enough: false, variants: [{ id: 'a', lead: false }] },
  ]);
  expect((await admin!.get(`/strategies/${made.id}`)).body.results).toEqual({ enrolled: 201, live: 145, replied: 56, booked: 16, won: 1 });
});

test('one version is told alone, with its own steps', async () => {
  const second = await results('?number=2');
  expect(second).toMatchObject({ enrolled: 85, reached: 84, replied: 0, stops: [], steps: [{ stepId: 's1', reached: 84, enough: false }, { stepId: 's2' }] });
  expect((await results('?number=1')).steps.map(({ stepId, index }) => [stepId, index])).toEqual([['s1', 0], ['s2', 1], ['s3', 2]]);
  expect((await admin!.get(`/strategies/${made.id}/results?number=9`)).body.code).toBe('strategies.version-not-found');
  expect((await stranger!.get(`/strategies/${made.id}/results`)).body.code).toBe('strategies.not-found');
  expect((await user!.get(`/strategies/${made.id}/results`)).status).toBe(200);
});

test('the same is measured for dashboards, by strategy, version, step and wording', async () => {
  const range = { from: day(1), to: day(20), zone: 'UTC' };
  const measured = (tenant: typeof kernel.a, name: string, by?: string, where = {}) =>
    kernel.within(tenant, async () => (await kernel.get(Metrics).measure(`strategies.${name}`, { ...range, by, where })).map(({ key, value }) => [...(by ? [key] : []), value]));
  expect(await measured(kernel.a, 'enrolled')).toEqual([[201]]);
  expect(await measured(kernel.a, 'enrolled', 'version')).toEqual(expect.arrayContaining([['1', 116], ['2', 85]]));
  expect(await measured(kernel.a, 'reply-rate')).toEqual([[28]]);
  expect(await measured(kernel.a, 'booking-rate', 'strategy')).toEqual([['Roof repair', 8]]);
  expect(await measured(kernel.a, 'won-rate')).toEqual([[0.5]]);
  expect(await measured(kernel.a, 'messages', 'step')).toEqual(expect.arrayContaining([['Hello', 200], ['Again', 1]]));
  expect(await measured(kernel.a, 'answered', 'variant', { step: 'Hello' })).toEqual(expect.arrayContaining([['a', 40], ['b', 15]]));
  expect(await measured(kernel.b, 'enrolled')).toEqual([]);
  const listed = async (query: string) => (await admin!.get(`/strategies/enrolments?limit=100&${query}`)).body.items.length;
  const behind = `createdAfter=${range.from.toISOString()}&createdBefore=${range.to.toISOString()}`;
  expect([await listed(behind), await listed(`${behind}&ownerId=${kernel.a.users.user.id}`), await listed(`createdAfter=${range.to.toISOString()}`)]).toEqual([100, 0, 0]);
});
