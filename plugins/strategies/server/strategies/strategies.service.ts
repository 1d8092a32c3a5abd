import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Database, problem, updateVersioned } from '@loctelli/core/server';
import { strategyErrors, type Definition, type Sharing, type Strategy, type StrategyCreate, type StrategyUpdate } from '../../contract.ts';
import { sameDefinition } from '../versions/diff.ts';
import { StrategyNews } from './strategy-news.ts';
import { StrategyReach } from './strategy-reach.ts';
import { definitionOf, emptyDefinition, jsonOf, withOwner, type StrategyRow } from './strategy-row.ts';
import { StrategyViews } from './strategy-views.ts';

/** One strategy at a time: its draft, and what it is called. */
@Injectable()
export class StrategiesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: StrategyReach,
    private readonly views: StrategyViews,
    private readonly news: StrategyNews,
  ) {}

  /** Throws strategies.not-found. */
  async get(id: number): Promise<Strategy> {
    return this.views.whole(await this.reach.demand(id));
  }

  /** Belongs to whoever makes it. Throws strategies.not-an-agency, strategies.unknown-team. */
  async create({ draft, sharing = 'private', teamId, ...facts }: StrategyCreate): Promise<Strategy> {
    const { id: ownerId } = this.access.user;
    const shared = await this.#shared(sharing, teamId, ownerId);
    const data = { ...facts, ...shared, ownerId, draft: jsonOf(draft ?? emptyDefinition()) };
    const row = await this.db.strategy.create({ data, include: withOwner });
    await this.news.tell('created', row.id, { name: [null, row.name] });
    return this.views.whole(row);
  }

  /** Throws core.version-conflict, and what creating throws. A draft is kept whatever its faults. */
  async update(id: number, { version, draft, sharing, teamId, ownerId, ...facts }: StrategyUpdate): Promise<Strategy> {
    const before = await this.reach.demand(id, 'strategies.update');
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    const owner = ownerId ?? before.ownerId;
    if (owner !== before.ownerId) await this.#demandOwner(owner);
    const isShared = sharing !== undefined || teamId !== undefined || (owner !== before.ownerId && before.sharing === 'team');
    const shared = isShared ? await this.#shared(sharing ?? (before.sharing as Sharing), teamId, owner) : {};
    const drafted = draft && { draft: jsonOf(draft), changed: await this.differs(before, draft) };
    const where = this.access.where('strategies.update');
    await updateVersioned(this.db.strategy, { id, version, where }, { ...facts, ...shared, ...drafted, ownerId: owner });
    const fields = [...Object.keys(facts), ...Object.keys(shared), ...(draft ? ['draft'] : []), ...(owner === before.ownerId ? [] : ['ownerId'])];
    await this.news.tell('updated', id, { fields });
    return this.views.whole((await this.db.strategy.findFirst({ where: { id }, include: withOwner }))!);
  }

  /** Throws strategies.in-use where somebody was enrolled, ever. */
  async remove(id: number): Promise<void> {
    const { name } = await this.reach.demand(id, 'strategies.delete');
    if (await this.db.strategyEnrolment.findFirst({ where: { strategyId: id }, select: { id: true } })) throw problem(strategyErrors.inUse);
    await this.db.strategy.deleteMany({ where: { id } });
    await this.news.tell('deleted', id, { name: [name, null] });
  }

  /** The caller's own private copy, of what the draft says where they may edit it, else of what is published. */
  async duplicate(id: number): Promise<Strategy> {
    const row = await this.reach.demand(id);
    const { name, tag, industry, description } = row;
    return this.create({ name: await this.freeName(name), tag, industry, description, draft: await this.#said(row) });
  }

  /** A name with the first number that none has yet. */
  async freeName(name: string): Promise<string> {
    const stem = name.replace(/ \d{1,3}$/, '').slice(0, 110);
    const taken = new Set((await this.db.strategy.findMany({ where: { name: { startsWith: stem } }, select: { name: true } })).map((row) => row.name));
    for (let number = 2; ; number++) if (!taken.has(`${stem} ${number}`)) return `${stem} ${number}`;
  }

  /** Whether a draft says something else than what is published. */
  async differs({ id, publishedNumber }: Pick<StrategyRow, 'id' | 'publishedNumber'>, draft: Definition): Promise<boolean> {
    if (publishedNumber === null) return true;
    const published = await this.db.strategyVersion.findFirst({ where: { strategyId: id, number: publishedNumber }, select: { definition: true } });
    return !published || !sameDefinition(definitionOf(published.definition), draft);
  }

  async #said(row: StrategyRow): Promise<Definition> {
    const published =
      row.publishedNumber === null || this.reach.editable(row)
        ? null
        : await this.db.strategyVersion.findFirst({ where: { strategyId: row.id, number: row.publishedNumber }, select: { definition: true } });
    return definitionOf(published?.definition ?? row.draft);
  }

  /** Shared with a team means with the owner's unless told. */
  async #shared(sharing: Sharing, wanted: number | null | undefined, ownerId: number): Promise<{ sharing: Sharing; teamId: number | null }> {
    if (sharing === 'template' && this.access.tenant.kind === 'business') throw problem(strategyErrors.notAnAgency);
    if (wanted && !(await this.db.team.count({ where: { id: wanted } }))) throw problem(strategyErrors.unknownTeam);
    if (sharing !== 'team') return { sharing, teamId: null };
    const teamId = wanted ?? (await this.db.user.findFirst({ where: { id: ownerId }, select: { teamId: true } }))?.teamId ?? null;
    if (teamId === null) throw problem(kernelErrors.noTeam);
    return { sharing, teamId };
  }

  async #demandOwner(ownerId: number): Promise<void> {
    const scope = this.access.can('strategies.update');
    const { id, teamId } = this.access.user;
    const owner = await this.db.user.findFirst({ where: { id: ownerId, isActive: true }, select: { teamId: true } });
    if (!owner) throw problem(strategyErrors.unknownOwner);
    const isReached = scope === 'all' || ownerId === id || (scope === 'team' && teamId !== null && owner.teamId === teamId);
    if (!isReached) throw problem(kernelErrors.forbidden);
  }
}
