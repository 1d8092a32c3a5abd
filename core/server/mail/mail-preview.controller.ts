import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { completeBrand, mailPreview, mailPreviewRequest } from '@loctelli/core';
import type { z } from 'zod';
import { Access } from '../access/access.ts';
import { Can, OutsideUnitOfWork } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { BrandService } from '../tenancy/brand.service.ts';
import { renderMail } from './render.ts';
import { senderOf } from './sender.ts';

/** Shows what a mail would look like under tokens that are being worked on. */
@ApiTags('brand')
@Controller('brand/preview')
export class MailPreviewController {
  constructor(
    private readonly brands: BrandService,
    private readonly access: Access,
  ) {}

  @Post('mail')
  @Can('brand.update')
  @OutsideUnitOfWork()
  @Answer(mailPreview)
  async mail(@Body({ schema: mailPreviewRequest }) { tokens, locale }: z.infer<typeof mailPreviewRequest>) {
    const { tenant, user } = this.access;
    const { below } = await this.brands.stackOf(tenant);
    const host = await this.brands.hostOf(tenant);
    const brand = completeBrand([...below.map((layer) => layer.tokens), tokens], tenant.name);
    const { subject, html } = renderMail('invitation', { inviter: user.name, link: `https://${host}/accept-invitation` }, brand, locale ?? user.locale ?? tenant.locale);
    const { name, address } = senderOf(brand.mailSender, host);
    return { subject, html, from: name ? `${name} <${address}>` : address };
  }
}
