import { Injectable } from '@nestjs/common';
import { kernelErrors, type EventDefinition } from '@loctelli/core';
import { Access, Audit, Cache, Database, Events, problem, updateVersioned } from '@loctelli/core/server';
import { clientCreated, clientDeleted, clientErrors, clientRestored, clientUpdated } from '../contract.ts';
import type { Client, ClientCreate, ClientUpdate, CustomFields } from '../contract.ts';
import { changesOf, clientOf, withOwner } from './client-row.ts';
import { withCurrency } from './currency.ts';
import { faultsOf, type FieldRule } from './custom-fields.ts';
import { readPhone } from './imports/cell-values.ts';
import { Owners } from './owners.ts';
import { searchText } from './search.ts';

/** One client at a time. Lists are in client-list.ts, files in imports/ and export.ts. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly owners: Owners,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly cache: Cache,
  ) {}

  /** Throws clients.not-found. A deleted client can be read until it is purged. */
  async get(id: number): Promise<Client> {
    return clientOf(await this.#find(id, 'clients.read'));
  }

  /** Belongs to whoever creates it unless told. */
  async create({ customFields = {}, ...input }: ClientCreate): Promise<Client> {
    const { id: me } = this.access.user;
    const ownerId = input.ownerId === undefined ? me : input.ownerId;
    const owner = await this.owners.check(ownerId, 'clients.create');
    await this.#checkCustomFields(customFields, customFields, true);
    Object.assign(input, this.#phoneOf(input));
    const money = withCurrency(input, this.access.tenant.country);
    const row = await this.db.client.create({
      data: { ...input, ...money, ownerId, customFields: withoutEmpty(customFields), createdById: me, search: searchText(input) },
    });
    await this.#record('client.created', clientCreated, row, { name: [null, row.name] });
    return clientOf({ ...row, owner });
  }

  /** Throws core.version-conflict when somebody changed it since `version`. */
  async update(id: number, { version, customFields, ...input }: ClientUpdate): Promise<Client> {
    if (version === undefined) throw problem(kernelErrors.versionRequired);
    const before = await this.#find(id, 'clients.update');
    if (before.deletedAt) throw problem(clientErrors.notFound);
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    if (input.ownerId !== undefined && input.ownerId !== before.ownerId) await this.owners.check(input.ownerId, 'clients.update');
    const values = { ...(before.customFields as CustomFields), ...customFields };
    Object.assign(input, this.#phoneOf(input));
    if (customFields) await this.#checkCustomFields(values, customFields, false);
    const after = { ...clientOf(before), ...input, customFields: withoutEmpty(values) };
    Object.assign(input, withCurrency(after, this.access.tenant.country));
    const changes = changesOf(clientOf(before), { ...input, ...(customFields && { customFields: after.customFields }) });
    if (Object.keys(changes).length === 0) return clientOf(before);
    const data = { ...input, customFields: after.customFields, search: searchText(after) };
    await updateVersioned(this.db.client, { id, version, where: this.access.where('clients.update') }, data);
    // Read by id alone: whoever gave their client away may no longer see it, and still learns how it stands.
    const row = await this.db.client.findFirstOrThrow({ where: { id }, include: withOwner });
    await this.#record('client.updated', clientUpdated, row, changes, { fields: Object.keys(changes) });
    return clientOf(row);
  }

  /** Moves a client to the trash. Deleting what is there already changes nothing. */
  async remove(id: number): Promise<void> {
    const row = await this.#find(id, 'clients.delete');
    if (row.deletedAt) return;
    await updateVersioned(this.db.client, { id, version: row.version }, { deletedAt: new Date() });
    await this.#record('client.deleted', clientDeleted, row, null);
  }

  async restore(id: number): Promise<Client> {
    const row = await this.#find(id, 'clients.delete');
    if (!row.deletedAt) return clientOf(row);
    await updateVersioned(this.db.client, { id, version: row.version }, { deletedAt: null });
    await this.#record('client.restored', clientRestored, row, null);
    return clientOf(await this.#find(id, 'clients.delete'));
  }

  async #find(id: number, permission: string) {
    const row = await this.db.client.findFirst({ where: { AND: [{ id }, this.access.where(permission)] }, include: withOwner });
    if (!row) throw problem(clientErrors.notFound);
    return row;
  }

  #phoneOf({ phone }: { phone?: string | null | undefined }): { phone?: string } {
    if (!phone) return {};
    const number = readPhone(phone, this.access.tenant.country);
    if (!number)
      throw problem(clientErrors.wrongPhone, undefined, [{ path: 'phone', code: 'phone', message: clientErrors.wrongPhone.detail }]);
    return { phone: number };
  }

  async #checkCustomFields(values: CustomFields, sent: CustomFields, all: boolean): Promise<void> {
    const rules = await this.cache.remember<FieldRule[]>(['ClientField'], 'rules', () => this.db.clientField.findMany());
    const required = all ? rules.filter((rule) => rule.required).map(({ key }) => key) : [];
    const faults = faultsOf(values, new Set([...Object.keys(sent), ...required]), rules);
    if (faults.length) throw problem(clientErrors.wrongCustomField, undefined, faults);
  }

  async #record<T>(
    action: string,
    event: EventDefinition<T>,
    row: Ref,
    changes: Record<string, unknown> | null,
    extra: object = {},
  ): Promise<void> {
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
