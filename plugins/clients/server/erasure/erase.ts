import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, Events, Jobs, Prisma, problem, Traces, UnitOfWork } from '@loctelli/core/server';
import { clientErased, clientErrors, deleteFiles } from '../../contract.ts';
import type { ClientErasure, EraseRequest } from '../../contract.ts';
import { Purge } from '../trash/purge.ts';
import { Certificates } from './certificates.ts';

interface Person {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
}

/** Erases a client and every trace of who they were. There is no way back. */
@Injectable()
export class Eraser {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly purge: Purge,
    private readonly traces: Traces,
    private readonly jobs: Jobs,
    private readonly certificates: Certificates,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** Takes those that were merged into the client along: they are the same person. Throws clients.not-found, clients.erase-not-confirmed. */
  erase(id: number, { confirm, reason }: EraseRequest): Promise<ClientErasure> {
    return this.uow.run(
      async () => {
        const row = await this.db.client.findFirst({ where: { AND: [{ id }, this.access.where('clients.erase')] }, select: { name: true } });
        if (!row) throw problem(clientErrors.notFound);
        if (row.name.trim() !== confirm) {
          const message = clientErrors.eraseNotConfirmed.detail;
          throw problem(clientErrors.eraseNotConfirmed, undefined, [{ path: 'confirm', code: 'not-confirmed', message }]);
        }
        const people = await this.#people(id);
        const ids = people.map((person) => person.id);
        const texts = await this.#texts(people);
        const counts = await this.#count(ids);
        const imports = await this.#scrubImports(people, texts.marks);
        await this.#scrubMerges(ids);
        await this.db.$executeRaw`update "File" f set name = '' from "ClientFile" k where k."fileId" = f.id and k."clientId" = any(${ids}::int[])`;
        await this.purge.clients(ids);
        const traces = await this.traces.erase({ subject: 'Client', ids, key: 'clientId', path: '/clients/', ...texts });
        await this.#scrubRuns();
        if (imports.length) await this.jobs.add(deleteFiles, { fileIds: [], wipeIds: imports });
        const clean = [...texts.names, ...texts.marks].reduce((text, part) => text?.replaceAll(part, ''), reason?.trim());
        const erasure = await this.certificates.issue(id, { clients: ids.length, ...counts, ...traces, imports: imports.length }, clean || null);
        await this.events.emit(clientErased, { clientId: id, certificate: erasure.certificate });
        await this.audit.record({ action: 'client.erased', subject: 'Client', subjectId: id, changes: { certificate: erasure.certificate } });
        return erasure;
      },
      { timeoutMs: 120_000 },
    );
  }

  async #people(id: number): Promise<Person[]> {
    return this.db.$queryRaw<Person[]>`
      with recursive person as (
        select c.id from "Client" c where c.id = ${id}
        union select c.id from "Client" c join person p on c."mergedIntoId" = p.id
      ) select c.id, c.name, c.email, c.phone from "Client" c where c.id in (select id from person) order by c.id for update`;
  }

  /** What they are known by, as far as it is nobody else's: what another client is called stays with that one. */
  async #texts(people: Person[]): Promise<{ names: string[]; marks: string[] }> {
    const ids = people.map(({ id }) => id);
    const own = async (field: 'name' | 'email' | 'phone') => {
      const texts = [...new Set(people.flatMap((person) => person[field] ?? []))];
      const others = await this.db.client.findMany({ where: { id: { notIn: ids }, [field]: { in: texts } }, select: { [field]: true } as never });
      const taken = new Set(others.map((other) => (other as unknown as Person)[field]));
      return texts.filter((text) => !taken.has(text));
    };
    return { names: await own('name'), marks: [...(await own('email')), ...(await own('phone'))] };
  }

  async #count(ids: number[]): Promise<Record<'notes' | 'tasks' | 'files', number>> {
    const where = { clientId: { in: ids } };
    const [notes, tasks, files] = [await this.db.clientNote.count({ where }), await this.db.clientTask.count({ where }), await this.db.clientFile.count({ where })];
    return { notes, tasks, files };
  }

  /** Rows of files they came in with: refused rows and samples are emptied; the files themselves go once their import has ended. @returns ids of those files */
  async #scrubImports(people: Person[], marks: string[]): Promise<number[]> {
    const ids = people.map(({ id }) => id);
    const texts = [...people.map(({ name }) => JSON.stringify(name)), ...marks];
    for (const text of texts) {
      await this.db.$executeRaw`update "ClientImportError" set cells = '[]', reasons = '[]' where strpos(cells::text, ${text}) > 0 or strpos(reasons::text, ${text}) > 0`;
      await this.db.$executeRaw`update "ClientImport" set sample = '[]' where strpos(sample::text, ${text}) > 0`;
    }
    const files = await this.db.$queryRaw<{ fileId: number }[]>(Prisma.sql`
      with known as (
        select c."importId" as id from "Client" c where c.id = any(${ids}::int[])
        union select h."importId" from "ClientImportChange" h where h."clientId" = any(${ids}::int[])
      )
      update "ClientImport" i set sample = '[]' where i.id in (select id from known) and i.status in ('done', 'failed', 'cancelled', 'undone') returning i."fileId"`);
    return files.map(({ fileId }) => fileId);
  }

  /** Merges they took part in can no longer be undone, and tell nothing of what was before. */
  async #scrubMerges(ids: number[]): Promise<void> {
    await this.db.$executeRaw`
      update "ClientMerge" set before = '{}', after = '{}', moved = '{}', "undoUntil" = least("undoUntil", now() at time zone 'utc')
      where "survivorId" = any(${ids}::int[]) or "mergedIds" && ${ids}::int[]`;
  }

  /** A bulk run may have asked for them by a part of their name; what an ended one was over is never read again. */
  async #scrubRuns(): Promise<void> {
    await this.db.$executeRaw`
      update "ClientBulkRun" set target = '{"ids": []}'
      where status not in ('queued', 'running') and (target -> 'filter' -> 'search' is not null or target -> 'filter' -> 'where' is not null)`;
  }
}
