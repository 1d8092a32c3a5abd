import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { Injectable, StreamableFile } from '@nestjs/common';
import {
  brandEdit,
  completeBrand,
  kernelErrors,
  layerTokens,
  pictureKinds,
  type Brand,
  type BrandSource,
  type BrandTokens,
  type PictureKind,
  type TenantFront,
} from '@loctelli/core';
import { LRUCache } from 'lru-cache';
import { originAt } from '../auth/origin.ts';
import { Config } from '../config/config.ts';
import { PlatformDatabase } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import type { TenantContext } from './context.ts';
import { TenantFiles } from './tenant-files.ts';

/** A tenant's row, as far as its look goes. */
interface Node {
  slug: string;
  brand: unknown;
  brandDraft: unknown;
  version: number;
}

/** Tokens of one place that a tenant's look comes from. */
export interface Layer {
  source: BrandSource;
  tokens: BrandTokens;
}

/** Everything a tenant's look is made of, as it is stored now. */
export interface BrandStack {
  /** What lies below the tenant's own tokens, the lowest first. */
  below: Layer[];
  published: BrandTokens;
  draft: BrandTokens | null;
  version: number;
}

/** What names a tenant is never taken from the one above: no surface may name anyone else. */
const own = ['name', 'logo', 'logoDark', 'favicon', 'tagline', 'mailSender'] as const;
const images: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
};
const routes: Record<PictureKind, string> = { logo: 'logo', logoDark: 'logo-dark', favicon: 'favicon' };
/** With what the web keeps of an answer, a change shows everywhere within a second. */
const trustMs = 400;

/**
 * How each tenant looks. Layers, later wins: `tenants/default`, then for each tenant from the top of the tree down its folder and what its
 * console published. Answers are kept for 0.4 s in each process, so that a change needs no message that could be lost.
 */
@Injectable()
export class BrandService {
  readonly #known = new LRUCache<number, Promise<Brand>>({ max: 5_000, ttl: trustMs });
  readonly #hosts = new LRUCache<number, Promise<string>>({ max: 5_000, ttl: trustMs });

  constructor(
    private readonly platform: PlatformDatabase,
    private readonly config: Config,
    private readonly files: TenantFiles,
  ) {}

  /** What a host's visitor may know before sign-in. */
  async front(tenant: TenantContext): Promise<Omit<TenantFront, 'plugins'>> {
    const { slug, name, kind, status, locale, zone, registration } = tenant;
    return { slug, name, kind, status, locale, zone, registration, brand: await this.brandOf(tenant) };
  }

  /** The tenant's published brand. */
  brandOf(tenant: TenantContext): Promise<Brand> {
    return remembered(this.#known, tenant.id, async () => {
      const { below, published } = await this.stackOf(tenant);
      return completeBrand([...below.map(({ tokens }) => tokens), published], tenant.name);
    });
  }

  /** The layers of a tenant's look, read anew. */
  async stackOf(tenant: Pick<TenantContext, 'id'>): Promise<BrandStack> {
    const line = await this.#lineOf(tenant.id);
    const self = line.at(-1);
    if (!self) throw problem(kernelErrors.notFound);
    const above = line.slice(0, -1).map((node) => layerTokens([this.files.brandOf(node.slug), soundTokens(node.brand)]));
    const below: Layer[] = [
      { source: 'default', tokens: withoutOwn(this.files.default) },
      ...above.map((tokens): Layer => ({ source: 'agency', tokens: withoutOwn(tokens) })),
      { source: 'file', tokens: this.#fromFile(self.slug) },
    ];
    return { below, published: soundTokens(self.brand), draft: self.brandDraft === null ? null : soundTokens(self.brandDraft), version: self.version };
  }

  /** Forgets in this process what was kept: tenants inherit from each other, so it is all of it. */
  forget(): void {
    this.#known.clear();
  }

  /** The tenant's first own domain that is verified, or its subdomain. */
  hostOf({ id, slug }: { id: number; slug: string }): Promise<string> {
    return remembered(this.#hosts, id, async () => {
      const domain = await this.platform.domain.findFirst({ where: { servesId: id, verifiedAt: { not: null } }, orderBy: { id: 'asc' } });
      return domain?.host ?? `${slug}.${this.config.baseDomain}`;
    });
  }

  /** Where the tenant's pages are, such as `https://book.acme.example`: for links in what leaves by itself, when no visitor's host is known. */
  async originOf(tenant: { id: number; slug: string }): Promise<string> {
    return originAt(this.config, await this.hostOf(tenant));
  }

  /** A picture of the tenant's folder. No part of the path comes from a request. Throws core.not-found. */
  image({ slug }: Pick<TenantContext, 'slug'>, which: PictureKind): StreamableFile {
    const image = this.fileImage(slug, which);
    if (!image) throw problem(kernelErrors.notFound);
    return new StreamableFile(image.bytes, { type: image.type, length: image.bytes.length });
  }

  fileImage(slug: string, which: PictureKind): { bytes: Buffer; type: string } | null {
    const type = images[extname(this.files.brandOf(slug)[which] ?? '')];
    const bytes = type ? this.files.picture(slug, which) : null;
    return type && bytes ? { bytes, type } : null;
  }

  /** The tenant and those above it, the topmost first. */
  async #lineOf(tenantId: number): Promise<Node[]> {
    return this.platform.$queryRaw<Node[]>`
      with recursive line as (
        select id, "parentId", slug, brand, "brandDraft", version, 0 as depth from "Tenant" where id = ${tenantId}
        union all
        select t.id, t."parentId", t.slug, t.brand, null::jsonb, t.version, depth + 1
        from "Tenant" t join line on t.id = line."parentId" where depth < 20
      )
      select slug, brand, "brandDraft", version from line order by depth desc`;
  }

  /** The tokens of a tenant's folder, with its pictures as they are served. */
  #fromFile(slug: string): BrandTokens {
    const { logo: _logo, logoDark: _dark, favicon: _favicon, ...tokens } = this.files.brandOf(slug);
    return { ...tokens, ...Object.fromEntries(pictureKinds.flatMap((which) => this.#imageUrl(slug, which) ?? [])) };
  }

  /** Changes with the picture, so that it may be kept for as long as a browser likes. */
  #imageUrl(slug: string, which: PictureKind): [[PictureKind, string]] | null {
    const image = this.fileImage(slug, which);
    const version = image && createHash('sha256').update(image.bytes).digest('base64url').slice(0, 8);
    return version ? [[which, `/api/v1/brand/${routes[which]}?v=${version}`]] : null;
  }
}

/** What the console stored; a field that no longer fits the schema is as if it had not been set. */
function soundTokens(stored: unknown): BrandTokens {
  const fields = brandEdit.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>;
  return Object.fromEntries(Object.entries(stored ?? {}).filter(([field, value]) => value !== undefined && fields[field]?.safeParse(value).success));
}

const withoutOwn = (tokens: BrandTokens): BrandTokens =>
  Object.fromEntries(Object.entries(tokens).filter(([field]) => !(own as readonly string[]).includes(field)));

function remembered<T>(cache: LRUCache<number, Promise<T>>, id: number, load: () => Promise<T>): Promise<T> {
  const known = cache.get(id);
  if (known) return known;
  const loading = load();
  cache.set(id, loading);
  loading.catch(() => cache.delete(id));
  return loading;
}
