import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, Events, updateVersioned, type Prisma } from '@loctelli/core/server';
import { clientStageChanged, clientUpdated } from '../contract.ts';
import type { Client, ClientStatus, ClientUpdate, CustomFields } from '../contract.ts';
import { ClientNews } from './client-news.ts';
import { changesOf, clientOf, withOwner } from './client-row.ts';
import { ClientSettings } from './client-settings.ts';
import { ClientSetup, type Setup } from './client-setup.ts';
import { withCurrency } from './currency.ts';
import { demandWritable } from './field-rules.ts';
import { judgedCustomFields, judgedPhone, withoutEmpty } from './judged-input.ts';
import { searchText } from './search.ts';
import { standingAfter, type Standing } from './stage-move.ts';

type Row = Prisma.ClientGetPayload<{ include: typeof withOwner }>;

interface Terms {
  /** What must still hold of the row besides its version. */
  where?: object;
  /** Name of whom it is given to. */
  newOwner?: string | undefined;
  /** Fields the caller may not write. */
  refused?: ReadonlySet<string>;
  /** Whether a client that becomes lost must have a reason. */
  demandReason?: boolean;
}

/** Changes of one client with all that follows from them: stage and status, event, audit entry, timeline. Who may is judged by the caller. */
@Injectable()
export class ClientChanges {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly setup: ClientSetup,
    private readonly settings: ClientSettings,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly news: ClientNews,
  ) {}

  /** @returns the client and the names of the fields that changed. Throws core.version-conflict when the row has moved on since `before` was read. */
  async make(before: Row, { customFields: sent, ...input }: Omit<ClientUpdate, 'version'>, { where, newOwner, refused = new Set(), demandReason = true }: Terms = {}): Promise<{ client: Client; changed: string[] }> {
    const { id, version } = before;
    const { country } = this.access.tenant;
    const setup = await this.setup.get();
    const known = before.customFields as CustomFields;
    const values = sent ? judgedCustomFields({ ...known, ...sent }, sent, setup, country, false) : known;
    Object.assign(input, judgedPhone(input, country));
    const was: Standing = { ...before, status: before.status as ClientStatus };
    const { stageSince, ...standing } = standingAfter(was, input, setup, { demandReason });
    Object.assign(input, standing);
    // A status takes its client along; who may not move clients cannot do so that way.
    if (standing.stageId !== before.stageId) demandWritable(['stageId'], refused);
    const after = { ...clientOf(before), ...input, customFields: withoutEmpty(values) };
    Object.assign(input, await withCurrency(after, () => this.settings.currency()));
    const changes = changesOf(clientOf(before), { ...input, ...(sent && { customFields: after.customFields }) });
    if (Object.keys(changes).length === 0) return { client: clientOf(before), changed: [] };
    const data = { ...input, stageSince, customFields: after.customFields, search: searchText(after) };
    await updateVersioned(this.db.client, { id, version, ...(where && { where }) }, data);
    // Read by id alone: whoever gave their client away may no longer see it, and still learns how it stands.
    const row = await this.db.client.findFirstOrThrow({ where: { id }, include: withOwner });
    const changed = Object.keys(changes);
    await this.events.emit(clientUpdated, { clientId: id, name: row.name, ownerId: row.ownerId, fields: changed });
    await this.audit.record({ action: 'client.updated', subject: 'Client', subjectId: id, changes });
    await this.#tell(row, changes, was, setup, [before.owner?.name, newOwner]);
    return { client: clientOf(row), changed };
  }

  /** A move and a new owner are told apart from other changes: people look for them. */
  async #tell(row: Row, changes: Record<string, unknown>, was: Standing, { stages }: Setup, [from, to]: [string?, string?]): Promise<void> {
    const name = (id: number | null) => stages.find((stage) => stage.id === id)?.name ?? '';
    if ('stageId' in changes) {
      const kind = stages.find(({ id }) => id === row.stageId)?.kind ?? null;
      const { id: clientId, ownerId, lostReasonId } = row;
      await this.events.emit(clientStageChanged, { clientId, name: row.name, ownerId, fromStageId: was.stageId, toStageId: row.stageId, kind, lostReasonId });
      await this.news.tell(row.id, 'stage-changed', { from: name(was.stageId), to: name(row.stageId) });
    }
    if ('ownerId' in changes) await this.news.tell(row.id, 'owner-changed', { from: from ?? '—', to: to ?? '—' });
    const told = new Set(['stageId', 'ownerId', ...('stageId' in changes ? ['status', 'lostReasonId'] : [])]);
    const others = Object.keys(changes).filter((field) => !told.has(field));
    if (others.length) await this.news.updated(row.id, others);
  }
}
