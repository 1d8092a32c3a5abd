import { Injectable } from '@nestjs/common';
import type { Preference } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';

/** What people arrange for themselves, and what the tenant starts everybody with. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** What is in force for the caller; value null when nobody arranged anything. */
  async get(key: string): Promise<Preference> {
    const own = await this.db.preference.findFirst({ where: { key, userId: this.access.user.id } });
    if (own) return { key, value: own.value as Preference['value'], from: 'own' };
    const start = await this.db.tenantPreference.findFirst({ where: { key } });
    return { key, value: (start?.value ?? null) as Preference['value'], from: start ? 'tenant' : 'none' };
  }

  async set(key: string, value: unknown): Promise<Preference> {
    const userId = this.access.user.id;
    const { count } = await this.db.preference.updateMany({ where: { key, userId }, data: { value: value as object } });
    if (count === 0) await this.db.preference.createMany({ data: [{ key, userId, value: value as object }], skipDuplicates: true });
    return this.get(key);
  }

  /** Back to what the tenant starts everybody with. */
  async clear(key: string): Promise<void> {
    await this.db.preference.deleteMany({ where: { key, userId: this.access.user.id } });
  }

  /** What everybody starts with who arranged nothing of their own. */
  async setStart(key: string, value: unknown): Promise<void> {
    const { count } = await this.db.tenantPreference.updateMany({ where: { key }, data: { value: value as object } });
    if (count === 0) await this.db.tenantPreference.createMany({ data: [{ key, value: value as object }], skipDuplicates: true });
    await this.audit.record({ action: 'preference.shared', subject: 'TenantPreference', subjectId: key });
  }

  async clearStart(key: string): Promise<void> {
    const { count } = await this.db.tenantPreference.deleteMany({ where: { key } });
    if (count) await this.audit.record({ action: 'preference.unshared', subject: 'TenantPreference', subjectId: key });
  }
}
