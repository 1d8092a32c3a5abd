import { Injectable } from '@nestjs/common';
import { Access, Database, Files } from '@loctelli/core/server';
import { ClientSettings } from '../client-settings.ts';
import type { Existing } from './decide.ts';
import { mappingOf, type ImportRow } from './import-row.ts';
import { rowParser, type ParsedRow } from './parse-row.ts';
import { readBatches, type FileRow } from './read-rows.ts';

/** How far the right to change clients reaches of the one who imports; kept with the import, for its job runs without a user. */
export interface Reach {
  scope: 'own' | 'team' | 'all';
  userId: number;
  teamId: number | null;
}

/** The rows of an import's file, read, parsed and matched with the clients that are there. */
@Injectable()
export class RowSource {
  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly access: Access,
    private readonly settings: ClientSettings,
  ) {}

  /** Rows under the header, `size` at a time, after the first `skip`. */
  async batches(row: ImportRow, size: number, skip = 0): Promise<AsyncGenerator<FileRow[]>> {
    const { path } = await this.files.find(row.fileId);
    return readBatches(path, row, size, skip);
  }

  async parser(row: ImportRow): Promise<(row: FileRow) => ParsedRow> {
    const { country } = this.access.tenant;
    const [currency, fields, users] = await Promise.all([
      this.settings.currency(),
      this.db.clientField.findMany(),
      this.db.user.findMany({ where: { isActive: true }, select: { id: true, name: true, email: true } }),
    ]);
    const owners = new Map(
      users.flatMap(
        ({ id, name, email }) =>
          [
            [name.toLowerCase(), id],
            [email.toLowerCase(), id],
          ] as const,
      ),
    );
    return rowParser({ columns: row.columns as string[], mapping: mappingOf(row), fields, country, currency, owners });
  }

  /** Stored clients that rows may be duplicates of, by e-mail address and phone number; the oldest where there are several. One query. */
  async existing(rows: readonly ParsedRow[], reach: Reach): Promise<Map<string, Existing & { importId: number | null }>> {
    const wanted = rows.flatMap(({ client }) => (client ? [client] : []));
    const emails = [...new Set(wanted.flatMap(({ email }) => email ?? []))];
    const phones = [...new Set(wanted.flatMap((client) => (client.email ? [] : (client.phone ?? []))))];
    const found = new Map<string, Existing & { importId: number | null }>();
    if (emails.length + phones.length === 0) return found;
    const clients = await this.db.client.findMany({
      where: { deletedAt: null, OR: [{ email: { in: emails } }, { phone: { in: phones } }] },
      include: { owner: { select: { teamId: true } } },
      orderBy: { id: 'desc' },
    });
    const phonesWanted = new Set(phones);
    for (const { owner, value, ...client } of clients) {
      const inReach =
        reach.scope === 'all' ||
        client.ownerId === reach.userId ||
        (reach.scope === 'team' && reach.teamId !== null && owner?.teamId === reach.teamId);
      const entry = { ...client, value: value === null ? null : Number(value), inReach } as Existing & { importId: number | null };
      if (client.email) found.set(client.email, entry);
      if (client.phone && phonesWanted.has(client.phone)) found.set(client.phone, entry);
    }
    return found;
  }
}
