import { writingKinds, type Cadence, type DraftFault, type Step, type WritingStep } from '../../contract.ts';
import { isSound } from '../texts/fill-in.ts';
import { duplicates, type Judging } from './judging.ts';
import { ruleFaults } from './rule-faults.ts';

const isWriting = (step: Step): step is WritingStep => (writingKinds as readonly string[]).includes(step.kind);

/** What is wrong with what happens by itself. */
export function stepFaults({ steps, stopOn, triggers }: Cadence, judging: Judging): DraftFault[] {
  return [
    ...duplicates('cadence.steps', steps, 'id'),
    ...steps.flatMap((step, index) => ofStep(`cadence.steps.${index}`, step, index, steps, judging)),
    ...stopOn.stageIds.flatMap((id, index) => (judging.stages.has(id) ? [] : [{ path: `cadence.stopOn.stageIds.${index}`, code: 'unknown-stage' as const }])),
    ...triggers.flatMap(({ event, when }, index): DraftFault[] => [
      ...(judging.events.has(event) ? [] : [{ path: `cadence.triggers.${index}.event`, code: 'unknown-event' as const }]),
      ...ruleFaults(`cadence.triggers.${index}.when`, when, judging),
    ]),
  ];
}

function ofStep(path: string, step: Step, index: number, steps: readonly Step[], judging: Judging): DraftFault[] {
  const leads = (field: string, to: string) => destinationFaults(`${path}.${field}`, to, index, steps);
  if (isWriting(step)) return textFaults(path, step, judging);
  if (step.kind === 'call' || step.kind === 'task')
    return (['title', 'body'] as const).flatMap((field) => (isSound(step[field], judging.variables) ? [] : [{ path: `${path}.${field}`, code: 'wrong-template' as const }]));
  if (step.kind === 'condition') return [...ruleFaults(`${path}.when`, step.when, judging), ...leads('then', step.then), ...leads('otherwise', step.otherwise)];
  if (step.kind === 'branch')
    return [
      ...step.ways.flatMap(({ when, goTo }, at) => [...ruleFaults(`${path}.ways.${at}.when`, when, judging), ...leads(`ways.${at}.goTo`, goTo)]),
      ...leads('otherwise', step.otherwise),
    ];
  return [];
}

function textFaults(path: string, { kind, variants }: WritingStep, judging: Judging): DraftFault[] {
  const isOff = variants.every(({ weight }) => weight === 0);
  return [
    ...(isOff ? [{ path: `${path}.variants`, code: 'weights-zero' as const }] : []),
    ...duplicates(`${path}.variants`, variants, 'id'),
    ...variants.flatMap(({ subject, body }, index): DraftFault[] => {
      const of = (field: 'subject' | 'body', code: DraftFault['code']) => ({ path: `${path}.variants.${index}.${field}`, code });
      return [
        ...(kind === 'email' && !subject ? [of('subject', 'subject-missing')] : []),
        ...(isSound(subject, judging.variables) ? [] : [of('subject', 'wrong-template')]),
        ...(body ? [] : [of('body', 'text-missing')]),
        ...(isSound(body, judging.variables) ? [] : [of('body', 'wrong-template')]),
      ];
    }),
  ];
}

/** Only forward, so that no cadence runs in circles. */
function destinationFaults(path: string, to: string, index: number, steps: readonly Step[]): DraftFault[] {
  if (to === 'next' || to === 'end') return [];
  const target = steps.findIndex(({ id }) => id === to);
  if (target < 0) return [{ path, code: 'unknown-destination' }];
  return target > index ? [] : [{ path, code: 'backward-destination' }];
}
