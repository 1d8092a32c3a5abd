import { z } from 'zod';

const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #1f6feb');
const link = z.url({ protocol: /^https?$/ }).max(500);

/** Fonts the product ships; a brand names one, so that no brand field is ever CSS. */
export const fonts = ['inter', 'system', 'serif'] as const;

/**
 * A tenant's look, as tokens. Every field is optional: what is absent comes from the agency, then from `tenants/default`.
 * Brand fields are never CSS or HTML.
 */
export const brandTokens = z.strictObject({
  /** Product name on every surface. */
  name: z.string().trim().min(1).max(60).optional(),
  /** The one colour that the whole palette is made from. */
  colour: hex.optional(),
  /** Corner radius of controls in pixels. */
  radius: z.number().int().min(0).max(20).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  font: z.enum(fonts).optional(),
  /** Served path of the logo: a file in the tenant's folder or an uploaded one. */
  logo: z.string().max(300).optional(),
  favicon: z.string().max(300).optional(),
  /** One sentence under the name on the sign-in page. */
  tagline: z.string().trim().max(160).optional(),
  mailSender: z.string().trim().max(100).optional(),
  links: z.strictObject({ privacy: link.optional(), terms: link.optional(), support: link.optional() }).optional(),
});
export type BrandTokens = z.infer<typeof brandTokens>;

/** A brand with nothing missing, as the web receives it. */
export const brand = z
  .object({
    name: z.string(),
    colour: z.string(),
    radius: z.number().int(),
    density: z.enum(['comfortable', 'compact']),
    font: z.enum(fonts),
    logo: z.string().nullable(),
    favicon: z.string().nullable(),
    tagline: z.string().nullable(),
    mailSender: z.string(),
    links: z.object({ privacy: z.string().optional(), terms: z.string().optional(), support: z.string().optional() }),
  })
  .meta({ id: 'Brand' });
export type Brand = z.infer<typeof brand>;
