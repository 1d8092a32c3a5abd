import { Injectable } from '@nestjs/common';
import { kernelErrors, type EventDefinition } from '@loctelli/core';
import { Access, Audit, Database, Events, problem, Timeline, updateVersioned } from '@loctelli/core/server';
import { clientCreated, clientDeleted, clientErrors, clientRestored, clientStageChanged, clientUpdated } from '../contract.ts';
import type { Client, ClientCreate, ClientStatus, ClientUpdate, CustomFields } from '../contract.ts';
import { ClientNews } from './client-news.ts';
import { changesOf, clientOf, withOwner } from './client-row.ts';
import { ClientSetup, type Setup } from './client-setup.ts';
import { ClientSettings } from './client-settings.ts';
import { withCurrency } from './currency.ts';
import { faultsOf, tidied } from './custom-fields.ts';
import { demandWritable, masked } from './field-rules.ts';
import { readPhone } from './imports/cell-values.ts';
import { Owners } from './owners.ts';
import { searchText } from './search.ts';
import { standingAfter, type Standing } from './stage-move.ts';

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
    const customFields = this.#customFields(sent, sent, setup, true);
    Object.assign(input, this.#phoneOf(input));
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
  async update(id: number, { version, customFields: sent, ...input }: ClientUpdate): Promise<Client> {
    if (version === undefined) throw problem(kernelErrors.versionRequired);
    const refused = this.access.refused('Client', 'write');
    demandWritable(Object.keys(input), refused);
    const before = await this.#find(id, 'clients.update');
    if (before.deletedAt) throw problem(clientErrors.notFound);
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    const newOwner = input.ownerId !== undefined && input.ownerId !== before.ownerId ? await this.owners.check(input.ownerId, 'clients.update') : null;
    const setup = await this.setup.get();
    const values = sent ? this.#customFields({ ...(before.customFields as CustomFields), ...sent }, sent, setup, false) : (before.customFields as CustomFields);
    Object.assign(input, this.#phoneOf(input));
    const was: Standing = { ...before, status: before.status as ClientStatus };
    const { stageSince, ...standing } = standingAfter(was, input, setup);
    Object.assign(input, standing);
    // A status takes its client along; who may not move clients cannot do so that way.
    if (standing.stageId !== before.stageId) demandWritable(['stageId'], refused);
    const after = { ...clientOf(before), ...input, customFields: withoutEmpty(values) };
    Object.assign(input, await withCurrency(after, () => this.settings.currency()));
    const changes = changesOf(clientOf(before), { ...input, ...(sent && { customFields: after.customFields }) });
    if (Object.keys(changes).length === 0) return this.#shown(clientOf(before));
    const data = { ...input, stageSince, customFields: after.customFields, search: searchText(after) };
    await updateVersioned(this.db.client, { id, version, where: this.access.where('clients.update') }, data);
    // Read by id alone: whoever gave their client away may no longer see it, and still learns how it stands.
    const row = await this.db.client.findFirstOrThrow({ where: { id }, include: withOwner });
    await this.#record('client.updated', clientUpdated, row, changes, { fields: Object.keys(changes) });
    await this.#tell(row, changes, was, setup, [before.owner?.name, newOwner?.name]);
    return this.#shown(clientOf(row));
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

  #phoneOf({ phone }: { phone?: string | null | undefined }): { phone?: string } {
    if (!phone) return {};
    const number = readPhone(phone, this.access.tenant.country);
    if (!number) {
      throw problem(clientErrors.wrongPhone, undefined, [{ path: 'phone', code: 'phone', message: clientErrors.wrongPhone.detail }]);
    }
    return { phone: number };
  }

  /** @param all whether required fields that were not sent are missed */
  #customFields(values: CustomFields, sent: CustomFields, { fields }: Setup, all: boolean): CustomFields {
    const tidy = tidied(values, fields, this.access.tenant.country);
    const required = all ? fields.filter((rule) => rule.required).map(({ key }) => key) : [];
    const faults = faultsOf(tidy, new Set([...Object.keys(sent), ...required]), fields);
    if (faults.length) throw problem(clientErrors.wrongCustomField, undefined, faults);
    return tidy;
  }

  /** A move and a new owner are told apart from other changes: people look for them. */
  async #tell(row: Ref & Pick<Standing, 'stageId' | 'lostReasonId'>, changes: Record<string, unknown>, was: Standing, { stages }: Setup, [from, to]: [string?, string?]): Promise<void> {
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

const withoutEmpty = (values: CustomFields) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
