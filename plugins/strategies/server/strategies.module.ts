import { Module } from '@nestjs/common';
import { carryingOutControllers, carryingOutProviders } from './carrying-out.ts';
import { definitionControllers, definitionProviders } from './definitions.ts';

/** Controllers with fixed words stand before those with `:strategyId`. */
@Module({
  controllers: [
    ...carryingOutControllers,
    ...definitionControllers,
  ],
  providers: [
    ...carryingOutProviders,
    ...definitionProviders,
  ],
})
export class StrategiesModule {}
