import { z } from 'zod';
import { brand, brandTokens } from './brand.ts';
import { locale, zone } from './fields.ts';

export const tenantKind = z.enum(['platform', 'agency', 'business']);
export type TenantKind = z.infer<typeof tenantKind>;

/** `active` works; `paused` is read-only; `suspended` answers nothing but that it is suspended. */
export const tenantStatus = z.enum(['active', 'paused', 'suspended']);
export type TenantStatus = z.infer<typeof tenantStatus>;

/** Short name of a tenant: its folder, its subdomain. */
export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be lower-case letters, digits and inner hyphens');

/** `tenants/<slug>/tenant.json`: a tenant as code, kept in the operator's git. */
export const tenantFile = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1).max(100),
  kind: tenantKind.default('business'),
  /** Slug of the agency (or platform) above. */
  parent: slug.optional(),
  /** Own domains beside the `<slug>.<base domain>` every tenant has. */
  domains: z.array(z.string()).default([]),
  locale: locale.default('en'),
  zone: zone.default('UTC'),
  /** Two-letter country whose phone numbers may be typed without a prefix (ISO 3166-1). */
  country: z.string().regex(/^[A-Z]{2}$/).default('US'),
  /** Whether visitors may register themselves. */
  registration: z.boolean().default(false),
  brand: brandTokens.default({}),
});
export type TenantFile = z.infer<typeof tenantFile>;

/** What a host's visitor may know before sign-in: `GET /api/v1/brand`. */
export const tenantFront = z
  .object({
    slug: z.string(),
    name: z.string(),
    kind: tenantKind,
    status: tenantStatus,
    locale,
    zone: z.string(),
    registration: z.boolean(),
    brand,
    /** Plugins that are on and offer something to visitors: public pages or scripts. */
    plugins: z.array(z.string()).default([]),
  })
  .meta({ id: 'TenantFront' });
export type TenantFront = z.infer<typeof tenantFront>;
