import { Injectable } from '@nestjs/common';
import { kernelErrors, type EventDefinition } from '@loctelli/core';
import { Access, Audit, Database, Events, problem, Timeline, updateVersioned } from '@loctelli/core/server';
import { clientCreated, clientDeleted, clientErrors, clientRestored } from '../contract.ts';
import type { Client, ClientCreate, ClientUpdate } from '../contract.ts';
import { ClientNews } from './client-news.ts';
import { ClientChanges } from './client-changes.ts';
import { clientOf, withOwner } from './client-row.ts';
import { ClientSetup } from './client-setup.ts';
import { ClientSettings } from './client-settings.ts';
import { withCurrency } from './currency.ts';
import { demandWritable, masked } from './field-rules.ts';
import { judgedCustomFields, judgedPhone, withoutEmpty } from './judged-input.ts';
import { Owners } from './owners.ts';
import { searchText } from './search.ts';
import { standingAfter } from './stage-move.ts';

/** One client at a time. Lists are in client-list.ts and board.ts, files in imports/ and client-export.ts. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly owners: Owners,
    private readonly setup: ClientSetup,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly timeline: Timeline,
    private readonly news: ClientNews,
    private readonly settings: ClientSettings,
    private readonly changes: ClientChanges,
  ) {}

  /** Throws clients.not-found. A deleted client can be read until it is purged. */
  async get(id: number): Promise<Client> {
    return this.#shown(clientOf(await this.#find(id, 'clients.read')));
  }

  /** Belongs to whoever creates it, and enters the default pipeline, unless told. */
  async create({ customFields: sent = {}, ...input }: ClientCreate): Promise<Client> {
    demandWritable(Object.keys(input), this.access.refused('Client', 'write'));
    const { id: me } = this.access.user;
    const ownerId = input.ownerId === undefined ? me : input.ownerId;
    const owner = await this.owners.check(ownerId, 'clients.create');
    const setup = await this.setup.get();
    const customFields = judgedCustomFields(sent, sent, setup, this.access.tenant.country, true);
    Object.assign(input, judgedPhone(input, this.access.tenant.country));
    const money = await withCurrency(input, () => this.settings.currency());
    const standing = standingAfter(null, input, setup);
    const row = await this.db.client.create({
      data: { ...input, ...money, ...standing, ownerId, customFields: withoutEmpty(customFields), createdById: me, search: searchText(input) },
    });
    await this.#record('client.created', clientCreated, row, { name: [null, row.name] });
    await this.timeline.record({ subject: 'Client', subjectId: row.id, kind: 'clients.created' });
    return this.#shown(clientOf({ ...row, owner }));
  }

  /** Throws core.version-conflict when somebody changed it since `version`. */
  async update(id: number, { version, ...input }: ClientUpdate): Promise<Client> {
    if (version === undefined) throw problem(kernelErrors.versionRequired);
    const refused = this.access.refused('Client', 'write');
    demandWritable(Object.keys(input).filter((field) => field !== 'customFields'), refused);
    const before = await this.#find(id, 'clients.update');
    if (before.deletedAt) throw problem(clientErrors.notFound);
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    const newOwner = input.ownerId !== undefined && input.ownerId !== before.ownerId ? await this.owners.check(input.ownerId, 'clients.update') : null;
    const { client } = await this.changes.make(before, input, { where: this.access.where('clients.update'), newOwner: newOwner?.name, refused });
    return this.#shown(client);
  }

  /** Moves a client to the trash. Deleting what is there already changes nothing. */
  async remove(id: number): Promise<void> {
    const row = await this.#find(id, 'clients.delete');
    if (row.deletedAt) return;
    await updateVersioned(this.db.client, { id, version: row.version }, { deletedAt: new Date() });
    await this.#record('client.deleted', clientDeleted, row, null);
    await this.news.tell(id, 'deleted');
  }

  async restore(id: number): Promise<Client> {
    const row = await this.#find(id, 'clients.delete');
    if (!row.deletedAt) return this.#shown(clientOf(row));
    // What was merged into another comes back by undoing the merge, with all that hung on it.
    if (row.mergedIntoId) throw problem(clientErrors.absorbed);
    await updateVersioned(this.db.client, { id, version: row.version }, { deletedAt: null });
    await this.#record('client.restored', clientRestored, row, null);
    await this.news.tell(id, 'restored');
    return this.#shown(clientOf(await this.#find(id, 'clients.delete')));
  }

  async #find(id: number, permission: string) {
    const row = await this.db.client.findFirst({ where: { AND: [{ id }, this.access.where(permission)] }, include: withOwner });
    if (!row) throw problem(clientErrors.notFound);
    return row;
  }

  #shown = (client: Client) => masked(client, this.access.refused('Client', 'read'));

  async #record<T>(action: string, event: EventDefinition<T>, row: Ref, changes: Record<string, unknown> | null, extra: object = {}): Promise<void> {
    await this.events.emit(event, { clientId: row.id, name: row.name, ownerId: row.ownerId, ...extra } as T);
    await this.audit.record({ action, subject: 'Client', subjectId: row.id, changes });
  }
}

interface Ref {
  id: number;
  name: string;
  ownerId: number | null;
}
