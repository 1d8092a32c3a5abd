import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@loctelli/core/server';
import { ClientSetup, entryStage, type Setup } from '../client-setup.ts';
import { searchText } from '../search.ts';
import { standingAfter } from '../stage-move.ts';
import type { Decision, Update } from './decide.ts';
import type { ParsedClient } from './parse-row.ts';

/** Writes what was decided about a batch of rows, with a fixed number of statements. Call it inside a unit of work. */
@Injectable()
export class BatchWriter {
  constructor(
    private readonly db: Database,
    private readonly setup: ClientSetup,
  ) {}

  async write({ creates, updates, failures }: Decision, importId: number, ownerId: number): Promise<void> {
    if (creates.length) await this.#create(creates, importId, ownerId);
    if (updates.length) await this.#update(updates, importId, ownerId);
    if (failures.length)
      await this.db.clientImportError.createMany({ data: failures.map(({ row, cells, reasons }) => ({ importId, row, cells, reasons })) });
  }

  async #create(clients: ParsedClient[], importId: number, ownerId: number): Promise<void> {
    const noted = clients.some(({ note }) => note);
    // Ids are drawn beforehand only where notes need to know them.
    const ids = noted ? await this.#draw(clients.length) : [];
    const { stages } = await this.setup.get();
    const rows = clients.map((client, index) => ({
      ...client,
      id: ids[index],
      stageId: entryStage(stages, client.status)?.id,
      ownerId: client.ownerId ?? ownerId,
      search: searchText(client),
    }));
    await this.db.$executeRaw`
      insert into "Client" (id, name, email, phone, company, position, zone, status, source, value, currency, tags, "customFields", search, "ownerId", "createdById", "importId", "createdAt", "stageId", "stageSince")
      select coalesce(r.id, nextval(pg_get_serial_sequence('"Client"', 'id'))::int), r.name, r.email, r.phone, r.company, r.position, r.zone, coalesce(r.status, 'lead'), r.source, r.value, r.currency,
             coalesce(r.tags, '{}'), coalesce(r."customFields", '{}'), r.search, r."ownerId", ${ownerId}, ${importId}, coalesce(r."createdAt", now() at time zone 'utc'), r."stageId", case when r."stageId" is not null then now() at time zone 'utc' end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${recordColumns}, "createdAt" timestamp, "stageId" int)`;
    const notes = rows.flatMap(({ id, note }) => (id && note ? [{ clientId: id, body: note, authorId: ownerId }] : []));
    await this.#note(notes);
  }

  /** A client that this very import created is completed in place: to undo it means to remove it, so nothing is kept of how it was. */
  async #update(found: Update[], importId: number, authorId: number): Promise<void> {
    const setup = await this.setup.get();
    const updates = found.map((update) => withStanding(update, setup));
    const rows = updates.map(({ existing, after }) => {
      const row = { ...existing, ...after };
      return { ...row, search: searchText(row) };
    });
    await this.db.$executeRaw`
      update "Client" c set name = r.name, email = r.email, phone = r.phone, company = r.company, position = r.position, zone = r.zone, status = r.status, source = r.source, value = r.value,
        currency = r.currency, tags = coalesce(r.tags, '{}'), "customFields" = r."customFields", search = r.search, "ownerId" = r."ownerId", "stageId" = r."stageId", "stageSince" = r."stageSince", "lostReasonId" = r."lostReasonId", "updatedAt" = now() at time zone 'utc',
        version = case when c."importId" = ${importId} then c.version else c.version + 1 end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${recordColumns}, "stageId" int, "stageSince" timestamp, "lostReasonId" int) where c.id = r.id`;
    const changed = updates.filter(({ existing }) => (existing as { importId?: number | null }).importId !== importId);
    await this.db.clientImportChange.createMany({
      data: changed.map(({ existing, before, after }) => ({
        importId,
        clientId: existing.id,
        before: before as object,
        after: after as object,
        versionAfter: existing.version + 1,
      })),
    });
    const notes = updates.flatMap(({ existing, note }) => (note ? [{ clientId: existing.id, body: note, authorId }] : []));
    await this.#note(notes);
  }

  /** Notes stand on the timelines of their clients too. */
  async #note(notes: { clientId: number; body: string; authorId: number }[]): Promise<void> {
    if (notes.length === 0) return;
    const rows = await this.db.clientNote.createManyAndReturn({ data: notes });
    await this.db.timelineEntry.createMany({
      data: rows.map(({ id, clientId, body, authorId, createdAt, version }) => ({
        ...{ subject: 'Client', subjectId: clientId, kind: 'clients.note', params: { version } },
        ...{ body, source: `ClientNote:${id}`, actorId: authorId, at: createdAt },
      })),
    });
  }

  async #draw(count: number): Promise<number[]> {
    const rows = await this.db.$queryRaw<
      { id: number }[]
    >`select nextval(pg_get_serial_sequence('"Client"', 'id'))::int as id from generate_series(1, ${count})`;
    return rows.map(({ id }) => id);
  }
}

/** A status from the file takes its client along its pipeline; why it was lost no file says. */
function withStanding(update: Update, setup: Setup): Update {
  const { existing, before, after } = update;
  if (after.status === undefined) return update;
  const was = { status: existing.status, stageId: existing.stageId, stageSince: existing.stageSince, lostReasonId: existing.lostReasonId };
  const now = standingAfter(was, { status: after.status }, setup, { demandReason: false });
  if (now.stageId === was.stageId && now.lostReasonId === was.lostReasonId) return { ...update, after: { ...after, status: now.status } };
  const { status: _status, ...rest } = was;
  return { ...update, before: { ...before, ...rest }, after: { ...after, ...now } };
}

const recordColumns = Prisma.raw(
  'id int, name text, email text, phone text, company text, position text, zone text, status text, source text, value numeric, currency text, tags text[], "customFields" jsonb, search text, "ownerId" int',
);
