import { Injectable } from '@nestjs/common';
import { Audit, Database, Events, Handles, Live, UnitOfWork, type JobRun } from '@loctelli/core/server';
import { clientsImported, importProgress, runImport } from '../../contract.ts';
import type { DuplicateRule } from '../../contract.ts';
import { decide, type Decision } from './decide.ts';
import { importOf, type ImportRow } from './import-row.ts';
import type { ParsedRow } from './parse-row.ts';
import { RowSource, type Reach } from './row-source.ts';
import { BatchWriter } from './write-batch.ts';

const size = 1000;

/** Takes a file in, batch by batch. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly source: RowSource,
    private readonly writer: BatchWriter,
    private readonly live: Live,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * Each batch commits with the count of rows dealt with. A worker that dies leaves whole batches, and the next attempt goes on after
   * them; two workers on one import cannot both write a batch, for only one finds the count it expects.
   */
  @Handles(runImport)
  async run({ importId }: { importId: number }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      await this.#run(importId);
    } catch (error) {
      if (attempt >= runImport.attempts) await this.#end(importId, 'failed');
      throw error;
    }
  }

  async #run(importId: number): Promise<void> {
    await this.db.clientImport.updateMany({ where: { id: importId, status: 'queued' }, data: { status: 'running' } });
    const row = await this.db.clientImport.findFirst({ where: { id: importId } });
    if (row?.status !== 'running') return;
    const parse = await this.source.parser(row);
    let { processed } = row;
    for await (const rows of await this.source.batches(row, size, processed)) {
      if (!(await this.#write(row, processed, rows.map(parse)))) return;
      processed += rows.length;
    }
    await this.#end(importId, 'done');
  }

  /** False when the import was cancelled, or another worker was faster. */
  async #write(row: ImportRow, processed: number, rows: ParsedRow[]): Promise<boolean> {
    return this.uow.run(
      async () => {
        const { count } = await this.db.clientImport.updateMany({
          where: { id: row.id, status: 'running', processed },
          data: { processed: processed + rows.length },
        });
        if (!count) return false;
        const decision = decide(rows, await this.source.existing(rows, row.reach as unknown as Reach), row.rule as DuplicateRule);
        await this.writer.write(decision, row.id, row.ownerId);
        const now = await this.db.clientImport.update({ where: { id: row.id }, data: increments(decision) });
        // Raw SQL wrote the clients, so the cache has to be told.
        this.uow.current!.touched.add('Client');
        await this.live.publish(importProgress, importOf(now), { userId: row.ownerId });
        return true;
      },
      { timeoutMs: 60_000 },
    );
  }

  /** What a failed import has taken in stays, and can be undone like that of a finished one. */
  async #end(id: number, status: 'done' | 'failed'): Promise<void> {
    await this.uow.run(async () => {
      const { count } = await this.db.clientImport.updateMany({
        where: { id, status: 'running' },
        data: { status, finishedAt: new Date(), version: { increment: 1 } },
      });
      if (!count) return;
      const row = await this.db.clientImport.findFirstOrThrow({ where: { id } });
      const { created, updated, skipped, failed } = row;
      if (status === 'done') await this.events.emit(clientsImported, { importId: id, created, updated, skipped, failed });
      await this.audit.record({
        action: 'clients.imported',
        subject: 'ClientImport',
        subjectId: id,
        changes: { created, updated, skipped, failed },
      });
      await this.live.publish(importProgress, importOf(row), { userId: row.ownerId });
    });
  }
}

function increments({ outcomes }: Decision) {
  const count = (outcome: Decision['outcomes'][number]) => ({ increment: outcomes.filter((one) => one === outcome).length });
  return { created: count('create'), updated: count('update'), skipped: count('skip'), failed: count('fail') };
}
