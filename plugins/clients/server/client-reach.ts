import { Injectable } from '@nestjs/common';
import { Access, Database, problem } from '@loctelli/core/server';
import { clientErrors } from '../contract.ts';

/** Whether the caller may do something with a client: what everything that hangs on a client asks first. */
@Injectable()
export class ClientReach {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** Throws clients.not-found, whether there is no such client or it is out of reach. */
  async demand(id: number, permission: string): Promise<{ id: number; name: string; ownerId: number | null }> {
    const client = await this.#find(id, permission);
    if (!client) throw problem(clientErrors.notFound);
    return client;
  }

  async may(id: number, permission: string): Promise<boolean> {
    return this.access.can(permission) !== null && (await this.#find(id, permission)) !== null;
  }

  #find(id: number, permission: string) {
    return this.db.client.findFirst({ where: { AND: [{ id }, this.access.where(permission)] }, select: { id: true, name: true, ownerId: true } });
  }
}
