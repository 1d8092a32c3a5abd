import { Injectable } from '@nestjs/common';
import { Cache, Database } from '@loctelli/core/server';
import type { ClientFieldType, StageKind } from '../contract.ts';
import type { FieldRule } from './custom-fields.ts';
import { DefaultPipeline } from './default-pipeline.ts';

export interface StageFacts {
  id: number;
  name: string;
  kind: StageKind;
  pipelineId: number;
  stuckAfterDays: number | null;
  /** Of the pipeline new clients enter. */
  isDefault: boolean;
  /** Of a pipeline that was put away: clients stand there and nobody moves there. */
  archived: boolean;
}

/** How a tenant has arranged its clients: what each write and each filter is judged by. */
export interface Setup {
  fields: (FieldRule & { id: number; label: string; type: ClientFieldType })[];
  /** In the order of pipelines and stages. */
  stages: StageFacts[];
  /** Ids of the reasons for losing that may be given. */
  reasons: number[];
}

@Injectable()
export class ClientSetup {
  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly defaults: DefaultPipeline,
  ) {}

  /** From the cache as a rule. A tenant that has no pipeline yet gets its first. */
  async get(): Promise<Setup> {
    // What is kept must be true for everybody: a pipeline made in this very transaction may yet be taken back, so it is not kept.
    const kept = await this.cache.remember<Setup | null>(['ClientField', 'Pipeline', 'Stage', 'LostReason'], 'setup', () => this.#load());
    if (kept) return kept;
    await this.defaults.ensure();
    return (await this.#load())!;
  }

  async #load(): Promise<Setup | null> {
    const [fields, pipelines, reasons] = await Promise.all([
      this.db.clientField.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
      this.db.pipeline.findMany({
        orderBy: [{ isDefault: 'desc' }, { position: 'asc' }, { id: 'asc' }],
        include: { stages: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
      }),
      this.db.lostReason.findMany({ where: { archivedAt: null }, select: { id: true } }),
    ]);
    if (pipelines.length === 0) return null;
    return {
      fields: fields.map(({ id, key, label, type, required, options }) => ({ id, key, label, required, options, type: type as ClientFieldType })),
      stages: pipelines.flatMap(({ stages, isDefault, archivedAt }) =>
        stages.map(({ id, name, kind, pipelineId, stuckAfterDays }) => ({
          ...{ id, name, pipelineId, stuckAfterDays, isDefault },
          kind: kind as StageKind,
          archived: archivedAt !== null,
        })),
      ),
      reasons: reasons.map(({ id }) => id),
    };
  }
}

/** Where a client with this status enters the default pipeline: the first stage of that kind, or the first open one. */
export function entryStage(stages: readonly StageFacts[], status: string | undefined): StageFacts | undefined {
  const entry = stages.filter(({ isDefault }) => isDefault);
  const kind = status === 'won' || status === 'lost' ? status : 'open';
  return entry.find((stage) => stage.kind === kind) ?? entry.find((stage) => stage.kind === 'open');
}
