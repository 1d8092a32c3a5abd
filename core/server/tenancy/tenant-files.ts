import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Injectable } from '@nestjs/common';
import { brandTokens, slug as slugSchema, tenantFile, type BrandTokens, type TenantFile } from '@loctelli/core';
import { z } from 'zod';

/** What `tenants/` holds: the operator's tenants as code. */
export interface TenantFolder {
  default: BrandTokens;
  tenants: Map<string, TenantFile>;
}

const defaultFile = z.strictObject({ $schema: z.string().optional(), brand: brandTokens });

/**
 * Reads `tenants/*\/tenant.json`.
 * @throws Error that names every wrong file with what is wrong in it
 */
export function loadTenantFiles(root: string): TenantFolder {
  const folder = join(root, 'tenants');
  const faults: string[] = [];
  const found: TenantFolder = { default: {}, tenants: new Map() };
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const file = `tenants/${entry.name}/tenant.json`;
    try {
      const content: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
      if (entry.name === 'default') found.default = defaultFile.parse(content).brand;
      else found.tenants.set(slugSchema.parse(entry.name), tenantFile.parse(content));
    } catch (error) {
      const reason = error instanceof z.ZodError ? error.issues.map((issue) => `${issue.path.join('.') || 'it'} ${issue.message}`).join('; ') : (error as Error).message;
      faults.push(`${file}: ${reason}`);
    }
  }
  for (const [slug, { parent }] of found.tenants) {
    if (parent && !found.tenants.has(parent)) faults.push(`tenants/${slug}/tenant.json: parent ${parent} has no folder in tenants/`);
  }
  if (faults.length) throw new Error(`Tenants that cannot be read:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return found;
}

/** The tenants as code, read once at the start, and their pictures. */
@Injectable()
export class TenantFiles {
  readonly #root = process.cwd();
  readonly #folder = loadTenantFiles(this.#root);

  get default(): BrandTokens {
    return this.#folder.default;
  }

  brandOf(slug: string): BrandTokens {
    return this.#folder.tenants.get(slug)?.brand ?? {};
  }

  /** A tenant's picture, as its file names it; null when there is none. A name that leads out of the tenant's folder is none. */
  picture(slug: string, kind: 'logo' | 'favicon'): Buffer | null {
    const name = this.brandOf(slug)[kind];
    if (!name) return null;
    const folder = resolve(this.#root, 'tenants', slug);
    const path = resolve(folder, name);
    return path.startsWith(folder + sep) && existsSync(path) ? readFileSync(path) : null;
  }
}
