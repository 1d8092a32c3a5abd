import { Injectable } from '@nestjs/common';
import { kernelErrors, type Team } from '@loctelli/core';
import type { Team as TeamRow } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Principals } from '../auth/principals.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { updateVersioned } from '../database/versioned.ts';
import { problem } from '../http/problem.ts';
import { Rights } from './rights.ts';

const counted = { _count: { select: { members: true } } } as const;

/** Teams: who is in one reaches what its members own, wherever a role grants `team`. Nobody is in two. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly principals: Principals,
    private readonly rights: Rights,
  ) {}

  async list(): Promise<{ items: Team[] }> {
    const rows = await this.db.team.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], include: counted });
    return { items: rows.map(teamOf) };
  }

  /** Throws core.already-exists for a name that is taken. */
  async create(name: string): Promise<Team> {
    await this.#demandFree(name);
    const row = await this.db.team.create({ data: { name }, include: counted });
    await this.audit.record({ action: 'team.created', subject: 'Team', subjectId: row.id, changes: { name: [null, name] } });
    return teamOf(row);
  }

  async rename(id: number, version: number, name: string): Promise<Team> {
    const before = await this.#find(id);
    await this.#demandFree(name, id);
    await updateVersioned<TeamRow>(this.db.team as never, { id, version }, { name });
    await this.audit.record({ action: 'team.updated', subject: 'Team', subjectId: id, changes: { name: [before.name, name] } });
    return teamOf(await this.#find(id));
  }

  /**
   * Removes a team. Its members, and who is invited to it, go to the team `moveTo`, or to none; views shared with it go along, or become
   * their owners' alone. Throws core.still-referenced when it has members and nothing says where they go.
   */
  async remove(id: number, moveTo: number | 'none' | undefined): Promise<void> {
    const { name, _count } = await this.#find(id);
    if (_count.members > 0 && moveTo === undefined) throw problem(kernelErrors.stillReferenced);
    const target = typeof moveTo === 'number' ? await this.#findTarget(moveTo, id) : null;
    await this.#demandAllAbove(await this.db.user.findMany({ where: { teamId: id }, select: { roleKey: true } }));
    const teamId = target?.id ?? null;
    await this.db.user.updateMany({ where: { teamId: id }, data: { teamId, version: { increment: 1 } } });
    await this.db.invitation.updateMany({ where: { teamId: id }, data: { teamId } });
    await this.db.savedView.updateMany({ where: { teamId: id }, data: { teamId, ...(teamId === null && { visibility: 'private' }) } });
    await this.db.team.deleteMany({ where: { id } });
    const changes = { name: [name, null], members: _count.members, ...(target && { moveTo: target.name }) };
    await this.audit.record({ action: 'team.deleted', subject: 'Team', subjectId: id, changes });
    this.#forgetEverybody();
  }

  /** Takes people in; whoever was in another team leaves it. */
  async add(id: number, userIds: number[]): Promise<Team> {
    const { name } = await this.#find(id);
    const people = await this.db.user.findMany({
      where: { AND: [this.access.where('users.update'), { id: { in: userIds } }] },
      select: { id: true, name: true, roleKey: true, teamId: true },
    });
    if (people.length < new Set(userIds).size)
      throw problem(kernelErrors.invalidInput, undefined, [{ path: 'userIds', code: 'unknown', message: 'There is no such person.' }]);
    await this.#demandAllAbove(people);
    const joining = people.filter(({ teamId }) => teamId !== id);
    await this.db.user.updateMany({ where: { id: { in: joining.map((person) => person.id) } }, data: { teamId: id, version: { increment: 1 } } });
    const changes = { name, joined: joining.map((person) => person.name) };
    if (joining.length > 0) await this.audit.record({ action: 'team.joined', subject: 'Team', subjectId: id, changes });
    this.#forgetEverybody();
    return teamOf(await this.#find(id));
  }

  async release(id: number, userId: number): Promise<void> {
    const { name } = await this.#find(id);
    const person = await this.db.user.findFirst({ where: { AND: [this.access.where('users.update'), { id: userId, teamId: id }] } });
    if (!person) throw problem(kernelErrors.notFound);
    await this.#demandAllAbove([person]);
    await this.db.user.updateMany({ where: { id: userId, teamId: id }, data: { teamId: null, version: { increment: 1 } } });
    await this.audit.record({ action: 'team.left', subject: 'Team', subjectId: id, changes: { name, left: [person.name] } });
    this.#forgetEverybody();
  }

  async #demandAllAbove(people: { roleKey: string }[]): Promise<void> {
    for (const roleKey of new Set(people.map((person) => person.roleKey))) await this.rights.demandAbove(roleKey);
  }

  async #demandFree(name: string, except?: number): Promise<void> {
    if (await this.db.team.findFirst({ where: { name, ...(except !== undefined && { id: { not: except } }) } }))
      throw problem(kernelErrors.alreadyExists, undefined, [{ path: 'name', code: 'taken', message: 'There is a team of this name.' }]);
  }

  async #find(id: number) {
    const row = await this.db.team.findFirst({ where: { id }, include: counted });
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }

  async #findTarget(id: number, other: number): Promise<TeamRow> {
    const row = id === other ? null : await this.db.team.findFirst({ where: { id } });
    if (!row) throw problem(kernelErrors.invalidInput, undefined, [{ path: 'moveTo', code: 'unknown', message: 'There is no such team.' }]);
    return row;
  }

  #forgetEverybody(): void {
    this.uow.current?.afterCommit.push(() => this.principals.forgetAll());
  }
}

const teamOf = ({ id, name, createdAt, version, _count }: TeamRow & { _count: { members: number } }): Team => ({
  ...{ id, name, version, members: _count.members },
  createdAt: createdAt.toISOString(),
});
