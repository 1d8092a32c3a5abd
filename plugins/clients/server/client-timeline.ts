import { Injectable } from '@nestjs/common';
import type { Page, TimelineEntry, TimelineQuery } from '@loctelli/core';
import { Access, Timeline } from '@loctelli/core/server';
import { ClientReach } from './client-reach.ts';

/** What happened to a client, as far as its reader may know. */
@Injectable()
export class ClientTimeline {
  constructor(
    private readonly timeline: Timeline,
    private readonly reach: ClientReach,
    private readonly access: Access,
  ) {}

  /** Newest first. Throws clients.not-found. */
  async page(clientId: number, { kinds, cursor, limit }: TimelineQuery): Promise<Page<TimelineEntry>> {
    await this.reach.demand(clientId, 'clients.read');
    const wanted = kinds?.split(',').filter(Boolean);
    const page = await this.timeline.page({ subject: 'Client', subjectId: clientId, kinds: wanted, cursor, limit });
    const refused = this.access.refused('Client', 'read');
    return refused.size ? { ...page, items: page.items.map((entry) => withheld(entry, refused)) } : page;
  }
}

/** Kinds that tell the values of one field. */
const tells: Record<string, string> = { 'clients.stage-changed': 'stageId', 'clients.owner-changed': 'ownerId' };

/** An entry without what it tells of fields that its reader's role is refused. */
function withheld(entry: TimelineEntry, refused: ReadonlySet<string>): TimelineEntry {
  const { kind, params } = entry;
  if (kind in tells && refused.has(tells[kind]!)) return { ...entry, params: {} };
  if (kind === 'clients.owner-changed' && refused.has('ownerId')) return { ...entry, params: { from: '—', to: '—' } };
  if (kind !== 'clients.updated' || typeof params.fields !== 'string') return entry;
  const fields = params.fields.split(',').filter((field) => !refused.has(field));
  return { ...entry, params: { ...params, fields: fields.join(',') } };
}
