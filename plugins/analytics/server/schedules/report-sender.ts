import { Injectable } from '@nestjs/common';
import { defineJob } from '@loctelli/core';
import { Access, Database, Every, Handles, Jobs, Mail, Standing, UnitOfWork } from '@loctelli/core/server';
import { z } from 'zod';
import type { Frequency, RangePreset } from '../../contract.ts';
import { nextAt } from './next-at.ts';
import { Reports } from './report.ts';

const sendReport = defineJob('analytics.send-report', z.object({ scheduleId: z.number().int(), at: z.string() }));
/** A queue holds no job for longer than this: a later one is planned by the round. */
const horizonMs = 2 * 86_400_000;

/**
 * Sends reports when they are due. A schedule moves on to its next time in the transaction that orders the mails, by an update that succeeds
 * once, so no report goes out twice; and a round finds those whose job was lost or lay too far ahead.
 */
@Injectable()
export class ReportSender {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly standing: Standing,
    private readonly jobs: Jobs,
    private readonly mails: Mail,
    private readonly reports: Reports,
  ) {}

  async plan(scheduleId: number, at: Date): Promise<void> {
    const delayMs = at.getTime() - Date.now();
    if (delayMs < horizonMs) await this.jobs.add(sendReport, { scheduleId, at: at.toISOString() }, { delayMs: Math.max(0, delayMs) });
  }

  @Handles(sendReport)
  async handle({ scheduleId, at }: z.infer<typeof sendReport.data>): Promise<void> {
    await this.send(scheduleId, new Date(at));
  }

  @Every('1 hour')
  async round(): Promise<void> {
    const near = await this.db.analyticsSchedule.findMany({ where: { isPaused: false, nextAt: { lte: new Date(Date.now() + 2 * 3_600_000) } }, select: { id: true, nextAt: true } });
    for (const { id, nextAt: at } of near) await this.plan(id, at!);
  }

  /** Sends the report that was due at a moment, unless it was sent, moved or paused meanwhile. */
  async send(scheduleId: number, at: Date, now = new Date()): Promise<void> {
    await this.uow.run(async () => {
      const row = await this.db.analyticsSchedule.findFirst({ where: { id: scheduleId, isPaused: false, nextAt: at } });
      if (!row || at > now) return;
      const next = nextAt({ ...row, frequency: row.frequency as Frequency }, this.access.tenant.zone, now);
      const { count } = await this.db.analyticsSchedule.updateMany({ where: { id: scheduleId, nextAt: at }, data: { nextAt: next, lastAt: now } });
      if (count === 0) return;
      await this.mail({ dashboardId: row.dashboardId, preset: row.preset as RangePreset }, row.recipientIds, now);
      await this.plan(scheduleId, next);
    });
  }

  /** To each of those who are active, with the numbers that each may see. */
  async mail({ dashboardId, preset }: { dashboardId: number; preset: RangePreset }, recipientIds: readonly number[], now: Date): Promise<void> {
    for (const recipientId of recipientIds) {
      await this.standing.actAs(recipientId, async () => {
        const { email, locale } = this.access.user;
        const report = await this.reports.make(dashboardId, preset, locale ?? this.access.tenant.locale, now);
        if (report) await this.mails.send({ to: email, template: 'notice', params: report.params, locale, attachments: report.attachments });
      });
    }
  }
}
