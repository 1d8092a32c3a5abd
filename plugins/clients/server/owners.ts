import { Injectable } from '@nestjs/common';
import { Access, Database, problem } from '@loctelli/core/server';
import { clientErrors } from '../contract.ts';

/** Who may own a client. */
@Injectable()
export class Owners {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /**
   * Checks that the caller may give a client to this user. Returns the user as a client shows its owner.
   * @throws clients.unknown-owner, or clients.owner-out-of-reach for someone their permission does not extend to
   */
  async check(ownerId: number | null, permission: string): Promise<{ name: string } | null> {
    const { id, name, teamId } = this.access.user;
    if (ownerId === id) return { name };
    const scope = this.access.can(permission);
    if (scope === 'own' || (ownerId === null && scope !== 'all')) throw problem(clientErrors.ownerOutOfReach);
    if (ownerId === null) return null;
    const owner = await this.db.user.findFirst({ where: { id: ownerId, isActive: true }, select: { name: true, teamId: true } });
    if (!owner) throw problem(clientErrors.unknownOwner);
    if (scope === 'team' && (teamId === null || owner.teamId !== teamId)) throw problem(clientErrors.ownerOutOfReach);
    return owner;
  }
}
