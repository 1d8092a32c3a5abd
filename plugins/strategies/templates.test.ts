import type { Caller, Kernel, TestTenant } from '@loctelli/core/testing';
import type { Strategy } from './contract.ts';
import { bootStrategies, makePublished, makeStrategy, soundDraft } from './strategy-kernel.ts';

let kernel: Kernel;
let agency: TestTenant;
let [above, rival, admin, user, other]: Caller[] = [];

beforeAll(async () => {
  kernel = await bootStrategies();
  agency = await kernel.tenant('agency', { over: [kernel.a] });
  above = await kernel.as(agency);
  rival = await kernel.as(await kernel.tenant('rival', { over: [kernel.b] }));
  [admin, user, other] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 60_000);
afterAll(() => kernel?.close());

const templates = async (caller: Caller) => (await caller.get('/strategies/templates')).body.items;

/** A template of the agency that stops at a stage of its own and asks for it. */
async function makeTemplate(name: string): Promise<{ made: Strategy; stageId: number }> {
  const pipeline = await above!.post('/clients/pipelines', { name, stages: [{ name: 'Offered', kind: 'open' }, { name: 'Won', kind: 'won' }] });
  const stageId: number = pipeline.body.stages[0].id;
  const cadence = {
    steps: [
      { id: 'look', kind: 'condition', when: [{ field: 'stageId', operator: 'is', value: stageId }], otherwise: 'next' },
      { id: 'write', kind: 'email', variants: [{ id: 'a', subject: 'Hello', body: 'Hello {{ client.firstName }}' }] },
    ],
    stopOn: { stageIds: [stageId] },
  };
  return { made: await makePublished(above!, { name, tag: 'care', sharing: 'template', draft: soundDraft({ cadence }) }), stageId };
}

test('tenants see what their own agency has published as a template, and nothing else of any agency', async () => {
  const { made } = await makeTemplate('Gentle follow-up');
  await makePublished(above!, { name: 'Own matter', sharing: 'tenant' });
  await makeStrategy(above!, { name: 'Not yet published', sharing: 'template' });
  await makePublished(rival!, { name: 'Of the other agency', sharing: 'template' });
  expect(await templates(admin!)).toEqual([expect.objectContaining({ templateId: made.id, agency: 'AGENCY', name: 'Gentle follow-up', tag: 'care', version: 1, stepCount: 2, usedAs: null })]);
  expect((await templates(other!)).map(({ name, agency: from }: { name: string; agency: string }) => [name, from])).toEqual([['Of the other agency', 'RIVAL']]);
  expect(await templates(above!)).toEqual([]);
  expect((await admin!.get(`/strategies/${made.id}`)).body.code).toBe('strategies.not-found');
  expect((await other!.post(`/strategies/templates/${made.id}/use`)).body.code).toBe('strategies.template-not-found');
  expect((await admin!.get('/strategies')).body.items).toEqual([]);
});

test('a template that is used becomes a draft of one’s own without the agency’s ids; what that changes later is offered and taken by hand', async () => {
  const { made, stageId } = await makeTemplate('Twelve months');
  const used = await user!.post(`/strategies/templates/${made.id}/use`);
  expect([used.status, used.body]).toEqual([
    201,
    expect.objectContaining({ name: 'Twelve months', status: 'draft', sharing: 'private', ownerId: kernel.a.users.user.id, template: { templateId: made.id, version: 1, latest: 1 } }),
  ]);
  expect(stageId).toEqual(expect.any(Number));
  expect(used.body.draft.cadence).toMatchObject({ stopOn: { stageIds: [] }, steps: [{ when: [{ field: 'stageId', operator: 'is' }] }, {}] });
  expect(used.body.draft.cadence.steps[0].when[0]).not.toHaveProperty('value');
  expect(used.body.faults).toEqual([{ path: 'cadence.steps.0.when.0', code: 'wrong-rule' }]);
  expect((await templates(user!)).find(({ templateId }: { templateId: number }) => templateId === made.id).usedAs).toBe(used.body.id);
  expect((await admin!.post(`/strategies/templates/${made.id}/use`)).body.name).toBe('Twelve months 2');

  const changed = await above!.patch(`/strategies/${made.id}`, { version: made.version, draft: soundDraft({ script: { opening: 'Newer' } }) });
  await above!.post(`/strategies/${made.id}/publish`, { version: changed.body.version });
  expect((await user!.get(`/strategies?search=Twelve`)).body.items).toMatchObject([{ template: { version: 1, latest: 2 } }]);
  expect((await user!.get(`/strategies/${used.body.id}`)).body.draft.script.opening).not.toBe('Newer');
  await user!.patch(`/strategies/${used.body.id}`, { version: 1, draft: { ...used.body.draft, cadence: { ...used.body.draft.cadence, stopOn: { stageIds: [7] } } } });
  const taken = await user!.post(`/strategies/${used.body.id}/take-template`, { version: 2 });
  expect(taken.body).toMatchObject({ version: 3, template: { version: 2, latest: 2 }, draft: { script: { opening: 'Newer' }, cadence: { stopOn: { stageIds: [7] } } } });
  expect((await user!.post(`/strategies/${used.body.id}/take-template`, { version: 2 })).body.code).toBe('core.version-conflict');
});

test('a template that is taken back is gone at once; what was made from it stays', async () => {
  const { made } = await makeTemplate('Short lived');
  const used = (await admin!.post(`/strategies/templates/${made.id}/use`)).body;
  await above!.patch(`/strategies/${made.id}`, { version: made.version, sharing: 'tenant' });
  expect((await templates(admin!)).map(({ name }: { name: string }) => name)).not.toContain('Short lived');
  expect((await admin!.get(`/strategies/${used.id}`)).body.template).toEqual({ templateId: made.id, version: 1, latest: null });
  expect((await admin!.post(`/strategies/${used.id}/take-template`, { version: 1 })).body.code).toBe('strategies.template-not-found');
  const plain = await makeStrategy(admin!);
  expect((await admin!.post(`/strategies/${plain.id}/take-template`, { version: 1 })).body.code).toBe('strategies.template-not-found');
});

test('nothing is offered while the plugin is off at the agency', async () => {
  expect((await templates(admin!)).length).toBeGreaterThan(0);
  expect((await above!.patch('/plugins/strategies', { enabled: false })).status).toBeLessThan(300);
  expect(await templates(admin!)).toEqual([]);
});
