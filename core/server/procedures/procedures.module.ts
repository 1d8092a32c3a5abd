import { Global, Module } from '@nestjs/common';
import { AgenciesAbove } from './agencies-above.ts';
import { Procedures } from './procedures.ts';

@Global()
@Module({ providers: [Procedures, AgenciesAbove], exports: [Procedures] })
export class ProceduresModule {}
