import { z } from 'zod';
import { locale } from './fields.ts';

const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #1f6feb');
const link = z.url({ protocol: /^https?$/ }).max(500);

/** Fonts the product ships; a brand names one, so that no brand field is ever CSS. */
export const fonts = ['inter', 'manrope', 'nunito', 'dm-sans', 'serif', 'system'] as const;
export const densities = ['comfortable', 'compact'] as const;
/** How much of the brand's hue the quiet surfaces carry. */
export const tints = ['none', 'soft', 'strong'] as const;
/** `light` is like the page, `tinted` carries the brand's hue, `dark` is deep in the brand's colour in both themes. */
export const sidebars = ['light', 'tinted', 'dark'] as const;
/** `rounded` follows the radius. */
export const buttonShapes = ['rounded', 'pill'] as const;
export const headingWeights = ['medium', 'semibold', 'bold'] as const;
/** Pictures a brand has. */
export const pictureKinds = ['logo', 'logoDark', 'favicon'] as const;
export type PictureKind = (typeof pictureKinds)[number];

const word = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{M}][\p{L}\p{M}\p{N} '’-]*$/u, 'must be a word');
/** A thing of the product, as the tenant calls it: lower case where the language writes it so, for one and for several. */
export const renamed = z.strictObject({ one: word, other: word });
/** Language → word that a plugin offers (`clients.client`) → the tenant's own. */
export const wording = z.partialRecord(locale, z.record(z.string().regex(/^[a-z][a-z0-9-]*\.[a-zA-Z]+$/).max(60), renamed));
export type Wording = z.infer<typeof wording>;

/**
 * A tenant's look, as tokens. Every field is optional: what is absent comes from the agency, then from `tenants/default`.
 * Brand fields are never CSS or HTML.
 */
export const brandTokens = z.strictObject({
  /** Product name on every surface. */
  name: z.string().trim().min(1).max(60).optional(),
  /** The one colour that the whole palette is made from. */
  colour: hex.optional(),
  tint: z.enum(tints).optional(),
  sidebar: z.enum(sidebars).optional(),
  /** Corner radius of controls in pixels. */
  radius: z.number().int().min(0).max(20).optional(),
  buttons: z.enum(buttonShapes).optional(),
  density: z.enum(densities).optional(),
  font: z.enum(fonts).optional(),
  headings: z.enum(headingWeights).optional(),
  /** Served path of the logo: a file in the tenant's folder or an uploaded one. */
  logo: z.string().max(300).optional(),
  /** The logo on dark surfaces; the other one serves there too when it is absent. */
  logoDark: z.string().max(300).optional(),
  favicon: z.string().max(300).optional(),
  /** One sentence under the name on the sign-in page. */
  tagline: z.string().trim().max(160).optional(),
  mailSender: z.string().trim().max(100).optional(),
  links: z.strictObject({ privacy: link.optional(), terms: link.optional(), support: link.optional() }).optional(),
  wording: wording.optional(),
});
export type BrandTokens = z.infer<typeof brandTokens>;

/** A brand with nothing missing, as the web receives it. */
export const brand = z
  .object({
    name: z.string(),
    colour: z.string(),
    tint: z.enum(tints),
    sidebar: z.enum(sidebars),
    radius: z.number().int(),
    buttons: z.enum(buttonShapes),
    density: z.enum(densities),
    font: z.enum(fonts),
    headings: z.enum(headingWeights),
    logo: z.string().nullable(),
    logoDark: z.string().nullable(),
    favicon: z.string().nullable(),
    tagline: z.string().nullable(),
    mailSender: z.string(),
    links: z.object({ privacy: z.string().optional(), terms: z.string().optional(), support: z.string().optional() }),
    wording,
  })
  .meta({ id: 'Brand' });
export type Brand = z.infer<typeof brand>;

/** What every brand begins with. */
export const plainBrand = {
  ...{ colour: '#1f6feb', tint: 'soft', sidebar: 'light', radius: 8, buttons: 'rounded', density: 'comfortable' },
  ...{ font: 'inter', headings: 'semibold' },
} as const satisfies BrandTokens;

/** Lays tokens over each other, later wins, and fills what is missing. `name` is the tenant's, for a brand without one. */
export function completeBrand(layers: readonly BrandTokens[], name: string): Brand {
  const tokens = layerTokens(layers);
  const called = tokens.name ?? name;
  return {
    ...plainBrand,
    ...tokens,
    name: called,
    logo: tokens.logo ?? null,
    logoDark: tokens.logoDark ?? null,
    favicon: tokens.favicon ?? null,
    tagline: tokens.tagline || null,
    mailSender: tokens.mailSender || called,
    links: tokens.links ?? {},
    wording: tokens.wording ?? {},
  };
}

/** One set of tokens from several, later wins; links and words one by one. */
export function layerTokens(layers: readonly BrandTokens[]): BrandTokens {
  return layers.reduce<BrandTokens>((below, layer) => {
    const over = Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined)) as BrandTokens;
    const merged = { ...below, ...over };
    if (below.links && over.links) merged.links = { ...below.links, ...over.links };
    if (below.wording && over.wording) merged.wording = layerWording(below.wording, over.wording);
    return merged;
  }, {});
}

