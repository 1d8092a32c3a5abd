import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditExportQuery, auditFacets, auditPage, auditQuery } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { AuditExport } from './audit-export.ts';
import { AuditLog } from './audit-log.ts';

@ApiTags('audit')
@Controller('audit')
@Can('audit.read')
export class AuditController {
  constructor(
    private readonly log: AuditLog,
    private readonly exports: AuditExport,
  ) {}

  @Get()
  @Answer(auditPage)
  list(@Query({ schema: auditQuery }) query: z.infer<typeof auditQuery>) {
    return this.log.list(query);
  }

  @Get('facets')
  @Answer(auditFacets)
  facets() {
    return this.log.facets();
  }

  @Get('export')
  exportAudit(@Query({ schema: auditExportQuery }) query: z.infer<typeof auditExportQuery>) {
    return this.exports.csv(query);
  }
}
