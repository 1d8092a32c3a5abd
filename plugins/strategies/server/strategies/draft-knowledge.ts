import { Injectable } from '@nestjs/common';
import { Database, Procedures } from '@loctelli/core/server';
import { listEventTypes } from '../../../bookings/contract.ts';
import type { Knowledge } from './judging.ts';
import { TriggerChoices } from './trigger-choices.ts';

/** What of the tenant's a definition may name. */
@Injectable()
export class DraftKnowledge {
  constructor(
    private readonly db: Database,
    private readonly procedures: Procedures,
    private readonly triggers: TriggerChoices,
  ) {}

  async load(): Promise<Knowledge> {
    const [fields, stages, pipelines, types, events] = await Promise.all([
      this.db.clientField.findMany({ select: { key: true } }),
      this.db.stage.findMany({ where: { pipeline: { archivedAt: null } }, select: { id: true } }),
      this.db.pipeline.findMany({ where: { archivedAt: null }, select: { id: true } }),
      this.#eventTypes(),
      this.triggers.list(),
    ]);
    return {
      fields: new Set(fields.map(({ key }) => key)),
      stages: new Set(stages.map(({ id }) => id)),
      pipelines: new Set(pipelines.map(({ id }) => id)),
      eventTypes: new Set(types),
      events: new Set(events.items.map(({ event }) => event)),
    };
  }

  async #eventTypes(): Promise<number[]> {
    if (!(await this.procedures.offers(listEventTypes))) return [];
    const { items } = await this.procedures.call(listEventTypes, {});
    return items.map(({ id }) => id);
  }
}
