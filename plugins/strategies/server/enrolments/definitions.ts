import { Injectable } from '@nestjs/common';
import { Access, Database } from '@loctelli/core/server';
import type { Definition } from '../../contract.ts';
import { definitionOf } from '../strategies/strategy-row.ts';

const kept = 500;

/** What published versions say. They never change, so each process reads one once. */
@Injectable()
export class Definitions {
  readonly #known = new Map<string, Definition>();

  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  async of(versionId: number): Promise<Definition> {
    const key = `${this.access.tenant.id}:${versionId}`;
    const known = this.#known.get(key);
    if (known) return known;
    const row = await this.db.strategyVersion.findFirstOrThrow({ where: { id: versionId }, select: { definition: true } });
    const definition = definitionOf(row.definition);
    if (this.#known.size >= kept) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(key, definition);
    return definition;
  }
}
