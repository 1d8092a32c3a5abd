import { Global, Module } from '@nestjs/common';
import { BrandEditing } from './brand-editing.ts';
import { BrandEditorController } from './brand-editor.controller.ts';
import { BrandIcons } from './brand-icons.ts';
import { BrandPictures } from './brand-pictures.ts';
import { BrandController } from './brand.controller.ts';
import { BrandService } from './brand.service.ts';
import { TenantDirectory } from './tenant-directory.ts';
import { TenantFiles } from './tenant-files.ts';

@Global()
@Module({
  controllers: [BrandEditorController, BrandController],
  providers: [TenantDirectory, BrandService, TenantFiles, BrandPictures, BrandIcons, BrandEditing],
  exports: [TenantDirectory, BrandService, TenantFiles],
})
export class TenancyModule {}
