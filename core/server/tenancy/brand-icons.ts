import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Brand } from '@loctelli/core';
import { LRUCache } from 'lru-cache';
import { Access } from '../access/access.ts';
import { recode } from '../files/pictures.ts';
import { BrandPictures } from './brand-pictures.ts';
import { BrandService } from './brand.service.ts';

/** Pixels of the icons that browsers, phones and desktops ask for. */
export const iconSizes = [32, 180, 192, 512] as const;

/** The brand's icon in every size: its favicon, or the first letter of its name on its colour. */
@Injectable()
export class BrandIcons {
  readonly #drawn = new LRUCache<string, Promise<Buffer>>({ max: 500 });

  constructor(
    private readonly brands: BrandService,
    private readonly pictures: BrandPictures,
    private readonly access: Access,
  ) {}

  /** PNG of the given size. */
  async icon(size: (typeof iconSizes)[number]): Promise<Buffer> {
    const brand = await this.brands.brandOf(this.access.tenant);
    const key = `${this.access.tenant.id}/${size}/${iconVersion(brand)}`;
    const known = this.#drawn.get(key);
    if (known) return known;
    const drawing = this.#draw(brand, size);
    this.#drawn.set(key, drawing);
    drawing.catch(() => this.#drawn.delete(key));
    return drawing;
  }

  /** The web app manifest: what a phone calls the product and draws for it. */
  async manifest() {
    const brand = await this.brands.brandOf(this.access.tenant);
    const icons = [192, 512].map((size) => ({ src: `/api/v1/brand/icon/${size}.png?v=${iconVersion(brand)}`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' }));
    return { name: brand.name, short_name: brand.name, start_url: '/', scope: '/', display: 'standalone', theme_color: brand.colour, background_color: brand.colour, icons };
  }

  async #draw(brand: Brand, size: number): Promise<Buffer> {
    const own = await this.pictures.bytesOf('favicon', brand.favicon);
    const drawn = await recode(own ?? letter(brand), { within: { width: size, height: size }, square: true, as: 'png' }).catch(() => null);
    // A favicon in a format that only browsers know, such as ICO, still leaves the letter.
    return (drawn ?? (await recode(letter(brand), { within: { width: size, height: size }, square: true, as: 'png' }))).bytes;
  }
}

/** Changes when the icon does. */
const iconVersion = ({ favicon, name, colour }: Brand) => createHash('sha256').update(favicon ?? `${name} ${colour}`).digest('hex').slice(0, 10);

function letter({ name, colour }: Brand): Buffer {
  const [first = ''] = name;
  const shown = first.toLocaleUpperCase().replace(/[<>&"']/g, '');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" rx="14" fill="${colour}"/><text x="32" y="45" font-family="sans-serif" font-size="38" font-weight="700" text-anchor="middle" fill="white">${shown}</text></svg>`,
  );
}
