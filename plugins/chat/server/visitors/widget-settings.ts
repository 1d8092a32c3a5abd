import { Injectable } from '@nestjs/common';
import { Access, BrandService, Settings } from '@loctelli/core/server';
import type { ChatSetup, WidgetConfig } from '../../contract.ts';
import { openingAt } from './office-hours.ts';

type Asked = WidgetConfig['askName'];
/** The plugin's settings as its manifest declares them. */
export interface ChatSettings {
  greeting?: string;
  offlineText?: string;
  allowedOrigins: string[];
  hours: string[];
  zone?: string;
  askName: Asked;
  askEmail: Asked;
  questions: string[];
  identitySecret?: string;
  inboundAddress?: string;
  inboundSecret?: string;
}

/** How the tenant has set its chat, for visitors and for whoever sets it up. */
@Injectable()
export class WidgetSettings {
  constructor(
    private readonly access: Access,
    private readonly brands: BrandService,
    private readonly settings: Settings,
  ) {}

  get = (): Promise<ChatSettings> => this.settings.get<ChatSettings>('chat');

  async config(now = new Date()): Promise<WidgetConfig> {
    const { tenant } = this.access;
    const [{ brand }, settings] = await Promise.all([this.brands.front(tenant), this.get()]);
    const zone = knownZone(settings.zone) ?? tenant.zone;
    const { open, changesAt } = openingAt(settings.hours, zone, now);
    return {
      ...{ name: brand.name, colour: brand.colour, radius: brand.radius, logo: brand.logo ?? null, logoDark: brand.logoDark ?? null },
      ...{ greeting: settings.greeting?.trim() || null, offlineText: settings.offlineText?.trim() || null },
      ...{ open, changesAt: changesAt?.toISOString() ?? null, zone, locale: tenant.locale, languages: ['en', 'es', 'ar'] },
      ...{ askName: settings.askName, askEmail: settings.askEmail, questions: settings.questions },
    };
  }

  /** What has to be copied elsewhere. Secrets stay where they are. */
  async setup(): Promise<ChatSetup> {
    const [host, settings] = await Promise.all([this.brands.hostOf(this.access.tenant), this.get()]);
    const origin = `https://${host}`;
    return {
      snippet: `<script async src="${origin}/x/chat/widget.js"></script>`,
      allowedOrigins: settings.allowedOrigins,
      inboundUrl: `${origin}/api/v1/chat/mail/inbound`,
      inboundAddress: settings.inboundAddress ?? null,
      hasIdentitySecret: Boolean(settings.identitySecret),
      hasInboundSecret: Boolean(settings.inboundSecret),
    };
  }
}

function knownZone(zone: string | undefined): string | null {
  try {
    return zone ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : null;
  } catch {
    return null;
  }
}
