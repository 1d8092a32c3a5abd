import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Access } from './access.ts';
import { PermissionRoutes } from './permission-routes.ts';
import { Permissions } from './permissions.ts';

@Global()
@Module({ imports: [DiscoveryModule], providers: [Access, PermissionRoutes, Permissions], exports: [Access, PermissionRoutes, Permissions] })
export class AccessModule {}
