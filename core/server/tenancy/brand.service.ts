import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { Injectable, StreamableFile } from '@nestjs/common';
import { brandTokens, kernelErrors, type Brand, type BrandTokens, type TenantFront } from '@loctelli/core';
import { LRUCache } from 'lru-cache';
import { Config } from '../config/config.ts';
import { PlatformDatabase } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import type { TenantContext } from './context.ts';
import { TenantFiles } from './tenant-files.ts';

/** A tenant's row, as far as its look goes. */
interface Node {
  slug: string;
  brand: unknown;
}

/** What names a tenant is never taken from the one above: no surface may name anyone else. */
const own = ['name', 'logo', 'favicon', 'tagline', 'mailSender'] as const;
const images: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
};
const ground = { colour: '#1f6feb', radius: 8, density: 'comfortable', font: 'inter' } as const;
const trustMs = 800;

/**
 * How each tenant looks. Layers, later wins: `tenants/default`, then for each tenant from the top of the tree down its folder and what its
 * console set. Answers are kept for 0.8 s, so that a change shows everywhere within a second.
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
  async front(tenant: TenantContext): Promise<TenantFront> {
    const { slug, name, kind, status, locale, zone, registration } = tenant;
    return { slug, name, kind, status, locale, zone, registration, brand: await this.#brandOf(tenant) };
  }

  /** The tenant's first own domain that is verified, or its subdomain. */
  hostOf({ id, slug }: { id: number; slug: string }): Promise<string> {
    return remembered(this.#hosts, id, async () => {
      const domain = await this.platform.domain.findFirst({ where: { servesId: id, verifiedAt: { not: null } }, orderBy: { id: 'asc' } });
      return domain?.host ?? `${slug}.${this.config.baseDomain}`;
    });
  }

  /** The tenant's logo or favicon from its folder. No part of the path comes from a request. Throws core.not-found. */
  image({ slug }: TenantContext, which: 'logo' | 'favicon'): StreamableFile {
    const image = this.#image(slug, which);
    if (!image) throw problem(kernelErrors.notFound);
    return new StreamableFile(image.bytes, { type: image.type, length: image.bytes.length });
  }

  #brandOf(tenant: TenantContext): Promise<Brand> {
    return remembered(this.#known, tenant.id, async () => {
      const nodes = await this.#lineOf(tenant.id);
      const layers = nodes.flatMap((node, index) => {
        const both = [this.files.brandOf(node.slug), tokensOf(node.brand)];
        return index === nodes.length - 1 ? both : both.map(withoutOwn);
      });
      const merged = [withoutOwn(this.files.default), ...layers].reduce<BrandTokens>(
        (look, layer) => ({ ...look, ...defined(layer), links: { ...look.links, ...layer.links } }),
        {},
      );
      const name = merged.name ?? tenant.name;
      return {
        ...ground,
        ...merged,
        name,
        logo: this.#imageUrl(tenant.slug, 'logo'),
        favicon: this.#imageUrl(tenant.slug, 'favicon'),
        tagline: merged.tagline ?? null,
        mailSender: merged.mailSender ?? name,
        links: merged.links ?? {},
      };
    });
  }

  /** The tenant and those above it, the topmost first. */
  async #lineOf(tenantId: number): Promise<Node[]> {
    return this.platform.$queryRaw<Node[]>`
      with recursive line as (
        select id, "parentId", slug, brand, 0 as depth from "Tenant" where id = ${tenantId}
        union all
        select t.id, t."parentId", t.slug, t.brand, depth + 1 from "Tenant" t join line on t.id = line."parentId" where depth < 20
      )
      select slug, brand from line order by depth desc`;
  }

  /** Changes with the picture, so that it may be kept for as long as a browser likes. */
  #imageUrl(slug: string, which: 'logo' | 'favicon'): string | null {
    const image = this.#image(slug, which);
    return image && `/api/v1/brand/${which}?v=${createHash('sha256').update(image.bytes).digest('base64url').slice(0, 8)}`;
  }

  #image(slug: string, which: 'logo' | 'favicon'): { bytes: Buffer; type: string } | null {
    const type = images[extname(this.files.brandOf(slug)[which] ?? '')];
    const bytes = type ? this.files.picture(slug, which) : null;
    return type && bytes ? { bytes, type } : null;
  }
}

/** What the console stored; a field that no longer fits the schema spoils no page. */
const tokensOf = (stored: unknown): BrandTokens => brandTokens.safeParse(stored).data ?? {};
const withoutOwn = (tokens: BrandTokens): BrandTokens =>
  Object.fromEntries(Object.entries(tokens).filter(([field]) => !(own as readonly string[]).includes(field)));
const defined = (tokens: BrandTokens): BrandTokens => Object.fromEntries(Object.entries(tokens).filter(([, value]) => value !== undefined));

function remembered<T>(cache: LRUCache<number, Promise<T>>, id: number, load: () => Promise<T>): Promise<T> {
  const known = cache.get(id);
  if (known) return known;
  const loading = load();
  cache.set(id, loading);
  loading.catch(() => cache.delete(id));
  return loading;
}
