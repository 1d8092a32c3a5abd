import { Injectable } from '@nestjs/common';
import { Access, Seal } from '@loctelli/core/server';

/** Addresses that carry their conversation: `inbox+c12-3f…@mail.example`. Who knows one may write there, so nobody can make one up. */
@Injectable()
export class ReplyAddress {
  constructor(
    private readonly access: Access,
    private readonly seal: Seal,
  ) {}

  of(inbound: string, conversationId: number): string {
    const at = inbound.lastIndexOf('@');
    return `${inbound.slice(0, at)}+c${conversationId}-${this.#proof(conversationId)}${inbound.slice(at)}`;
  }

  /** The conversation that one of the addresses carries; null when none does, or not as this tenant wrote it. */
  conversationIn(addresses: readonly string[]): number | null {
    for (const address of addresses) {
      const [, id, proof] = /\+c(\d{1,9})-([0-9a-f]{24})@/i.exec(address) ?? [];
      if (id && proof && proof.toLowerCase() === this.#proof(Number(id))) return Number(id);
    }
    return null;
  }

  /** Hexadecimal, since some servers forget the case of what stands before the @. */
  #proof(conversationId: number): string {
    const digest = this.seal.digest(String(conversationId), `chat-reply:${this.access.tenant.id}`);
    return Buffer.from(digest, 'base64url').toString('hex').slice(0, 24);
  }
}
