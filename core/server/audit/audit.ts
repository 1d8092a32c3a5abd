import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';

/** One thing somebody did. Actor, request and address are taken from the context. */
export interface AuditRecord {
  /** `<noun>.<past participle>`, such as `client.updated`. */
  action: string;
  /** The model it was done to. */
  subject: string;
  subjectId?: string | number | null;
  /** Field → `[before, after]`, or whatever tells what happened. Never a secret. */
  changes?: Record<string, unknown> | null;
}

/** The tenant's log of who did what. */
@Injectable()
export class Audit {
  constructor(private readonly uow: UnitOfWork) {}

  /** Notes it with the open unit of work, so that it is kept if and only if the change is; opens one where there is none. */
  async record({ action, subject, subjectId, changes }: AuditRecord): Promise<void> {
    const row = {
      action,
      subject,
      subjectId: subjectId === undefined || subjectId === null ? null : String(subjectId),
      changes: changes ?? null,
    };
    await this.uow.run(async () => void this.uow.current!.audit.push(row));
  }
}

/** Field → `[before, after]` of the fields that differ. */
export function differences(before: object, after: object): Record<string, [unknown, unknown]> {
  const old = before as Record<string, unknown>;
  const changed = Object.entries(after).filter(
    ([field, value]) => value !== undefined && JSON.stringify(old[field]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed.map(([field, value]) => [field, [old[field] ?? null, value]]));
}
