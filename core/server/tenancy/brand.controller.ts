import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, kernelErrors, tenantFront } from '@loctelli/core';
import { z } from 'zod';
import { Access } from '../access/access.ts';
import { AnyTenantStatus, Public } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { problem } from '../http/problem.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { BrandIcons, iconSizes } from './brand-icons.ts';
import { BrandPictures } from './brand-pictures.ts';
import { BrandService } from './brand.service.ts';

const byHost = ['vary', 'Host, X-Forwarded-Host'] as const;
const aDay = ['cache-control', 'public, max-age=86400'] as const;
const forEver = ['cache-control', 'public, max-age=31536000, immutable'] as const;
/** Scripts draw it on pages of others. */
const anywhere = ['cross-origin-resource-policy', 'cross-origin'] as const;
const inert = ['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox"] as const;
const asSaid = ['x-content-type-options', 'nosniff'] as const;

const digest = z.string().max(64);
const iconFile = z.string().max(20);
/** Web App Manifest, as far as it is used (W3C); its names are the format's. */
const manifest = z
  .object({
    ...{ name: z.string(), short_name: z.string(), start_url: z.string(), scope: z.string(), display: z.string() },
    ...{ theme_color: z.string(), background_color: z.string() },
    icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string() })),
  })
  .meta({ id: 'WebManifest' });

@ApiTags('brand')
@Controller('brand')
@Public()
@AnyTenantStatus()
export class BrandController {
  constructor(
    private readonly brands: BrandService,
    private readonly pictures: BrandPictures,
    private readonly icons: BrandIcons,
    private readonly access: Access,
    private readonly states: PluginStates,
  ) {}

  @Get()
  @Header(...byHost)
  @Answer(tenantFront)
  async show() {
    const { tenant } = this.access;
    const [front, plugins] = await Promise.all([this.brands.front(tenant), this.states.publicFor(tenant.id)]);
    return { ...front, plugins };
  }

  @Get('logo')
  @Header(...anywhere)
  @Header(...byHost)
  @Header(...aDay)
  @Header(...inert)
  @Header(...asSaid)
  logo() {
    return this.brands.image(this.access.tenant, 'logo');
  }

  @Get('logo-dark')
  @Header(...anywhere)
  @Header(...byHost)
  @Header(...aDay)
  @Header(...inert)
  @Header(...asSaid)
  logoDark() {
    return this.brands.image(this.access.tenant, 'logoDark');
  }

  @Get('favicon')
  @Header(...byHost)
  @Header(...aDay)
  @Header(...inert)
  @Header(...asSaid)
  favicon() {
    return this.brands.image(this.access.tenant, 'favicon');
  }

  @Get('pictures/:pictureId/:digest')
  @Header(...anywhere)
  @Header(...byHost)
  @Header(...forEver)
  @Header(...inert)
  @Header(...asSaid)
  picture(@Param('pictureId', { schema: id }) pictureId: number, @Param('digest', { schema: digest }) hash: string) {
    return this.pictures.open(pictureId, hash);
  }

  /** `32.png`, `180.png`, `192.png` or `512.png`. */
  @Get('icon/:file')
  @Header(...byHost)
  @Header(...aDay)
  @Header(...inert)
  @Header(...asSaid)
  @Header('content-type', 'image/png')
  icon(@Param('file', { schema: iconFile }) file: string) {
    const size = iconSizes.find((each) => file === `${each}.png`);
    if (!size) throw problem(kernelErrors.notFound);
    return this.icons.icon(size);
  }

  @Get('manifest.webmanifest')
  @Header(...byHost)
  @Header('cache-control', 'public, max-age=300')
  @Answer(manifest)
  manifest() {
    return this.icons.manifest();
  }
}
