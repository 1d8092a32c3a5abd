import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Access, Audit, Database, Events, Implements, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { applyToClient, clientCreated, clientErrors, clientUpdated, describeClients, findOrCreateClient, reachableClients } from '../contract.ts';
import type { StageKind } from '../contract.ts';
import { ClientChanges } from './client-changes.ts';
import { ClientNews } from './client-news.ts';
import { ClientSetup } from './client-setup.ts';
import { clientOf, withOwner } from './client-row.ts';
import { readPhone } from './imports/cell-values.ts';
import { readAs } from './imports/parse-row.ts';
import { searchText } from './search.ts';
import { standingAfter } from './stage-move.ts';

type Given = z.infer<(typeof findOrCreateClient)['input']>;
type Row = Prisma.ClientGetPayload<{ include: typeof withOwner }>;
type Found = z.infer<(typeof findOrCreateClient)['output']>;

/** What other plugins may ask of this one. */
@Injectable()
export class ClientProcedures {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly setup: ClientSetup,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly news: ClientNews,
    private readonly changes: ClientChanges,
  ) {}

  @Implements(findOrCreateClient)
  async findOrCreate(given: Given): Promise<Found> {
    const email = given.email ?? null;
    const phone = given.phone ? (readPhone(given.phone, this.access.tenant.country) ?? null) : null;
    // Two messages of one person that arrive together make one client.
    for (const mark of [email, phone]) if (mark) await this.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`clients:${mark}`}, current_setting('app.tenant_id')::int))`;
    const marks = { email, phone };
    const by = async (mark: 'email' | 'phone') => (marks[mark] ? this.#by({ [mark]: marks[mark] } as { email: string }) : null);
    let known: Row | null = null;
    for (const mark of given.matchBy ?? (['email', 'phone'] as const)) known ??= await by(mark);
    if (!known) return this.#create(given, email, phone);
    if (!given.leave) await this.#fillGaps(known, { email, phone, zone: given.zone ?? null });
    return { clientId: known.id, name: known.name, created: false };
  }

  @Implements(applyToClient)
  async apply({ clientId, addTags = [], customTexts, ...input }: z.infer<(typeof applyToClient)['input']>) {
    const before = await this.db.client.findFirst({ where: { id: clientId, deletedAt: null }, include: withOwner });
    if (!before) throw problem(clientErrors.notFound);
    const tags = [...new Set([...before.tags, ...addTags])].slice(0, Math.max(50, before.tags.length));
    const customFields = customTexts ? { ...(await this.#read(customTexts)), ...input.customFields } : input.customFields;
    const { client, changed } = await this.changes.make(before, { ...input, ...(customFields && { customFields }), ...(addTags.length && { tags }) }, { demandReason: false });
    return { clientId, name: client.name, changed };
  }

  @Implements(describeClients)
  async describe({ clientIds }: { clientIds: number[] }) {
    if (!clientIds.length) return { items: [] };
    const rows = await this.db.client.findMany({ where: { id: { in: clientIds }, deletedAt: null }, include: { ...withOwner, stage: { select: { kind: true, pipelineId: true } } } });
    return {
      items: rows.map((row) => ({ ...clientOf(row), stageKind: (row.stage?.kind ?? null) as StageKind | null, pipelineId: row.stage?.pipelineId ?? null })),
    };
  }

  @Implements(reachableClients)
  async reachable({ clientIds, to = 'read' }: z.infer<(typeof reachableClients)['input']>) {
    const permission = `clients.${to}`;
    if (!clientIds.length || !this.access.can(permission)) return { clientIds: [] };
    const rows = await this.db.client.findMany({ where: { AND: [{ id: { in: clientIds } }, this.access.where(permission)] }, select: { id: true } });
    return { clientIds: rows.map(({ id }) => id) };
  }

  /** What cannot be read stays as it is, to be refused like anything that does not fit its field. */
  async #read(texts: Record<string, string>): Promise<Record<string, NonNullable<ReturnType<typeof readAs>>>> {
    const rules = new Map((await this.setup.get()).fields.map((rule) => [rule.key, rule]));
    const { country } = this.access.tenant;
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, (rules.has(key) ? readAs(rules.get(key)!, text, country) : undefined) ?? text]));
  }

  /** The one that was changed last, where several share it. */
  #by(where: { email: string } | { phone: string }) {
    return this.db.client.findFirst({ where: { ...where, deletedAt: null }, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], include: withOwner });
  }

  async #create({ name, source, zone = null, ownerId = null }: Given, email: string | null, phone: string | null): Promise<Found> {
    const standing = standingAfter(null, {}, await this.setup.get());
    const facts = { name, email, phone, zone, source };
    const row = await this.db.client.create({ data: { ...facts, ...standing, ownerId, search: searchText({ name, email, phone }) } });
    await this.events.emit(clientCreated, { clientId: row.id, name, ownerId });
    await this.audit.record({ action: 'client.created', subject: 'Client', subjectId: row.id, changes: { name: [null, name], source: [null, source] } });
    await this.news.tell(row.id, 'created');
    return { clientId: row.id, name, created: true };
  }

  async #fillGaps(row: Row, given: { email: string | null; phone: string | null; zone: string | null }): Promise<void> {
    const gaps = Object.entries(given).filter(([field, value]) => value !== null && row[field as keyof typeof given] === null);
    if (gaps.length === 0) return;
    const filled = Object.fromEntries(gaps) as Partial<typeof given>;
    const after = { ...clientOf(row), ...filled };
    await updateVersioned(this.db.client, { id: row.id, version: row.version }, { ...filled, search: searchText(after) });
    const fields = Object.keys(filled);
    await this.events.emit(clientUpdated, { clientId: row.id, name: row.name, ownerId: row.ownerId, fields });
    await this.audit.record({ action: 'client.updated', subject: 'Client', subjectId: row.id, changes: Object.fromEntries(gaps.map(([field, value]) => [field, [null, value]])) });
    await this.news.updated(row.id, fields);
  }
}
