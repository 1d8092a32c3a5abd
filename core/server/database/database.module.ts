import { Global, Module } from '@nestjs/common';
import { Database, databaseOver, PlatformDatabase } from './database.ts';
import { PlatformConnection } from './platform-connection.ts';
import { Statement } from './statement.ts';
import { TenantConnection } from './tenant-connection.ts';
import { UnitOfWork } from './unit-of-work.ts';

@Global()
@Module({
  providers: [
    TenantConnection,
    PlatformConnection,
    UnitOfWork,
    Statement,
    { provide: Database, inject: [TenantConnection], useFactory: (connection: TenantConnection) => databaseOver(connection.prisma) },
    { provide: PlatformDatabase, inject: [PlatformConnection], useFactory: (connection: PlatformConnection) => connection.prisma },
  ],
  exports: [Statement, TenantConnection, PlatformConnection, UnitOfWork, Database, PlatformDatabase],
})
export class DatabaseModule {}
