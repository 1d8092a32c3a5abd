import { Injectable } from '@nestjs/common';
import { locale as localeSchema } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { Config } from '../config/config.ts';
import { Mail } from '../mail/mail.ts';
import { BrandService } from '../tenancy/brand.service.ts';
import { factorWords } from './factor-words.ts';
import { visitorOrigin } from './origin.ts';

export type FactorNotice = keyof (typeof factorWords)['en']['notices'];

/** Tells people by mail what became of the factors that protect their account, so that nobody changes them behind their back. */
@Injectable()
export class FactorNotices {
  constructor(
    private readonly access: Access,
    private readonly brands: BrandService,
    private readonly config: Config,
    private readonly mail: Mail,
  ) {}

  /** Goes out when the open unit of work commits. */
  async send(
    user: { name: string; email: string; locale: string | null },
    what: FactorNotice,
    values: Record<string, string | number> = {},
  ): Promise<void> {
    const locale = localeSchema.safeParse(user.locale).data ?? this.access.tenant.locale;
    const { brand } = await this.brands.front(this.access.tenant);
    const words = factorWords[locale];
    const { subject, body } = words.notices[what];
    const all: Record<string, string | number> = { name: user.name, tenant: brand.name, ...values };
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(all[name] ?? ''));
    const params = {
      subject: `${fill(subject)} · ${brand.name}`,
      heading: fill(subject),
      body: `${fill(body)} ${fill(words.notYou)}`,
      button: words.button,
      link: `${visitorOrigin(this.config)}/settings/security`,
    };
    await this.mail.send({ to: user.email, template: 'notice', params, locale });
  }
}
