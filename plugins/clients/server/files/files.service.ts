import type { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Access, Audit, Database, Files, problem, Timeline, UnitOfWork, userNames, type Prisma } from '@loctelli/core/server';
import { clientErrors } from '../../contract.ts';
import type { ClientFile } from '../../contract.ts';
import { ClientNews } from '../client-news.ts';
import { ClientReach } from '../client-reach.ts';
import { cleanName, typeOfFile } from './file-type.ts';

const megabytes = 25;
const withFile = { file: { select: { name: true, mime: true, size: true } } } satisfies Prisma.ClientFileInclude;
type Row = Prisma.ClientFileGetPayload<{ include: typeof withFile }>;

/** Files kept with a client: quotes, photographs, contracts. */
@Injectable()
export class ClientFiles {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly files: Files,
    private readonly reach: ClientReach,
    private readonly news: ClientNews,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
  ) {}

  /** Throws clients.not-found unless files may be added to the client; asked before a byte is read. */
  async demand(clientId: number): Promise<void> {
    await this.reach.demand(clientId, 'clients.update');
  }

  /** Newest first, two hundred at most. */
  async list(clientId: number): Promise<{ items: ClientFile[] }> {
    await this.reach.demand(clientId, 'clients.read');
    const rows = await this.db.clientFile.findMany({
      where: { clientId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 200,
      include: withFile,
    });
    const names = await userNames(this.db, rows.map(({ createdById }) => createdById));
    return { items: rows.map((row) => fileOf(row, names.of(row.createdById))) };
  }

  /** Throws core.too-large beyond 25 MiB, and then keeps nothing. */
  async add(clientId: number, sentName: string, bytes: Readable): Promise<ClientFile> {
    await this.reach.demand(clientId, 'clients.update');
    const stored = await this.files.save({
      name: cleanName(sentName),
      mime: 'application/octet-stream',
      bytes,
      limit: megabytes * 1024 * 1024,
    });
    try {
      const mime = await typeOfFile((await this.files.find(stored.id)).path);
      return await this.uow.run(async () => {
        await this.db.file.update({ where: { id: stored.id }, data: { mime } });
        const me = this.access.user;
        const row = await this.db.clientFile.create({ data: { clientId, fileId: stored.id, createdById: me.id }, include: withFile });
        await this.news.tell(clientId, 'file-added', { name: row.file.name, fileId: row.id }, { source: sourceOf(row.id) });
        await this.#record('client.file-added', row);
        return fileOf(row, me.name);
      });
    } catch (error) {
      await this.files.delete(stored.id);
      throw error;
    }
  }

  /** To be saved, never to be shown: a page or picture that somebody sent would run or be read as one of ours. */
  async content(clientId: number, id: number): Promise<StreamableFile> {
    await this.reach.demand(clientId, 'clients.read');
    const { fileId, file } = await this.#find(clientId, id);
    const disposition = `attachment; filename="${file.name.replace(/[^\x20-\x7e]|[%"\\]/g, '_')}"; filename*=UTF-8''${encodeName(file.name)}`;
    return new StreamableFile(await this.files.open(fileId), { type: file.mime, length: file.size, disposition });
  }

  /** The bytes go once the row is gone for sure. */
  async remove(clientId: number, id: number): Promise<void> {
    await this.reach.demand(clientId, 'clients.update');
    const row = await this.#find(clientId, id);
    await this.uow.run(async () => {
      const { count } = await this.db.clientFile.deleteMany({ where: { id } });
      if (!count) throw problem(clientErrors.clientFileNotFound);
      await this.timeline.revise(sourceOf(id), { params: { name: row.file.name } });
      await this.news.tell(clientId, 'file-removed', { name: row.file.name });
      await this.#record('client.file-removed', row);
    });
    await this.files.delete(row.fileId);
  }

  async #find(clientId: number, id: number): Promise<Row> {
    const row = await this.db.clientFile.findFirst({ where: { id, clientId }, include: withFile });
    if (!row) throw problem(clientErrors.clientFileNotFound);
    return row;
  }

  async #record(action: string, { id, clientId, file }: Row): Promise<void> {
    await this.audit.record({ action, subject: 'Client', subjectId: clientId, changes: { fileId: id, name: file.name } });
  }
}

const sourceOf = (id: number) => `ClientFile:${id}`;
const encodeName = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const fileOf = ({ id, file: { name, mime, size }, createdAt }: Row, createdByName: string | null): ClientFile => ({
  ...{ id, name, mime, size, createdByName },
  createdAt: createdAt.toISOString(),
});
