import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditLog } from './audit-log.ts';
import { Audit } from './audit.ts';

@Global()
@Module({ controllers: [AuditController], providers: [Audit, AuditLog], exports: [Audit] })
export class AuditModule {}
