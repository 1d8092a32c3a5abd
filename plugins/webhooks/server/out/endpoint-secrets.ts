import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { Access, Seal, type Prisma } from '@loctelli/core/server';

type Endpoint = Prisma.WebhookEndpointGetPayload<object>;
type Sealed = Pick<Endpoint, 'key' | 'secret' | 'previousSecret' | 'previousSecretUntil' | 'headers'>;
type StoredHeader = { name: string; value: string };

/** What an endpoint's requests are signed and sent with. */
@Injectable()
export class EndpointSecrets {
  constructor(
    private readonly seal: Seal,
    private readonly access: Access,
  ) {}

  /** A new secret, in the form that the reference libraries take. */
  make = (): string => `whsec_${randomBytes(32).toString('base64')}`;

  close = (text: string, key: string): string => this.seal.close(text, this.#place(key));
  open = (sealed: string, key: string): string => this.seal.open(sealed, this.#place(key));

  /** Headers of one request: the endpoint's own, then those of Standard Webhooks, with two signatures while a former secret still holds. */
  headersFor(endpoint: Sealed, id: string, at: Date, body: string): { own: Record<string, string>; standard: Record<string, string> } {
    const { key, secret, previousSecret, previousSecretUntil } = endpoint;
    const secrets = [secret, ...(previousSecret && previousSecretUntil && previousSecretUntil > at ? [previousSecret] : [])];
    const signatures = secrets.map((sealed) => new Webhook(this.open(sealed, key)).sign(id, at, body));
    const own = Object.fromEntries((endpoint.headers as StoredHeader[]).map(({ name, value }) => [name, this.open(value, key)]));
    const standard = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': signatures.join(' ') };
    return { own, standard };
  }

  /** Headers as they are stored; one without a value keeps the one it had. Undefined where it had none. */
  storedHeaders(given: readonly { name: string; value?: string | undefined }[], before: readonly StoredHeader[], key: string): StoredHeader[] | undefined {
    const stored = given.map(({ name, value }) => (value === undefined ? before.find((each) => each.name === name) : { name, value: this.close(value, key) }));
    return stored.every((each) => each !== undefined) ? [...new Map(stored.map((each) => [each.name, each])).values()] : undefined;
  }

  #place = (key: string) => `webhook-endpoint:${this.access.tenant.id}:${key}`;
}
