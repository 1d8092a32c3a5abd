import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Access, BrandService, Seal } from '@loctelli/core/server';

/** Addresses of the tenant's booking pages, and the secret part of a guest's link. */
@Injectable()
export class BookingLinks {
  constructor(
    private readonly access: Access,
    private readonly brands: BrandService,
    private readonly seal: Seal,
  ) {}

  /** Where the tenant's pages are. */
  origin(): Promise<string> {
    return this.brands.originOf(this.access.tenant);
  }

  /** Page of an event type. */
  async page(slug: string): Promise<string> {
    return `${await this.origin()}/book/${slug}`;
  }

  /** Page on which a guest sees and changes their booking. */
  async manage(uid: string): Promise<string> {
    return `${await this.origin()}/book/manage/${this.token(uid)}`;
  }

  /** Signed, and the same for as long as the booking exists: a link in an old mail still leads there. */
  token(uid: string): string {
    return Buffer.concat([Buffer.from(uid.replaceAll('-', ''), 'hex'), this.#signature(uid)]).toString('base64url');
  }

  /** The booking a token is for; null for one that we did not sign. */
  uidOf(token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 32) return null;
    const uid = bytes.subarray(0, 16).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    // As it was written, letter by letter: Base64 has several last letters for the same bytes.
    const [given, ours] = [Buffer.from(token), Buffer.from(this.token(uid))];
    return given.length === ours.length && timingSafeEqual(given, ours) ? uid : null;
  }

  #signature(uid: string): Buffer {
    return Buffer.from(this.seal.digest(uid, `bookings.link:${this.access.tenant.id}`), 'base64url').subarray(0, 16);
  }
}
