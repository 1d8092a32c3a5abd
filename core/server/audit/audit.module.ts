import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditExport } from './audit-export.ts';
import { AuditLog } from './audit-log.ts';
import { Audit } from './audit.ts';

@Global()
@Module({ controllers: [AuditController], providers: [Audit, AuditExport, AuditLog], exports: [Audit] })
export class AuditModule {}
