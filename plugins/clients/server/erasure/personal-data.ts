import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, problem, Procedures } from '@loctelli/core/server';
import { clientErrors, clientRecords } from '../../contract.ts';
import { clientOf, withOwner } from '../client-row.ts';
import { hiddenFields } from '../field-rules.ts';

/** All that is kept about one client, to be handed to them. */
@Injectable()
export class PersonalData {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly procedures: Procedures,
  ) {}

  /** JSON, with what every plugin keeps. Throws clients.not-found; what the caller may not export is left out, and named under `leftOut`. */
  async of(id: number): Promise<{ name: string; json: string }> {
    const row = await this.db.client.findFirst({ where: { AND: [{ id }, this.access.where('clients.export')] }, include: withOwner });
    if (!row) throw problem(clientErrors.notFound);
    const refused = hiddenFields(this.access.refused('Client', 'export'));
    const client = Object.fromEntries(Object.entries(clientOf(row)).filter(([field]) => !refused.has(field)));
    const where = { clientId: id };
    const [notes, tasks, files, timeline, audit, importChanges, bulkChanges, merges] = await Promise.all([
      this.db.clientNote.findMany({ where, orderBy: { id: 'asc' }, select: { body: true, createdAt: true, updatedAt: true, author: { select: { name: true } } } }),
      this.db.clientTask.findMany({ where, orderBy: { id: 'asc' }, select: { title: true, body: true, dueAt: true, completedAt: true, createdAt: true } }),
      this.db.clientFile.findMany({ where, orderBy: { id: 'asc' }, select: { createdAt: true, file: { select: { name: true, mime: true, size: true } } } }),
      this.db.timelineEntry.findMany({ where: { subject: 'Client', subjectId: id }, orderBy: { id: 'asc' }, select: { kind: true, params: true, body: true, at: true } }),
      this.db.auditEntry.findMany({ where: { subject: 'Client', subjectId: String(id) }, orderBy: { id: 'asc' }, select: { action: true, changes: true, createdAt: true } }),
      this.db.clientImportChange.findMany({ where, orderBy: { id: 'asc' }, select: { importId: true, before: true, after: true } }),
      this.db.clientBulkChange.findMany({ where, orderBy: { id: 'asc' }, select: { runId: true, before: true, after: true } }),
      this.db.clientMerge.findMany({ where: { OR: [{ survivorId: id }, { mergedIds: { has: id } }] }, select: { survivorId: true, mergedIds: true, before: true, after: true, createdAt: true, undoneAt: true } }),
    ]);
    const others = await this.procedures.gather(clientRecords, { clientId: id });
    // What else is kept of a field is left out with it, wherever it is kept: an address stands in messages and bookings too.
    const elsewhere: Record<string, unknown[]> = Object.assign({ audit, importChanges, bulkChanges, merges }, ...others.map((each) => each.sections));
    const withheld = refused.size ? Object.keys(elsewhere).filter((section) => elsewhere[section]!.length > 0) : [];
    const leftOut = [...new Set([...refused, ...withheld, ...others.flatMap((each) => each.leftOut)])];
    await this.audit.record({ action: 'client.personal-data-exported', subject: 'Client', subjectId: id });
    return {
      name: `client-${id}-personal-data.json`,
      json: JSON.stringify({ exportedAt: new Date().toISOString(), tenant: this.access.tenant.name, leftOut, client, notes, tasks, files, timeline, ...(refused.size === 0 && elsewhere) }, null, 2),
    };
  }
}
