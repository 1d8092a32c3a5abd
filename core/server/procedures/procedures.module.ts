import { Global, Module } from '@nestjs/common';
import { Procedures } from './procedures.ts';

@Global()
@Module({ providers: [Procedures], exports: [Procedures] })
export class ProceduresModule {}
