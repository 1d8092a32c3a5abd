import { Injectable } from '@nestjs/common';
import { Database, Procedures } from '@loctelli/core/server';
import { readHistory } from '../../../chat/contract.ts';
import type { StopReason } from '../../contract.ts';
import { stopOf } from '../engine/stops.ts';
import type { StepState } from './step-state.ts';

/** How far back a client's last words are looked for. */
const recent = 20;

/** Looks, before a step, for what would have ended the cadence had its event come already: nobody who just replied is written to. */
@Injectable()
export class StandingStops {
  constructor(
    private readonly db: Database,
    private readonly procedures: Procedures,
  ) {}

  async of({ row, definition: { cadence }, client }: Pick<StepState, 'row' | 'definition' | 'client'>, isWriting: boolean): Promise<{ reason: StopReason; href: string | null } | null> {
    if (await this.db.strategyOptOut.findFirst({ where: { clientId: client.id }, select: { id: true } })) return { reason: 'unsubscribed', href: null };
    if (client.stageSince && Date.parse(client.stageSince) > row.createdAt.getTime()) {
      const reason = stopOf(cadence, { what: 'stage', stageId: client.stageId, kind: client.stageKind });
      if (reason) return { reason, href: `/clients/${client.id}` };
    }
    if (!isWriting || !cadence.stopOn.reply) return null;
    const { items } = await this.procedures.call(readHistory, { clientId: client.id, limit: recent });
    const reply = items.find(({ kind, at }) => kind === 'incoming' && Date.parse(at) > row.createdAt.getTime());
    return reply ? { reason: 'reply', href: `/chat/${reply.conversationId}` } : null;
  }
}
