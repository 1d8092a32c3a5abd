import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { id, pageQuery, type PageQuery } from '@loctelli/core';
import { Access, Answer, BrandService, Can, OutsideUnitOfWork } from '@loctelli/core/server';
import { eraseRequest, erasure, erasureCheck, erasurePage, erasureVerdict } from '../../contract.ts';
import type { EraseRequest } from '../../contract.ts';
import { certificatePage } from './certificate-page.ts';
import { Certificates } from './certificates.ts';
import { Eraser } from './erase.ts';
import { PersonalData } from './personal-data.ts';

@ApiTags('clients')
@Controller('clients')
export class ErasureController {
  constructor(
    private readonly eraser: Eraser,
    private readonly certificates: Certificates,
    private readonly personalData: PersonalData,
    private readonly access: Access,
    private readonly brands: BrandService,
  ) {}

  @Get('erasures')
  @Can('clients.erase')
  @Answer(erasurePage)
  getErasures(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.certificates.list(query);
  }

  @Post('erasures/check')
  @Can('clients.erase')
  @Answer(erasureVerdict)
  async checkErasure(@Body({ schema: erasureCheck }) { certificate, seal }: z.infer<typeof erasureCheck>) {
    return { genuine: await this.certificates.check(certificate, seal) };
  }

  @Get('erasures/:erasureId/certificate')
  @Can('clients.erase')
  async getCertificate(@Param('erasureId', { schema: id }) erasureId: number) {
    const found = await this.certificates.get(erasureId);
    const { tenant, user } = this.access;
    const page = certificatePage(found, await this.brands.brandOf(tenant), { locale: user.locale ?? tenant.locale, zone: user.zone ?? tenant.zone });
    return new StreamableFile(Buffer.from(page), { type: 'text/html; charset=utf-8' });
  }

  @Get(':id/personal-data')
  @Can('clients.export')
  async getPersonalData(@Param('id', { schema: id }) clientId: number) {
    const { name, json } = await this.personalData.of(clientId);
    return new StreamableFile(Buffer.from(json), { type: 'application/json; charset=utf-8', disposition: `attachment; filename="${name}"` });
  }

  @Post(':id/erase')
  @Can('clients.erase')
  @OutsideUnitOfWork()
  @Answer(erasure, 201)
  eraseClient(@Param('id', { schema: id }) clientId: number, @Body({ schema: eraseRequest }) request: EraseRequest) {
    return this.eraser.erase(clientId, request);
  }
}
