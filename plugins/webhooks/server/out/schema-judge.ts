import { Injectable } from '@nestjs/common';
import type { ValidateFunction } from 'ajv';
import { Access, EventLog } from '@loctelli/core/server';

const freshMs = 15_000;

/** Holds what is sent against the schema that its type publishes. */
@Injectable()
export class SchemaJudge {
  /** By the schema itself: tenants share them. */
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #published = new Map<number, { at: number; types: Promise<Map<string, string>> }>();

  constructor(
    private readonly log: EventLog,
    private readonly access: Access,
  ) {}

  /** Null where the data is what its type promises. */
  async faultOf(type: string, data: unknown): Promise<{ reason: 'schema' | 'unpublished'; detail: string } | null> {
    const schema = (await this.#types()).get(type);
    if (schema === undefined) return { reason: 'unpublished', detail: type };
    const validate = await this.#validator(schema);
    if (validate(data)) return null;
    return { reason: 'schema', detail: (validate.errors ?? []).map(({ instancePath, message }) => `data${instancePath} ${message}`).join('; ').slice(0, 500) };
  }

  async isPublished(type: string): Promise<boolean> {
    return (await this.log.types()).some(({ name }) => name === type);
  }

  #types(): Promise<Map<string, string>> {
    const { id } = this.access.tenant;
    const known = this.#published.get(id);
    if (known && Date.now() - known.at < freshMs) return known.types;
    const types = this.log.types().then((all) => new Map(all.map(({ name, schema }) => [name, JSON.stringify(schema)])));
    if (this.#published.size > 1_000) this.#published.clear();
    this.#published.set(id, { at: Date.now(), types });
    types.catch(() => this.#published.delete(id));
    return types;
  }

  async #validator(schema: string): Promise<ValidateFunction> {
    const known = this.#compiled.get(schema);
    if (known) return known;
    // By its default, the one name that the bundled API leaves to CommonJS.
    const { default: Ajv } = await import('ajv/dist/2020.js');
    // Formats stand beside patterns in what zod writes; the patterns are judged.
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(schema) as object);
    this.#compiled.set(schema, validate);
    return validate;
  }
}
