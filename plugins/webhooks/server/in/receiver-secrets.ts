import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { Access, problem, Seal } from '@loctelli/core/server';
import { webhookErrors, type ReceiverScheme } from '../../contract.ts';

/** The secrets of receivers, and the last part of their addresses, which is one as well. */
@Injectable()
export class ReceiverSecrets {
  constructor(
    private readonly seal: Seal,
    private readonly access: Access,
  ) {}

  make(scheme: ReceiverScheme): string | null {
    if (scheme === 'none') return null;
    if (scheme === 'standard') return `whsec_${randomBytes(32).toString('base64')}`;
    return scheme === 'hmac' ? randomBytes(32).toString('hex') : `webhook:${randomBytes(24).toString('base64url')}`;
  }

  /** Throws webhooks.wrong-secret for what the scheme cannot use. */
  demand(scheme: ReceiverScheme, secret: string): void {
    if (scheme === 'standard' ? isStandard(secret) : scheme !== 'basic' || /^[^:]+:.+$/.test(secret)) return;
    throw problem(webhookErrors.wrongSecret, undefined, [{ path: 'secret', code: 'secret', message: webhookErrors.wrongSecret.detail }]);
  }

  close = (text: string, key: string) => this.seal.close(text, this.#place(key));
  open = (sealed: string, key: string) => this.seal.open(sealed, this.#place(key));

  /** 192 bits that nobody guesses; found by a digest, so that who reads the table can call no address. */
  makeToken(key: string): { token: string; tokenDigest: string } {
    const token = randomBytes(24).toString('base64url');
    return { token: this.close(token, key), tokenDigest: this.digest(token) };
  }

  digest = (token: string) => this.seal.digest(token, `webhook-receiver:${this.access.tenant.id}`);

  #place = (key: string) => `webhook-receiver:${this.access.tenant.id}:${key}`;
}

function isStandard(secret: string): boolean {
  try {
    new Webhook(secret);
    return /^(whsec_)?[A-Za-z0-9+/]{20,}={0,2}$/.test(secret);
  } catch {
    return false;
  }
}
