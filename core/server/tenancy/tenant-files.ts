import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Injectable } from '@nestjs/common';
import { brandTokens, pictureKinds, slug as slugSchema, tenantFile, type BrandTokens, type PictureKind, type TenantFile } from '@loctelli/core';
import { z } from 'zod';

/** What `tenants/` holds: the operator's tenants as code. */
export interface TenantFolder {
  default: BrandTokens;
  tenants: Map<string, TenantFile>;
}

const defaultFile = z.strictObject({ $schema: z.string().optional(), brand: brandTokens });

/**
 * Reads `tenants/*\/tenant.json`.
 * @throws Error that names every wrong file, what is wrong in it and what to do
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
      else if (!slugSchema.safeParse(entry.name).success)
        faults.push(`${file}: ${entry.name} cannot be a tenant's host → rename the folder: lower-case letters, digits and inner hyphens`);
      else found.tenants.set(entry.name, tenantFile.parse(content));
    } catch (error) {
      faults.push(...explain(error).map((reason) => `${file}: ${reason}`));
    }
  }
  faults.push(...pictureFaults(root, found), ...parentFaults(root, found.tenants));
  if (faults.length) throw new Error(`Tenants that cannot be read:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return found;
}

function explain(error: unknown): string[] {
  if (error instanceof z.ZodError)
    return error.issues.map(
      (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message} → correct it as tenantFile in core/contract/tenant.ts says`,
    );
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ['is missing → write it, or remove the folder'];
  return [`is no JSON: ${(error as Error).message} → correct it there`];
}

/** A picture that a brand names as a file lies in the tenant's folder. */
function pictureFaults(root: string, found: TenantFolder): string[] {
  return [['default', found.default] as const, ...[...found.tenants].map(([slug, { brand }]) => [slug, brand] as const)].flatMap(
    ([slug, brand]) =>
      pictureKinds.flatMap((kind) => {
        const name = brand[kind];
        if (!name || name.startsWith('/') || pictureIn(join(root, 'tenants', slug), name)) return [];
        return [
          `tenants/${slug}/tenant.json: brand.${kind} is ${name}, which is not in tenants/${slug} → put it there, or take brand.${kind} out`,
        ];
      }),
  );
}

function pictureIn(folder: string, name: string): string | null {
  const file = resolve(folder, name);
  return file.startsWith(resolve(folder) + sep) && existsSync(file) ? file : null;
}

/** The tree of tenants has a top: every parent is there, and nobody is their own. */
function parentFaults(root: string, tenants: ReadonlyMap<string, TenantFile>): string[] {
  return [...tenants].flatMap(([slug, { parent }]) => {
    const file = `tenants/${slug}/tenant.json`;
    if (!parent) return [];
    const above = tenants.get(parent);
    // A parent whose own file is wrong is told by that file.
    if (!above && existsSync(join(root, 'tenants', parent, 'tenant.json'))) return [];
    if (!above) return [`${file}: parent ${parent} has no folder in tenants/ → add tenants/${parent}, or name another parent`];
    if (above.kind === 'business') return [`${file}: parent ${parent} is a business → name an agency or the platform`];
    const seen = [slug];
    for (let next: string | undefined = parent; next; next = tenants.get(next)?.parent) {
      if (next === slug) return [`${file}: is above itself: ${[...seen, slug].join(' → ')} → take one "parent" out`];
      if (seen.includes(next)) break;
      seen.push(next);
    }
    return [];
  });
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
  picture(slug: string, kind: PictureKind): Buffer | null {
    const name = this.brandOf(slug)[kind];
    if (!name) return null;
    const path = pictureIn(resolve(this.#root, 'tenants', slug), name);
    return path ? readFileSync(path) : null;
  }
}
