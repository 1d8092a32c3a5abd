import { Injectable } from '@nestjs/common';
import { completeBrand, kernelErrors, layerTokens, type BrandEditor, type BrandSource, type BrandTokens } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Database, PlatformDatabase } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { updateVersioned } from '../database/versioned.ts';
import { problem } from '../http/problem.ts';
import { context } from './context.ts';
import { BrandPictures } from './brand-pictures.ts';
import { BrandService, type Layer } from './brand.service.ts';
import { userNames } from '../users/user-names.ts';

const published = 'brand.published';
/** Publications that may be gone back to. */
const remembered = 50;

/** Draft, publish and history of a tenant's brand. */
@Injectable()
export class BrandEditing {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly brands: BrandService,
    private readonly pictures: BrandPictures,
    private readonly access: Access,
  ) {}

  async editor(): Promise<BrandEditor> {
    const { tenant } = this.access;
    const [{ below, published: current, draft, version }, host] = await Promise.all([this.brands.stackOf(tenant), this.brands.hostOf(tenant)]);
    const inherited = layerTokens(below.map(({ tokens }) => tokens));
    const effective = completeBrand([inherited, draft ?? current], tenant.name);
    return { version, tenant: tenant.name, host, published: current, draft, inherited, sources: sourcesOf(below), effective };
  }

  /** Keeps what is being worked on. A draft equal to what is published is none. */
  async saveDraft({ version, tokens }: { version: number; tokens: BrandTokens }): Promise<BrandEditor> {
    await this.pictures.demandKnown(tokens);
    const { published: current } = await this.brands.stackOf(this.access.tenant);
    const same = Object.keys(changesOf(current, tokens)).length === 0;
    await this.#change(version, { brandDraft: same ? Prisma.DbNull : (tokens as Prisma.InputJsonObject) });
    return this.editor();
  }

  async discard(version: number): Promise<BrandEditor> {
    await this.#change(version, { brandDraft: Prisma.DbNull });
    return this.editor();
  }

  /** Makes the draft the brand, which every surface shows within a second. */
  async publish(version: number) {
    const { published: before, draft } = await this.brands.stackOf(this.access.tenant);
    return this.#publish(version, before, draft ?? before);
  }

  /** The latest publications, newest first. */
  async history() {
    const rows = await this.#publications();
    const names = await userNames(this.db, rows.map(({ actorId }) => actorId));
    const items = rows.map(({ id, createdAt, actorId, changes }) => ({
      ...{ id, at: createdAt.toISOString(), by: names.of(actorId) },
      fields: Object.keys((changes ?? {}) as object),
    }));
    return { items };
  }

  /**
   * Publishes the look before or after a former publication; drafts are left as they are. The looks follow from the changes that the
   * publications noted, taken back one by one from what is published now. Throws core.not-found.
   */
  async restore(id: number, { version, look }: { version: number; look: 'before' | 'after' }) {
    const rows = await this.#publications();
    const at = rows.findIndex((row) => row.id === id);
    if (at < 0) throw problem(kernelErrors.notFound);
    const { published: before } = await this.brands.stackOf(this.access.tenant);
    const undone = rows.slice(0, look === 'before' ? at + 1 : at);
    const after = undone.reduce<BrandTokens>((tokens, { changes }) => takeBack(tokens, changes as Changes), before);
    return this.#publish(version, before, after, { keepDraft: true });
  }

  async #publish(version: number, before: BrandTokens, after: BrandTokens, { keepDraft = false } = {}) {
    const changes = changesOf(before, after);
    const isNew = Object.keys(changes).length > 0;
    await this.uow.run(async () => {
      if (isNew) await this.audit.record({ action: published, subject: 'Tenant', subjectId: this.access.tenant.id, changes });
      await this.#change(version, { brand: after as Prisma.InputJsonObject, ...(!keepDraft && { brandDraft: Prisma.DbNull }) });
    });
    this.brands.forget();
    const own = { action: published, requestId: context.get('requestId') };
    const entry = isNew ? await this.db.auditEntry.findFirst({ where: own, orderBy: { id: 'desc' }, select: { id: true } }) : null;
    return { editor: await this.editor(), publicationId: entry?.id ?? null };
  }

  #publications() {
    return this.db.auditEntry.findMany({ where: { action: published }, orderBy: { id: 'desc' }, take: remembered });
  }

  /** The tenant's row is no tenant's to write, so this is the kernel's own connection. Throws core.version-conflict. */
  async #change(version: number, data: Prisma.TenantUpdateManyMutationInput): Promise<void> {
    await updateVersioned(this.platform.tenant, { id: this.access.tenant.id, version }, data);
  }
}

type Changes = Record<string, [unknown, unknown]>;

/** Token → `[before, after]`; null where there is none. */
function changesOf(before: BrandTokens, after: BrandTokens): Changes {
  const [old, next] = [before, after] as Record<string, unknown>[];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => canonical(old![field]) !== canonical(next![field]));
  return Object.fromEntries(fields.map((field) => [field, [old![field] ?? null, next![field] ?? null]]));
}

function takeBack(tokens: BrandTokens, changes: Changes): BrandTokens {
  const before = Object.entries(changes).map(([field, [value]]) => [field, value ?? undefined]);
  return Object.fromEntries(Object.entries({ ...tokens, ...Object.fromEntries(before) }).filter(([, value]) => value !== undefined)) as BrandTokens;
}

/** PostgreSQL stores objects in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';

function sourcesOf(layers: readonly Layer[]): Record<string, BrandSource> {
  return Object.assign({}, ...layers.map(({ source, tokens }) => Object.fromEntries(Object.keys(tokens).map((field) => [field, source])))) as Record<string, BrandSource>;
}
