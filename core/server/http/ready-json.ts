/** An answer that is JSON text already, made from declared columns alone: by PostgreSQL, or kept in the cache. It is sent as it is. */
export class ReadyJson {
  constructor(readonly text: string) {}
}
