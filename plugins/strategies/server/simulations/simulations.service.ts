import { Injectable } from '@nestjs/common';
import { Audit, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { scenario, strategyErrors, type Definition, type Simulate, type Simulation, type SimulationCreate, type SimulationResult, type SimulationUpdate } from '../../contract.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { definitionOf } from '../strategies/strategy-row.ts';
import { VersionsService } from '../versions/versions.service.ts';
import { Simulator } from './simulator.ts';

type Row = Prisma.StrategySimulationGetPayload<object>;

/** Scenarios that are played through, and those that are kept with a strategy. */
@Injectable()
export class SimulationsService {
  constructor(
    private readonly db: Database,
    private readonly reach: StrategyReach,
    private readonly versions: VersionsService,
    private readonly simulator: Simulator,
    private readonly audit: Audit,
  ) {}

  /** Throws strategies.not-found, strategies.version-not-found, strategies.client-not-found. */
  async simulate(strategyId: number, { number, scenario: played }: Simulate): Promise<SimulationResult> {
    const { draft } = await this.reach.demand(strategyId);
    return this.simulator.run(strategyId, number === null ? definitionOf(draft) : await this.versions.definition(strategyId, number), played);
  }

  async list(strategyId: number): Promise<{ items: Simulation[] }> {
    await this.reach.demand(strategyId);
    const rows = await this.db.strategySimulation.findMany({ where: { strategyId }, orderBy: { id: 'asc' } });
    return { items: rows.map(simulationOf) };
  }

  async create(strategyId: number, { name, scenario: kept }: SimulationCreate): Promise<Simulation> {
    await this.reach.demand(strategyId, 'strategies.update');
    const row = await this.db.strategySimulation.create({ data: { strategyId, name, scenario: kept } });
    await this.#record('created', row);
    return simulationOf(row);
  }

  /** What it says of the last run no longer holds once it is another scenario. Throws strategies.simulation-not-found, core.version-conflict. */
  async update(id: number, { version, name, scenario: kept }: SimulationUpdate): Promise<Simulation> {
    await this.#find(id);
    const row = await updateVersioned<Row>(this.db.strategySimulation, { id, version }, { ...(name && { name }), ...(kept && { scenario: kept, holds: null, ranAt: null }) });
    await this.#record('changed', row);
    return simulationOf(row);
  }

  /** Throws strategies.simulation-not-found. */
  async remove(id: number): Promise<void> {
    const row = await this.#find(id);
    await this.db.strategySimulation.deleteMany({ where: { id } });
    await this.#record('deleted', row);
  }

  /** Every kept scenario, anew on the draft. One whose client is gone does not hold. */
  async runAll(strategyId: number) {
    const { draft } = await this.reach.demand(strategyId, 'strategies.update');
    const definition = definitionOf(draft);
    const items = [];
    for (const row of await this.db.strategySimulation.findMany({ where: { strategyId }, orderBy: { id: 'asc' } })) {
      const result = await this.#run(strategyId, definition, row);
      const holds = result.assertions.every((each) => each.holds);
      await this.db.strategySimulation.updateMany({ where: { id: row.id }, data: { holds, ranAt: new Date() } });
      items.push({ id: row.id, name: row.name, holds, result });
    }
    return { items };
  }

  async #run(strategyId: number, definition: Definition, row: Row): Promise<SimulationResult> {
    const { scenario: kept } = simulationOf(row);
    try {
      return await this.simulator.run(strategyId, definition, kept);
    } catch {
      // Its client was deleted, or is out of the caller's reach: there is nobody to play it with.
      const startedAt = new Date().toISOString();
      return { startedAt, zone: 'UTC', events: [], end: { status: 'running', reason: null, at: null }, assertions: kept.assertions.map((assertion) => ({ assertion, holds: false })) };
    }
  }

  /** One of a strategy the caller may edit. */
  async #find(id: number): Promise<Row> {
    const row = await this.db.strategySimulation.findFirst({ where: { id, strategy: { is: this.reach.where('strategies.update') } } });
    if (!row) throw problem(strategyErrors.simulationNotFound);
    return row;
  }

  async #record(what: string, { strategyId, id, name }: Row): Promise<void> {
    await this.audit.record({ action: `strategy.simulation-${what}`, subject: 'Strategy', subjectId: strategyId, changes: { simulationId: id, name } });
  }
}

const simulationOf = ({ id, strategyId, name, scenario: kept, holds, ranAt, version }: Row): Simulation => ({
  ...{ id, strategyId, name, holds, version },
  scenario: scenario.parse(kept),
  ranAt: ranAt?.toISOString() ?? null,
});
