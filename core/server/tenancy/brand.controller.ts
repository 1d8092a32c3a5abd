import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { tenantFront } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { AnyTenantStatus, Public } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { BrandService } from './brand.service.ts';

const byHost = ['vary', 'Host, X-Forwarded-Host'] as const;
const aDay = ['cache-control', 'public, max-age=86400'] as const;
const inert = ['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox"] as const;
const asSaid = ['x-content-type-options', 'nosniff'] as const;

@ApiTags('brand')
@Controller('brand')
@Public()
@AnyTenantStatus()
export class BrandController {
  constructor(
    private readonly brands: BrandService,
    private readonly access: Access,
  ) {}

  @Get()
  @Header(...byHost)
  @Answer(tenantFront)
  show() {
    return this.brands.front(this.access.tenant);
  }

  @Get('logo')
  @Header(...byHost)
  @Header(...aDay)
  @Header(...inert)
  @Header(...asSaid)
  logo() {
    return this.brands.image(this.access.tenant, 'logo');
  }

  @Get('favicon')
  @Header(...byHost)
  @Header(...aDay)
  @Header(...inert)
  @Header(...asSaid)
  favicon() {
    return this.brands.image(this.access.tenant, 'favicon');
  }
}
