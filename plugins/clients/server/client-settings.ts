import { Injectable } from '@nestjs/common';
import { Access, Settings } from '@loctelli/core/server';
import { currencyOf } from './currency.ts';

/** What `plugin.json` lets a tenant choose. */
interface Chosen {
  currency?: string;
  trashDays: number;
}

/** How the tenant set this plugin up. */
@Injectable()
export class ClientSettings {
  constructor(
    private readonly settings: Settings,
    private readonly access: Access,
  ) {}

  /** ISO 4217 code of values that come without one: chosen, or of the tenant's country. */
  async currency(): Promise<string> {
    return (await this.settings.get<Chosen>('clients')).currency ?? currencyOf(this.access.tenant.country);
  }

  /** How long a deleted client can be restored. */
  async trashDays(): Promise<number> {
    return (await this.settings.get<Chosen>('clients')).trashDays;
  }
}
