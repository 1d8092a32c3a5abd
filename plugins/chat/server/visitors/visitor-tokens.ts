import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, Every, problem, type Prisma } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';

export type VisitorRow = Prisma.ChatVisitorGetPayload<object>;

/** A browser that did not come back for so long begins anew. */
const livesMs = 365 * 86_400_000;
const notedMs = 3_600_000;

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Who a browser is, by the token it shows. Only its digest is kept. */
@Injectable()
export class VisitorTokens {
  constructor(private readonly db: Database) {}

  async find(token: string | undefined): Promise<VisitorRow | null> {
    if (!token || token.length > 100) return null;
    return this.db.chatVisitor.findFirst({ where: { tokens: { some: { digest: digestOf(token), lastUsedAt: { gt: new Date(Date.now() - livesMs) } } } } });
  }

  /** Notes that the browser came back, so that it is not forgotten. */
  async touch(token: string): Promise<void> {
    await this.db.chatVisitorToken.updateMany({ where: { digest: digestOf(token), lastUsedAt: { lt: new Date(Date.now() - notedMs) } }, data: { lastUsedAt: new Date() } });
  }

  /** Throws chat.visitor-unknown. */
  async demand(token: string | undefined): Promise<VisitorRow> {
    const visitor = await this.find(token);
    if (!visitor) throw problem(chatErrors.visitorUnknown);
    return visitor;
  }

  async issue(visitorId: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.db.chatVisitorToken.create({ data: { visitorId, digest: digestOf(token) } });
    return token;
  }

  /** Forgets browsers that are gone, and visitors who never wrote. */
  @Every('1 day')
  async purge(): Promise<void> {
    await this.db.chatVisitorToken.deleteMany({ where: { lastUsedAt: { lt: new Date(Date.now() - livesMs) } } });
    const silent = new Date(Date.now() - 30 * 86_400_000);
    await this.db.chatVisitor.deleteMany({ where: { lastSeenAt: { lt: silent }, conversations: { none: {} }, clientId: null, externalId: null } });
  }
}

/** Throws chat.wrong-identity unless the website signed the id with the tenant's secret. */
export function demandSigned(externalId: string, hash: string, secret: string | undefined): void {
  const right = createHmac('sha256', secret ?? '').update(externalId).digest();
  if (!secret || !timingSafeEqual(right, Buffer.from(hash, 'hex'))) throw problem(chatErrors.wrongIdentity);
}
