import { Global, Module } from '@nestjs/common';
import { Access } from './access.ts';
import { Permissions } from './permissions.ts';

@Global()
@Module({ providers: [Access, Permissions], exports: [Access, Permissions] })
export class AccessModule {}
