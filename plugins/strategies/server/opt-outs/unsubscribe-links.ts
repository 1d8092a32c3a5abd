import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Access, BrandService, Seal } from '@loctelli/core/server';

const words = {
  en: 'If you no longer want such messages:',
  es: 'Si ya no quieres recibir estos mensajes:',
  ar: 'إذا كنت لا ترغب في تلقي مثل هذه الرسائل بعد الآن:',
} as const;

/** The link below a cadence's mail, behind which a client says that they want no more of it. */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly access: Access,
    private readonly brands: BrandService,
    private readonly seal: Seal,
  ) {}

  /** The last line of a mail. */
  async line(clientId: number): Promise<string> {
    return `${words[this.access.tenant.locale] ?? words.en}\n${await this.brands.originOf(this.access.tenant)}/unsubscribe/${this.token(clientId)}`;
  }

  /** Where the reader's mail program says the same with a POST and nothing else (RFC 8058). */
  async oneClick(clientId: number): Promise<string> {
    return `${await this.brands.originOf(this.access.tenant)}/api/v1/strategies/unsubscribe/${this.token(clientId)}/one-click`;
  }

  /** Signed, and the same for ever: a link in an old mail still leads there. */
  token(clientId: number): string {
    const id = Buffer.alloc(4);
    id.writeUInt32BE(clientId);
    return Buffer.concat([id, this.#signature(clientId)]).toString('base64url');
  }

  /** The client a token is for; null for one that we did not sign. */
  clientOf(token: string): number | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 20) return null;
    const clientId = bytes.readUInt32BE(0);
    // As it was written, letter by letter: Base64 has several last letters for the same bytes.
    const [given, ours] = [Buffer.from(token), Buffer.from(this.token(clientId))];
    return given.length === ours.length && timingSafeEqual(given, ours) ? clientId : null;
  }

  #signature(clientId: number): Buffer {
    return Buffer.from(this.seal.digest(String(clientId), `strategies.unsubscribe:${this.access.tenant.id}`), 'base64url').subarray(0, 16);
  }
}
