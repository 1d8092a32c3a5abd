import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { simulate, simulation, simulationCreate, simulationList, simulationResult, simulationRuns, simulationUpdate } from '../../contract.ts';
import type { Simulate, SimulationCreate, SimulationUpdate } from '../../contract.ts';
import { SimulationsService } from './simulations.service.ts';

@ApiTags('strategies')
@Controller('strategies')
export class SimulationsController {
  constructor(private readonly simulations: SimulationsService) {}

  @Patch('simulations/:simulationId')
  @Can('strategies.update')
  @Answer(simulation)
  updateSimulation(@Param('simulationId', { schema: id }) simulationId: number, @Body({ schema: simulationUpdate }) input: SimulationUpdate) {
    return this.simulations.update(simulationId, input);
  }

  @Delete('simulations/:simulationId')
  @Can('strategies.update')
  @NoAnswer()
  deleteSimulation(@Param('simulationId', { schema: id }) simulationId: number) {
    return this.simulations.remove(simulationId);
  }

  @Post(':strategyId/simulate')
  @Can('strategies.read')
  @Answer(simulationResult)
  simulate(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: simulate }) input: Simulate) {
    return this.simulations.simulate(strategyId, input);
  }

  @Get(':strategyId/simulations')
  @Can('strategies.read')
  @Answer(simulationList)
  getSimulations(@Param('strategyId', { schema: id }) strategyId: number) {
    return this.simulations.list(strategyId);
  }

  @Post(':strategyId/simulations')
  @Can('strategies.update')
  @Answer(simulation, 201)
  createSimulation(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: simulationCreate }) input: SimulationCreate) {
    return this.simulations.create(strategyId, input);
  }

  @Post(':strategyId/simulations/run')
  @Can('strategies.update')
  @Answer(simulationRuns)
  runSimulations(@Param('strategyId', { schema: id }) strategyId: number) {
    return this.simulations.runAll(strategyId);
  }
}
