import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

/** A request as a local server heard it. */
export interface HeardRequest {
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

/** An endpoint on this machine: notes what it hears, and answers what it is told to. */
export class LocalServer {
  readonly heard: HeardRequest[] = [];
  /** How it answers; may wait. */
  answer: (request: HeardRequest) => { status: number; headers?: Record<string, string>; body?: string } | Promise<{ status: number; headers?: Record<string, string>; body?: string }> = () => ({ status: 200, body: 'ok' });
  #server: Server | undefined;
  #port = 0;

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const heard = { headers: request.headers, body: Buffer.concat(chunks).toString(), at: Date.now() };
        this.heard.push(heard);
        const { status, headers = {}, body = '' } = await this.answer(heard);
        response.writeHead(status, headers).end(body);
      });
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as { port: number }).port;
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/hook`;
  }

  /** Ids it heard, in order. */
  get ids(): string[] {
    return this.heard.map(({ headers }) => String(headers['webhook-id']));
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
  }
}
