import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
interface Result {
  fields: { dataTypeID: number }[];
  rows: unknown[][];
}
/** What the adapter has inside and its types do not show. */
interface Inner {
  client: pg.Pool;
  performIO(query: unknown): Promise<Result>;
  /** Throws the error in the form the engine understands. */
  onError(error: unknown): never;
}

/** PostgreSQL's one-byte `"char"`, which its catalogue uses, and the type the engine reads it as. */
const charOid = 18;
const textOid = 25;
const characterType = 6;

/**
 * Prisma's adapter, fit for migrations. As published it
 * - cuts scripts at every semicolon, also inside of a function's body, and sends the pieces over several connections. Here a script is one
 *   query on one connection, so PostgreSQL applies it whole or not at all;
 * - cannot read the `"char"` columns of the catalogue, so no live database could be described;
 * - opens the shadow database under the address of the real one.
 */
export class MigrationPg extends PrismaPg {
  readonly #open: Adapter[] = [];

  constructor(private readonly url: string) {
    super({ connectionString: url, max: 1 });
  }

  override async connect(): Promise<Adapter> {
    const adapter = fit(await super.connect());
    this.#open.push(adapter);
    return adapter;
  }

  /** Closes the connections the engine took and keeps: it never gives one back. */
  async close(): Promise<void> {
    for (const adapter of this.#open.splice(0)) await adapter.dispose();
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const shadow = await createThrowaway(this.url);
    const adapter = fit(await new PrismaPg({ connectionString: shadow.url, max: 1 }).connect());
    const close = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await close();
      await shadow.drop();
    };
    return adapter;
  }
}

/**
 * An empty database beside the given one; whoever asked for it drops it, once their own connections are closed. Not by force: that would end
 * autovacuum's connection, which only a superuser may, and fails; a plain DROP sends autovacuum away by itself and waits for what still leaves.
 */
async function createThrowaway(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `loctelli_shadow_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  const shadow = new URL(url);
  shadow.pathname = `/${name}`;
  return { url: shadow.toString(), drop: () => onServer(`drop database if exists ${name}`) };
}

function fit(adapter: Adapter): Adapter {
  const inner = adapter as unknown as Inner;
  const [perform, queryRaw] = [inner.performIO.bind(adapter), adapter.queryRaw.bind(adapter)];
  let characters: number[] = [];
  inner.performIO = async (query) => {
    const result = await perform(query);
    characters = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === charOid ? [index] : []));
    return { ...result, fields: result.fields.map((field) => (field.dataTypeID === charOid ? { ...field, dataTypeID: textOid } : field)) };
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    return { ...result, columnTypes: result.columnTypes.map((type, index) => (characters.includes(index) ? characterType : type)) };
  };
  adapter.executeScript = async (script) => {
    await inner.client.query(script).catch((error: unknown) => inner.onError(error));
  };
  return adapter;
}
