import { bootKernel, pluginWithRequired, type BootOptions, type Caller, type Kernel } from '@loctelli/core/testing';
import type { DefinitionInput, Strategy } from './contract.ts';

/** A kernel with strategies, for the tests of this plugin. */
export const bootStrategies = (options: Omit<BootOptions, 'plugins'> = {}): Promise<Kernel> => bootKernel({ ...options, plugins: pluginWithRequired('strategies') });

/** A definition without faults: two messages, three days apart, and a question. */
export const soundDraft = (more: { script?: object; cadence?: object } = {}): DefinitionInput => ({
  script: {
    persona: { name: 'Marta', role: 'Estimator' },
    opening: 'Hi {{ client.firstName }}, this is {{ persona.name }} of {{ tenant.name }}.',
    questions: [{ key: 'age', label: 'How old is the roof?', kind: 'number' }],
    objections: [{ key: 'price', objection: 'Too dear', answer: 'We match any written offer.' }],
    ...more.script,
  },
  cadence: {
    steps: [
      { id: 's1', kind: 'message', name: 'Hello', variants: [{ id: 'a', body: 'Hello {{ client.firstName }}' }, { id: 'b', body: 'Good day' }] },
      { id: 's2', kind: 'wait', amount: 3, unit: 'days' },
      { id: 's3', kind: 'email', name: 'Again', variants: [{ id: 'a', subject: 'Your roof', body: 'Did you see my message?' }] },
    ],
    ...more.cadence,
  },
});

/** Makes a strategy, which `soundDraft` says unless told. */
export async function makeStrategy(caller: Caller, more: object = {}): Promise<Strategy> {
  const { status, body } = await caller.post('/strategies', { name: 'Roof repair', draft: soundDraft(), ...more });
  expect([status, body]).toEqual([201, expect.objectContaining({ status: 'draft', version: 1 })]);
  return body;
}

/** Makes one and publishes it. */
export async function makePublished(caller: Caller, more: object = {}): Promise<Strategy> {
  const { id, version } = await makeStrategy(caller, more);
  const { status, body } = await caller.post(`/strategies/${id}/publish`, { version });
  expect([status, body]).toEqual([200, expect.objectContaining({ status: 'active', publishedVersion: 1, changed: false })]);
  return body;
}
