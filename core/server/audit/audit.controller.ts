import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditPage, auditQuery } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { AuditLog } from './audit-log.ts';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Can('audit.read')
  @Answer(auditPage)
  list(@Query({ schema: auditQuery }) query: z.infer<typeof auditQuery>) {
    return this.log.list(query);
  }
}
