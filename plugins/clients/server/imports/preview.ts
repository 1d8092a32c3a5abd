import { Injectable } from '@nestjs/common';
import { Access } from '@loctelli/core/server';
import type { ClientImportPreview, DuplicateRule } from '../../contract.ts';
import { decide, type Outcome } from './decide.ts';
import { ImportsService } from './imports.service.ts';
import { RowSource } from './row-source.ts';

const looked = 1000;
const shown = 20;

/** What an import would do, without doing it. */
@Injectable()
export class ImportPreview {
  constructor(
    private readonly imports: ImportsService,
    private readonly source: RowSource,
    private readonly access: Access,
  ) {}

  /** Looks at the first thousand rows, shows the first twenty and the first twenty that would fail. */
  async of(id: number): Promise<ClientImportPreview> {
    const row = await this.imports.find(id);
    const parse = await this.source.parser(row);
    const batches = await this.source.batches(row, looked);
    const { value = [] } = await batches.next();
    await batches.return(undefined);
    const parsed = (value as Parameters<typeof parse>[0][]).map(parse);
    const { id: userId, teamId } = this.access.user;
    const existing = await this.source.existing(parsed, { scope: this.access.can('clients.update') ?? 'own', userId, teamId });
    const { outcomes } = decide(parsed, existing, row.rule as DuplicateRule);
    const counts: Record<Outcome, number> = { create: 0, update: 0, skip: 0, fail: 0 };
    for (const outcome of outcomes) counts[outcome]++;

    const failing = [...parsed.keys()].filter((index) => outcomes[index] === 'fail').slice(0, shown);
    const indexes = [...new Set([...parsed.keys()].slice(0, shown).concat(failing))].sort((a, b) => a - b);
    const rows = indexes.map((index) => {
      const { row: number, client, cells, reasons } = parsed[index]!;
      const name = client?.name ?? cells.find((cell) => cell !== '')?.slice(0, 200) ?? '';
      return {
        row: number,
        outcome: outcomes[index]!,
        name,
        email: client?.email ?? null,
        phone: client?.phone ?? null,
        company: client?.company ?? null,
        reasons,
      };
    });
    return { rows, counts, looked: parsed.length, rowCount: row.rowCount };
  }
}
