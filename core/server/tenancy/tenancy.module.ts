import { Global, Module } from '@nestjs/common';
import { BrandController } from './brand.controller.ts';
import { BrandService } from './brand.service.ts';
import { TenantDirectory } from './tenant-directory.ts';
import { TenantFiles } from './tenant-files.ts';

@Global()
@Module({ controllers: [BrandController], providers: [TenantDirectory, BrandService, TenantFiles], exports: [TenantDirectory, BrandService, TenantFiles] })
export class TenancyModule {}
