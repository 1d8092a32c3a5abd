import { Injectable } from '@nestjs/common';
import { Database } from '@loctelli/core/server';

const dayMs = 86_400_000;
const within = { repliedAt: 30, bookedAt: 30, wonAt: 90 } as const;

/** Ascribes what a client did to the message that a strategy last sent to them, also after its end: the first time of each counts. */
@Injectable()
export class Ascription {
  constructor(private readonly db: Database) {}

  /** Call it in a unit of work. */
  async note(clientId: number, what: keyof typeof within, at: Date): Promise<void> {
    const reached = { gt: new Date(at.getTime() - within[what] * dayMs) };
    const rows = await this.db.strategyEnrolment.findMany({ where: { clientId, lastSentAt: reached, reachedAt: { lte: at } }, select: { id: true } });
    for (const { id } of rows) {
      await this.db.strategyEnrolment.updateMany({ where: { id, [what]: null }, data: { [what]: at } });
      const sent = await this.db.strategyStepRun.findFirst({
        where: { enrolmentId: id, kind: { in: ['message', 'email'] }, status: 'done', doneAt: { lte: at } },
        orderBy: { ordinal: 'desc' },
        select: { id: true },
      });
      if (sent) await this.db.strategyStepRun.updateMany({ where: { id: sent.id, [what]: null }, data: { [what]: at } });
    }
  }
}