const layerWording = (below: Wording, over: Wording): Wording =>
  Object.fromEntries(
    [...new Set([...Object.keys(below), ...Object.keys(over)])].map((language) => {
      const key = language as keyof Wording;
      return [key, { ...below[key], ...over[key] }];
    }),
  );

/** Address of an uploaded picture: its file, and a digest of its bytes, so that it may be kept for ever. */
const picturePath = z.string().regex(/^\/api\/v1\/brand\/pictures\/\d{1,10}\/[0-9a-f]{16}$/, 'must be an uploaded picture');

/** Tokens as the editor sends them: pictures are those that were uploaded before. */
export const brandEdit = brandTokens
  .extend({ logo: picturePath.optional(), logoDark: picturePath.optional(), favicon: picturePath.optional() })
  .meta({ id: 'BrandEdit' });

/** Where the value that a token inherits comes from. */
export const brandSource = z.enum(['default', 'agency', 'file']);
export type BrandSource = z.infer<typeof brandSource>;

/** All that the brand editor shows: `GET /api/v1/brand/editor`. Own tokens lie over `inherited`. */
export const brandEditor = z
  .object({
    version: z.number().int(),
    /** Name of the tenant, for a brand without one. */
    tenant: z.string(),
    /** Host the look is seen on. */
    host: z.string(),
    published: brandTokens,
    /** What waits to be published; null when nothing does. */
    draft: brandTokens.nullable(),
    inherited: brandTokens,
    sources: z.record(z.string(), brandSource),
    /** The brand with the draft applied. */
    effective: brand,
  })
  .meta({ id: 'BrandEditor' });
export type BrandEditor = z.infer<typeof brandEditor>;

const version = z.number().int().min(1);
export const brandDraft = z.strictObject({ version, tokens: brandEdit }).meta({ id: 'BrandDraft' });
export const brandPublish = z.strictObject({ version }).meta({ id: 'BrandPublish' });
/** `before` undoes a publication, `after` goes back to it. */
export const brandRestore = z.strictObject({ version, look: z.enum(['before', 'after']) }).meta({ id: 'BrandRestore' });

export const brandPublication = z
  .object({ id: z.number().int(), at: z.iso.datetime(), by: z.string().nullable(), fields: z.array(z.string()) })
  .meta({ id: 'BrandPublication' });
export const brandHistory = z.object({ items: z.array(brandPublication) }).meta({ id: 'BrandHistory' });
export type BrandPublication = z.infer<typeof brandPublication>;
/** A publication as its author sees it; `publicationId` is null when nothing had changed. */
export const brandPublished = z.object({ editor: brandEditor, publicationId: z.number().int().nullable() }).meta({ id: 'BrandPublished' });

export const brandPicture = z.object({ path: z.string(), width: z.number().int(), height: z.number().int() }).meta({ id: 'BrandPicture' });
export type BrandPicture = z.infer<typeof brandPicture>;

export const mailPreviewRequest = z.strictObject({ tokens: brandEdit, locale: locale.optional() }).meta({ id: 'MailPreviewRequest' });
export const mailPreview = z.object({ subject: z.string(), from: z.string(), html: z.string() }).meta({ id: 'MailPreview' });
