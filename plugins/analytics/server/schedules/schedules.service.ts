import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, problem, updateVersioned, userNames, WhoMay, type Prisma } from '@loctelli/core/server';
import { analyticsErrors, type Frequency, type RangePreset, type Schedule, type ScheduleCreate, type ScheduleUpdate } from '../../contract.ts';
import { DashboardsService } from '../dashboards/dashboards.service.ts';
import { nextAt, type Times } from './next-at.ts';
import { ReportSender } from './report-sender.ts';

const withDashboard = { dashboard: { select: { name: true } } } satisfies Prisma.AnalyticsScheduleInclude;
type Row = Prisma.AnalyticsScheduleGetPayload<{ include: typeof withDashboard }>;

/** When which dashboard is mailed to whom. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly dashboards: DashboardsService,
    private readonly whoMay: WhoMay,
    private readonly sender: ReportSender,
  ) {}

  /** The caller's own; all of them for who manages analytics. */
  async list(): Promise<Schedule[]> {
    const rows = await this.db.analyticsSchedule.findMany({ where: this.#reach(), include: withDashboard, orderBy: { id: 'asc' }, take: 200 });
    const names = await userNames(this.db, rows.flatMap(({ recipientIds }) => recipientIds));
    return rows.map((row) => this.#viewOf(row, names));
  }

  /** Throws analytics.dashboard-not-found, analytics.unknown-recipient. */
  async create({ dashboardId, recipientIds, ...times }: ScheduleCreate): Promise<Schedule> {
    const dashboard = await this.dashboards.row(dashboardId);
    await this.#judge(recipientIds);
    const next = nextAt(times, this.access.tenant.zone, new Date());
    const row = await this.db.analyticsSchedule.create({ data: { ...times, dashboardId, recipientIds, nextAt: next, ownerId: this.access.user.id } });
    await this.sender.plan(row.id, next);
    await this.audit.record({ action: 'report.scheduled', subject: 'AnalyticsSchedule', subjectId: row.id, changes: { dashboard: dashboard.name, recipients: recipientIds.length } });
    return this.#find(row.id);
  }

  /** Throws analytics.schedule-not-found, core.version-conflict, analytics.unknown-recipient. */
  async update(id: number, { version, isPaused, recipientIds, ...times }: ScheduleUpdate): Promise<Schedule> {
    const row = await this.#row(id);
    if (recipientIds) await this.#judge(recipientIds);
    const paused = isPaused ?? row.isPaused;
    const next = paused ? null : nextAt({ ...timesOf(row), ...times }, this.access.tenant.zone, new Date());
    await updateVersioned(this.db.analyticsSchedule, { id, version }, { ...times, ...(recipientIds && { recipientIds }), isPaused: paused, nextAt: next });
    if (next) await this.sender.plan(id, next);
    await this.audit.record({ action: 'report.rescheduled', subject: 'AnalyticsSchedule', subjectId: id, changes: { ...times, ...(isPaused !== undefined && { isPaused }) } });
    return this.#find(id);
  }

  async remove(id: number): Promise<void> {
    const row = await this.#row(id);
    await this.db.analyticsSchedule.deleteMany({ where: { id } });
    await this.audit.record({ action: 'report.ended', subject: 'AnalyticsSchedule', subjectId: id, changes: { dashboard: [row.dashboard.name, null] } });
  }

  /** Mails it now, to the caller alone, beside its times. */
  async test(id: number): Promise<void> {
    const { dashboardId, preset } = await this.#row(id);
    await this.sender.mail({ dashboardId, preset: preset as RangePreset }, [this.access.user.id], new Date());
  }

  async #find(id: number): Promise<Schedule> {
    const row = await this.#row(id);
    return this.#viewOf(row, await userNames(this.db, row.recipientIds));
  }

  async #row(id: number): Promise<Row> {
    const row = await this.db.analyticsSchedule.findFirst({ where: { AND: [{ id }, this.#reach()] }, include: withDashboard });
    if (!row) throw problem(analyticsErrors.scheduleNotFound);
    return row;
  }

  #reach(): Prisma.AnalyticsScheduleWhereInput {
    return this.access.can('analytics.manage') ? {} : { ownerId: this.access.user.id };
  }

  async #judge(recipientIds: readonly number[]): Promise<void> {
    const able = await this.whoMay.holding(recipientIds, 'analytics.read');
    if (recipientIds.some((id) => !able.has(id))) throw problem(analyticsErrors.unknownRecipient, undefined, [{ path: 'recipientIds', code: 'unknown', message: analyticsErrors.unknownRecipient.detail }]);
  }

  #viewOf(row: Row, names: { of(id: number | null): string | null }): Schedule {
    const { id, dashboardId, dashboard, preset, recipientIds, isPaused, ownerId, version } = row;
    return {
      ...{ id, dashboardId, dashboardName: dashboard.name, isPaused, version, ...timesOf(row), preset: preset as RangePreset },
      recipients: recipientIds.map((userId) => ({ id: userId, name: names.of(userId) })),
      ...{ nextAt: row.nextAt?.toISOString() ?? null, lastAt: row.lastAt?.toISOString() ?? null, zone: this.access.tenant.zone, mine: ownerId === this.access.user.id },
    };
  }
}

const timesOf = ({ frequency, weekday, monthDay, hour }: Pick<Row, 'frequency' | 'weekday' | 'monthDay' | 'hour'>): Times => ({ frequency: frequency as Frequency, weekday, monthDay, hour });
