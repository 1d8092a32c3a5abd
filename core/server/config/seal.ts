import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from './config.ts';

const version = 'v1';

/**
 * Keeps secrets that must be read again (an authenticator's seed, a key for another service) unreadable in the database: AES-256-GCM with
 * the installation's `ENCRYPTION_KEY`. What cannot be read back needs no seal but a digest.
 */
@Injectable()
export class Seal {
  constructor(private readonly config: Config) {}

  /** @param place what the secret belongs to, such as `totp:3:17`; it cannot be opened under another, so a copied row is worth nothing */
  close(secret: string, place: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.config.encryptionKey, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [version, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** Throws when the text was altered, belongs to another place, or was closed with another key. */
  open(sealed: string, place: string): string {
    const [given, nonce, body] = sealed.split('.');
    const bytes = Buffer.from(body ?? '', 'base64url');
    if (given !== version || !nonce || bytes.length < 16) throw new Error('This is no sealed secret.');
    const decipher = createDecipheriv('aes-256-gcm', this.config.encryptionKey, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
  }

  /** A digest that nobody can guess at without the key, for secrets that are short. */
  digest(secret: string, place: string): string {
    return createHmac('sha256', this.config.encryptionKey).update(`${place}\0${secret}`).digest('base64url');
  }
}
