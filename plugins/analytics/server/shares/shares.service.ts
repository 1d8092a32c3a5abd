import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@loctelli/core';
import { Access, Audit, Database, problem, Seal, Standing, userNames, type Prisma } from '@loctelli/core/server';
import { analyticsErrors, type Share, type ShareCreate, type SharedDashboard } from '../../contract.ts';
import { contentOf, DashboardsService } from '../dashboards/dashboards.service.ts';
import { TileAnswers } from '../measure/tile-answers.ts';

const withDashboard = { dashboard: { select: { name: true } } } satisfies Prisma.AnalyticsShareInclude;
type Row = Prisma.AnalyticsShareGetPayload<{ include: typeof withDashboard }>;
const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Links to one dashboard each, for people without an account. */
@Injectable()
export class SharesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly seal: Seal,
    private readonly standing: Standing,
    private readonly dashboards: DashboardsService,
    private readonly tiles: TileAnswers,
  ) {}

  /** The caller's own; all of them for who manages analytics. */
  async list(): Promise<Share[]> {
    const rows = await this.db.analyticsShare.findMany({ where: this.#reach(), include: withDashboard, orderBy: { id: 'desc' }, take: 200 });
    const names = await userNames(this.db, rows.map(({ ownerId }) => ownerId));
    return rows.map((row) => this.#viewOf(row, names.of(row.ownerId)));
  }

  /** Throws analytics.dashboard-not-found. */
  async create({ dashboardId, days }: ShareCreate): Promise<Share> {
    const { name } = await this.dashboards.row(dashboardId);
    const token = randomBytes(32).toString('base64url');
    const digest = digestOf(token);
    const data = { dashboardId, digest, sealed: this.seal.close(token, this.#place(digest)), ownerId: this.access.user.id, expiresAt: new Date(Date.now() + days * 86_400_000) };
    const row = await this.db.analyticsShare.create({ data, include: withDashboard });
    await this.audit.record({ action: 'dashboard.shared', subject: 'AnalyticsShare', subjectId: row.id, changes: { dashboard: [null, name], days: [null, days] } });
    return this.#viewOf(row, this.access.user.name);
  }

  /** Takes a link back: from now on it shows nothing. */
  async revoke(id: number): Promise<void> {
    const row = await this.db.analyticsShare.findFirst({ where: { AND: [{ id }, this.#reach()] }, include: withDashboard });
    if (!row) throw problem(analyticsErrors.shareNotFound);
    await this.db.analyticsShare.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    await this.audit.record({ action: 'dashboard.unshared', subject: 'AnalyticsShare', subjectId: id, changes: { dashboard: [row.dashboard.name, null] } });
  }

  /**
   * What a link shows: the dashboard as it is now, in the range it is kept with, with the numbers that its maker may export now. It shows nothing once
   * its maker is gone, may no longer share, or may no longer see the dashboard. Throws analytics.link-over.
   */
  async open(token: string, locale: Locale | undefined, now = new Date()): Promise<SharedDashboard> {
    const row = await this.db.analyticsShare.findFirst({ where: { digest: digestOf(token), revokedAt: null, expiresAt: { gt: now } }, include: { dashboard: true } });
    if (!row) throw problem(analyticsErrors.linkOver);
    const shown = await this.standing.actAs(row.ownerId, async () => {
      if (!this.access.can('analytics.share') || !(await this.db.analyticsDashboard.count({ where: { AND: [{ id: row.dashboardId }, this.dashboards.visible()] } }))) return null;
      const { range, filters, tiles } = contentOf(row.dashboard);
      return { name: row.dashboard.name, expiresAt: row.expiresAt.toISOString(), tiles, answers: await this.tiles.answer({ range, filters, tiles, locale: locale ?? this.access.tenant.locale }, now, 'export') };
    });
    if (!shown) throw problem(analyticsErrors.linkOver);
    await this.db.analyticsShare.updateMany({ where: { id: row.id }, data: { views: { increment: 1 }, lastSeenAt: now } });
    return shown;
  }

  #reach(): Prisma.AnalyticsShareWhereInput {
    return this.access.can('analytics.manage') ? {} : { ownerId: this.access.user.id };
  }

  #place = (digest: string) => `analytics-share:${this.access.tenant.id}:${digest}`;

  #viewOf(row: Row, ownerName: string | null): Share {
    const { id, dashboardId, dashboard, views, expiresAt, revokedAt, lastSeenAt, createdAt } = row;
    const over = revokedAt !== null || expiresAt <= new Date();
    return {
      ...{ id, dashboardId, dashboardName: dashboard.name, ownerName, views },
      path: over ? null : `/shared-dashboard/${this.seal.open(row.sealed, this.#place(row.digest))}`,
      ...{ expiresAt: expiresAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null, lastSeenAt: lastSeenAt?.toISOString() ?? null, createdAt: createdAt.toISOString() },
    };
  }
}
