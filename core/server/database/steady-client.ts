import pg from 'pg';

/**
 * A connection whose loss is told to whoever waits on it, and does not end the process. A client in use emits `error` beside rejecting its
 * query, and pg-pool listens only while a client is idle.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
