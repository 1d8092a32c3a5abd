import type { Prisma } from '../../../prisma/build/client/client.ts';

/** One transaction and what will leave with it. */
export interface Work {
  tx: Prisma.TransactionClient;
  /** Models whose rows changed. */
  touched: Set<string>;
  outbox: OutboxRow[];
  audit: AuditRow[];
  timeline: TimelineRow[];
  /** Runs after the commit, in order; a failure is logged and does not undo what was committed. */
  afterCommit: (() => unknown)[];
}

export interface OutboxRow {
  eventId: string;
  kind: 'event' | 'job';
  name: string;
  payload: unknown;
}

export interface AuditRow {
  action: string;
  subject: string;
  subjectId: string | null;
  changes: unknown;
}

export interface TimelineRow {
  subject: string;
  subjectId: number;
  kind: string;
  params: unknown;
  body: string | null;
  href: string | null;
  permission: string | null;
  source: string | null;
  /** ISO 8601; the moment of the commit's statement when absent */
  at: string | null;
}
