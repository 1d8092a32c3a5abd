import { Injectable } from '@nestjs/common';
import { Audit, Cache, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { clientErrors, type Pipeline, type PipelineCreate, type PipelineUpdate, type StageKind } from '../contract.ts';
import { ClientSetup } from './client-setup.ts';

const withStages = { stages: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } } satisfies Prisma.PipelineInclude;
type Row = Prisma.PipelineGetPayload<{ include: typeof withStages }>;
type Stages = NonNullable<PipelineUpdate['stages']>;

/** The ways a tenant's clients go, and the stages on them. */
@Injectable()
export class PipelinesService {
  constructor(
    private readonly db: Database,
    private readonly setup: ClientSetup,
    private readonly cache: Cache,
    private readonly audit: Audit,
  ) {}

  /** The default one first, those that were put away last. */
  async list(): Promise<Pipeline[]> {
    await this.setup.get();
    const rows = await this.db.pipeline.findMany({ orderBy: [{ isDefault: 'desc' }, { position: 'asc' }, { id: 'asc' }], include: withStages });
    return [...rows.filter(({ archivedAt }) => !archivedAt), ...rows.filter(({ archivedAt }) => archivedAt)].map(pipelineOf);
  }

  /** Throws clients.pipeline-exists. */
  async create({ name, stages }: PipelineCreate): Promise<Pipeline> {
    await this.setup.get();
    demandDistinct(stages);
    const { _max } = await this.db.pipeline.aggregate({ _max: { position: true } });
    const [row] = await this.db.pipeline.createManyAndReturn({ data: [{ name, position: (_max.position ?? -1) + 1 }], skipDuplicates: true });
    if (!row) throw problem(clientErrors.pipelineExists);
    await this.db.stage.createMany({ data: stages.map(({ id: _id, ...stage }, position) => ({ ...stage, position, pipelineId: row.id })) });
    await this.audit.record({ action: 'pipeline.created', subject: 'Pipeline', subjectId: row.id, changes: { name: [null, name] } });
    return pipelineOf(await this.#find(row.id));
  }

  /** Throws clients.stage-in-use where clients stand in a stage that would go and nothing says where to. */
  async update(id: number, { version, name, isDefault, archived, stages, moves = {} }: PipelineUpdate): Promise<Pipeline> {
    const before = await this.#find(id);
    if (archived && before.isDefault) throw problem(clientErrors.lastPipeline);
    if (name !== undefined && name !== before.name && (await this.db.pipeline.count({ where: { name } }))) throw problem(clientErrors.pipelineExists);
    const data = {
      ...(name !== undefined && { name }),
      ...(archived !== undefined && { archivedAt: archived ? (before.archivedAt ?? new Date()) : null }),
      ...(isDefault && { isDefault, archivedAt: null }),
    };
    // The row is locked by its change: two who rearrange the stages at once do so one after the other, and the second is told.
    await updateVersioned(this.db.pipeline, { id, version }, data);
    if (isDefault) await this.db.pipeline.updateMany({ where: { id: { not: id }, isDefault: true }, data: { isDefault: false, version: { increment: 1 } } });
    if (stages) await this.#arrange(before, stages, moves);
    const changes = { ...data, ...(stages && { stages: [before.stages.map((stage) => stage.name), stages.map((stage) => stage.name)] }) };
    await this.audit.record({ action: 'pipeline.updated', subject: 'Pipeline', subjectId: id, changes });
    return pipelineOf(await this.#find(id));
  }

  async #arrange({ id: pipelineId, stages: old }: Row, stages: Stages, moves: Record<string, number>): Promise<void> {
    demandDistinct(stages);
    const known = new Set(old.map(({ id }) => id));
    const kept = new Set(stages.flatMap(({ id }) => id ?? []));
    for (const id of kept) if (!known.has(id)) throw problem(clientErrors.stageNotFound);
    // Out of the way first, so that two stages may exchange their names.
    await this.db.$executeRaw`update "Stage" set name = name || chr(1) || id where "pipelineId" = ${pipelineId}`;
    for (const [position, { id, ...facts }] of stages.entries()) {
      if (id === undefined) await this.db.stage.create({ data: { ...facts, position, pipelineId } });
      else await this.db.stage.updateMany({ where: { id }, data: { ...facts, position, version: { increment: 1 } } });
    }
    for (const { id } of old) if (!kept.has(id)) await this.#close(id, moves[id]);
    await this.#followKinds(old, stages);
  }

  /** Moves a stage's clients, those in the trash too, and takes it away. */
  async #close(id: number, to: number | undefined): Promise<void> {
    const target = to === undefined || to === id ? null : await this.db.stage.findFirst({ where: { id: to } });
    if (to !== undefined && !target) throw problem(clientErrors.stageNotFound);
    if (!target && (await this.db.client.findFirst({ where: { stageId: id }, select: { id: true } }))) throw problem(clientErrors.stageInUse);
    if (target) {
      await this.db.$executeRaw`
        update "Client" set "stageId" = ${target.id}, "stageSince" = now() at time zone 'utc', version = version + 1, "updatedAt" = now() at time zone 'utc',
          status = case when ${target.kind} <> 'open' and status <> 'archived' then ${target.kind} when status in ('won', 'lost') then 'active' else status end,
          "lostReasonId" = case when ${target.kind} = 'lost' then "lostReasonId" end
        where "stageId" = ${id}`;
      await this.cache.touch(['Client']);
    }
    await this.db.stage.deleteMany({ where: { id } });
  }

  /** Clients in a stage that became won, lost or open again get the status that goes with it. */
  async #followKinds(old: Row['stages'], stages: Stages): Promise<void> {
    const before = new Map(old.map(({ id, kind }) => [id, kind]));
    const changed = stages.flatMap(({ id, kind }) => (id !== undefined && before.get(id) !== kind ? [{ id, kind }] : []));
    if (changed.length === 0) return;
    await this.db.$executeRaw`
      update "Client" c set version = c.version + 1, "updatedAt" = now() at time zone 'utc',
        status = case when r.kind <> 'open' then r.kind else 'active' end,
        "lostReasonId" = case when r.kind = 'lost' then c."lostReasonId" end
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r(id int, kind text)
      where c."stageId" = r.id and c.status <> 'archived' and (r.kind <> 'open' or c.status in ('won', 'lost'))`;
    await this.cache.touch(['Client']);
  }

  async #find(id: number): Promise<Row> {
    const row = await this.db.pipeline.findFirst({ where: { id }, include: withStages });
    if (!row) throw problem(clientErrors.pipelineNotFound);
    return row;
  }
}

function demandDistinct(stages: Stages): void {
  if (new Set(stages.map(({ name }) => name.toLowerCase())).size < stages.length) throw problem(clientErrors.pipelineExists);
}

const pipelineOf = ({ id, name, position, isDefault, archivedAt, version, stages }: Row): Pipeline => ({
  ...{ id, name, position, isDefault, version },
  archivedAt: archivedAt?.toISOString() ?? null,
  stages: stages.map((stage) => ({
    ...{ id: stage.id, pipelineId: stage.pipelineId, name: stage.name, position: stage.position },
    ...{ stuckAfterDays: stage.stuckAfterDays, probability: stage.probability },
    kind: stage.kind as StageKind,
  })),
});
