import type { Definition, Rule, Step } from '../../contract.ts';

/** Ids in rules mean something at the tenant that wrote them alone. */
const ownFields = new Set(['stageId', 'pipelineId', 'ownerId']);

/** A definition as others may take it: without event type, stages and people. A rule on those stays, without its value, for whoever takes it to fill in. */
export function withoutOwnIds({ script, cadence }: Definition): Definition {
  return {
    script: { ...script, booking: { ...script.booking, eventTypeId: null } },
    cadence: {
      ...cadence,
      steps: cadence.steps.map(stripped),
      stopOn: { ...cadence.stopOn, stageIds: [] },
      triggers: cadence.triggers.map((trigger) => ({ ...trigger, when: strippedRules(trigger.when) })),
    },
  };
}

/** The same with the event type and the stages that are set in another definition. */
export function withOwnIdsOf(taken: Definition, own: Definition): Definition {
  const { script, cadence } = taken;
  return {
    script: { ...script, booking: { ...script.booking, eventTypeId: own.script.booking.eventTypeId } },
    cadence: { ...cadence, stopOn: { ...cadence.stopOn, stageIds: own.cadence.stopOn.stageIds } },
  };
}

function stripped(step: Step): Step {
  if (step.kind === 'condition') return { ...step, when: strippedRules(step.when) };
  if (step.kind === 'branch') return { ...step, ways: step.ways.map((way) => ({ ...way, when: strippedRules(way.when) })) };
  return step;
}

const strippedRules = (rules: Rule[]): Rule[] => rules.map((rule) => (ownFields.has(rule.field) ? { field: rule.field, operator: rule.operator } : rule));
