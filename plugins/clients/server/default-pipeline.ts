import { Injectable } from '@nestjs/common';
import { Access, Cache, Database } from '@loctelli/core/server';
import type { StageKind } from '../contract.ts';

interface Words {
  pipeline: string;
  stages: [open: string, contacted: string, proposal: string, won: string, lost: string];
  reasons: string[];
}

/** What a new tenant finds, in its language. From then on these words are its own and it changes them as it likes. */
const words: Record<string, Words> = {
  en: {
    pipeline: 'Sales',
    stages: ['New', 'Contacted', 'Proposal', 'Won', 'Lost'],
    reasons: ['Too expensive', 'Went with somebody else', 'No answer', 'Bad timing', 'Not a fit'],
  },
  es: {
    pipeline: 'Ventas',
    stages: ['Nuevo', 'Contactado', 'Propuesta', 'Ganado', 'Perdido'],
    reasons: ['Demasiado caro', 'Eligió a otro', 'Sin respuesta', 'Mal momento', 'No encaja'],
  },
  ar: {
    pipeline: 'المبيعات',
    stages: ['جديد', 'تم التواصل', 'عرض السعر', 'تم الكسب', 'خسارة'],
    reasons: ['السعر مرتفع', 'اختار جهة أخرى', 'لا رد', 'التوقيت غير مناسب', 'غير ملائم'],
  },
};
const shapes: { kind: StageKind; stuckAfterDays: number | null; probability: number }[] = [
  { kind: 'open', stuckAfterDays: 7, probability: 10 },
  { kind: 'open', stuckAfterDays: 14, probability: 30 },
  { kind: 'open', stuckAfterDays: 21, probability: 60 },
  { kind: 'won', stuckAfterDays: null, probability: 100 },
  { kind: 'lost', stuckAfterDays: null, probability: 0 },
];

/** The pipeline every tenant starts with. */
@Injectable()
export class DefaultPipeline {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly cache: Cache,
  ) {}

  /** Makes it, its stages and some reasons for losing, unless the tenant has a pipeline. Two requests at once make one: the second waits at its name. */
  async ensure(): Promise<void> {
    const { pipeline, stages, reasons } = words[this.access.tenant.locale] ?? words.en!;
    const rows = stages.map((name, position) => ({ name, position, ...shapes[position] }));
    await this.db.$executeRaw`
      with made as (
        insert into "Pipeline" (name, "isDefault") select ${pipeline}, true where not exists (select from "Pipeline")
        on conflict do nothing returning id
      ), staged as (
        insert into "Stage" ("pipelineId", name, kind, position, "stuckAfterDays", probability)
        select made.id, r.name, r.kind, r.position, r."stuckAfterDays", r.probability
        from made, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(name text, kind text, position int, "stuckAfterDays" int, probability int)
      )
      insert into "LostReason" (label, position)
      select r.label, r.position - 1 from made, unnest(${reasons}::text[]) with ordinality as r(label, position)
      on conflict do nothing`;
    await this.cache.touch(['Pipeline', 'Stage', 'LostReason']);
  }
}
