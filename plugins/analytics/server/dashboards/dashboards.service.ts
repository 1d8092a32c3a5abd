import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { analyticsErrors, metricFilter, rangeChoice, tiles as tileList, type Dashboard, type DashboardCreate, type DashboardUpdate, type DashboardVisibility } from '../../contract.ts';

const withOwner = { owner: { select: { name: true } } } satisfies Prisma.AnalyticsDashboardInclude;
type Row = Prisma.AnalyticsDashboardGetPayload<{ include: typeof withOwner }>;
const most = 200;

/** Dashboards: what is on them and whose they are. Numbers come from elsewhere, as each reader may see them. */
@Injectable()
export class DashboardsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<Dashboard[]> {
    const rows = await this.db.analyticsDashboard.findMany({ where: this.visible(), include: withOwner, orderBy: [{ position: 'asc' }, { id: 'asc' }], take: most });
    return rows.map((row) => this.#viewOf(row));
  }

  /** Throws analytics.dashboard-not-found. */
  async find(id: number): Promise<Dashboard> {
    return this.#viewOf(await this.row(id));
  }

  async create({ range, filters, tiles, ...input }: DashboardCreate): Promise<Dashboard> {
    const roleKey = this.#judge(input.visibility, input.roleKey);
    await this.#roleExists(roleKey);
    const data = { ...input, roleKey, ...json({ range: range ?? rangeChoice.parse({}), filters, tiles }), ownerId: this.access.user.id };
    const row = await this.db.analyticsDashboard.create({ data, include: withOwner });
    await this.audit.record({ action: 'dashboard.created', subject: 'AnalyticsDashboard', subjectId: row.id, changes: { name: [null, row.name], visibility: [null, row.visibility] } });
    return this.#viewOf(row);
  }

  /** Throws analytics.dashboard-not-found, analytics.not-yours, core.version-conflict. */
  async update(id: number, { version, range, filters, tiles, ...input }: DashboardUpdate): Promise<Dashboard> {
    const row = await this.mine(id);
    const shown = input.visibility ?? input.roleKey !== undefined ? { roleKey: this.#judge((input.visibility ?? row.visibility) as DashboardVisibility, input.roleKey === undefined ? row.roleKey : input.roleKey) } : {};
    await this.#roleExists(shown.roleKey ?? null);
    await updateVersioned(this.db.analyticsDashboard, { id, version }, { ...input, ...shown, ...json({ range, filters, tiles }) });
    await this.audit.record({ action: 'dashboard.updated', subject: 'AnalyticsDashboard', subjectId: id, changes: { ...input, ...shown, ...(tiles && { tiles: tiles.length }) } });
    return this.find(id);
  }

  async remove(id: number): Promise<void> {
    const { name } = await this.mine(id);
    await this.db.analyticsDashboard.deleteMany({ where: { id } });
    await this.audit.record({ action: 'dashboard.deleted', subject: 'AnalyticsDashboard', subjectId: id, changes: { name: [name, null] } });
  }

  async row(id: number): Promise<Row> {
    const row = await this.db.analyticsDashboard.findFirst({ where: { AND: [{ id }, this.visible()] }, include: withOwner });
    if (!row) throw problem(analyticsErrors.dashboardNotFound);
    return row;
  }

  async mine(id: number): Promise<Row> {
    const row = await this.row(id);
    if (!this.#mayChange(row)) throw problem(analyticsErrors.notYours);
    return row;
  }

  /** Dashboards the caller may see: their own, their role's, everybody's. */
  visible(): Prisma.AnalyticsDashboardWhereInput {
    const { id, role } = this.access.user;
    return { OR: [{ ownerId: id }, { visibility: 'tenant' }, { visibility: 'role', roleKey: role }, ...(this.access.can('analytics.manage') ? [{ visibility: 'role' }] : [])] };
  }

  #mayChange({ ownerId, visibility }: Pick<Row, 'ownerId' | 'visibility'>): boolean {
    return ownerId === this.access.user.id || (visibility !== 'private' && this.access.can('analytics.manage') !== null);
  }

  /** A private one needs nothing; one for others needs the permission to share. */
  #judge(visibility: DashboardVisibility, roleKey: string | null): string | null {
    if (visibility === 'private') return null;
    this.access.demand('analytics.share');
    if (visibility === 'tenant') return null;
    if (!roleKey) throw problem(analyticsErrors.roleNeeded);
    return roleKey;
  }

  async #roleExists(roleKey: string | null): Promise<void> {
    if (roleKey !== null && !(await this.db.role.count({ where: { key: roleKey } }))) throw problem(analyticsErrors.roleNeeded);
  }

  #viewOf(row: Row): Dashboard {
    const { id, name, visibility, roleKey, ownerId, position, version, owner } = row;
    return {
      ...{ id, name, roleKey, ownerId, position, version, visibility: visibility as DashboardVisibility, ownerName: owner.name, mine: this.#mayChange(row) },
      ...contentOf(row),
    };
  }
}

/** What stands in a row, as the schemas have it now: what a former version wrote and no longer fits is as if it were not there. */
export const contentOf = ({ range, filters, tiles }: Pick<Row, 'range' | 'filters' | 'tiles'>): Pick<Dashboard, 'range' | 'filters' | 'tiles'> => ({
  range: rangeChoice.safeParse(range).data ?? rangeChoice.parse({}),
  filters: metricFilter.safeParse(filters).data ?? {},
  tiles: tileList.safeParse(tiles).data ?? [],
});

const json = (parts: { range?: unknown; filters?: unknown; tiles?: unknown }) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as { range: Prisma.InputJsonObject; filters: Prisma.InputJsonObject; tiles: Prisma.InputJsonArray };
