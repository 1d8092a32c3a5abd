import { Injectable } from '@nestjs/common';
import { kernelErrors, type FieldVerb, type PermissionManifest, type Why, type WhyQuery, type WhyReason } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { Permissions } from '../access/permissions.ts';
import { PermissionRoutes } from '../access/permission-routes.ts';
import { Principals, type KnownUser } from '../auth/principals.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { whyGranted } from './why-granted.ts';
import { WhyRecord } from './why-record.ts';

/**
 * Why somebody can or cannot do something, to a record or at all. It asks what the product asks, in the same order and of the same
 * objects: the account behind a token, the plugin's switch, the compiled grants and their `where`.
 */
@Injectable()
export class WhyService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly permissions: Permissions,
    private readonly plugins: PluginStates,
    private readonly principals: Principals,
    private readonly records: WhyRecord,
    private readonly routes: PermissionRoutes,
  ) {}

  /** People may ask about themselves; about others, who may see users and roles. */
  async explain(userId: number, { permission: id, subject, subjectId }: WhyQuery): Promise<Why> {
    if (userId !== this.access.user.id) {
      this.access.demand('users.read');
      this.access.demand('roles.read');
    }
    const known = await this.principals.find(this.access.tenant.id, userId);
    if (!known) throw problem(kernelErrors.notFound);
    const permission = this.#permission(id, subject);
    const reasons: WhyReason[] = [
      ...(await this.#account(known, userId)),
      ...this.#tenant(permission),
      ...(await this.#plugin(permission)),
      ...(await this.#grant(known, permission)),
    ];
    if (subjectId !== undefined && known.principal.grants[id]) reasons.push(...(await this.records.explain(known, permission, subjectId)));
    const fields = this.#fields(known, permission.subject);
    if (fields.length > 0) reasons.push({ code: 'fields-refused', verdict: 'info', params: { count: fields.length } });
    const { name, role } = known.principal;
    return {
      allowed: reasons.every(({ verdict }) => verdict !== 'no'),
      user: { id: userId, name, role },
      permission: { id, subject: permission.subject },
      reasons,
      fields,
    };
  }

  #permission(id: string, subject: string | undefined): PermissionManifest {
    const permission = this.permissions.get(id);
    if (!permission) throw problem(kernelErrors.invalidInput, undefined, [{ path: 'permission', code: 'unknown', message: 'There is no such permission.' }]);
    if (subject !== undefined && subject !== permission.subject)
      throw problem(kernelErrors.invalidInput, undefined, [{ path: 'subject', code: 'subject', message: `This permission is about ${permission.subject}.` }]);
    return permission;
  }

  async #account(known: KnownUser, userId: number): Promise<WhyReason[]> {
    if (!known.isActive) return [{ code: 'account-inactive', verdict: 'no', params: {} }];
    const row = await this.db.user.findFirst({ where: { id: userId, emailVerifiedAt: null }, select: { id: true } });
    return row ? [{ code: 'account-unverified', verdict: 'no', params: {} }] : [{ code: 'account-active', verdict: 'yes', params: {} }];
  }

  #tenant({ id }: PermissionManifest): WhyReason[] {
    if (this.access.tenant.status !== 'paused') return [];
    const left = this.routes.whilePaused(id);
    if (left === 'all') return [];
    return [left === 'none' ? { code: 'tenant-paused', verdict: 'no', params: {} } : { code: 'tenant-paused-partly', verdict: 'info', params: {} }];
  }

  async #plugin({ id }: PermissionManifest): Promise<WhyReason[]> {
    const plugin = this.permissions.pluginOf(id)!;
    if (plugin === 'core') return [];
    const isOn = await this.plugins.isEnabled(this.access.tenant.id, plugin);
    return [{ code: isOn ? 'plugin-on' : 'plugin-off', verdict: isOn ? 'yes' : 'no', params: { plugin } }];
  }

  async #grant(known: KnownUser, { id }: PermissionManifest): Promise<WhyReason[]> {
    const role = await this.db.role.findFirst({ where: { key: known.principal.role } });
    if (!role) return [];
    const history = await this.db.auditEntry.findMany({
      where: { subject: 'Role', subjectId: String(role.id) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 200,
    });
    const last = history.find(({ changes }) => Object.hasOwn((changes ?? {}) as object, `grants.${id}`));
    const actor = last?.actorId ? await this.db.user.findFirst({ where: { id: last.actorId }, select: { name: true } }) : null;
    const change = last && { by: actor?.name ?? '', at: last.createdAt.toISOString() };
    return whyGranted(this.permissions, role, id, known.principal, change ?? null);
  }

  #fields({ principal: { refusals } }: KnownUser, subject: string): Why['fields'] {
    const declared = this.permissions.fields.get(subject);
    const verbs: FieldVerb[] = ['read', 'write', 'export'];
    const fields = (declared?.fields ?? []).map((name) => ({
      name,
      label: `${declared!.pluginId}.fields.${name}`,
      refused: verbs.filter((verb) => refusals.of(subject, verb).has(name)),
    }));
    return fields.filter(({ refused }) => refused.length > 0);
  }
}
