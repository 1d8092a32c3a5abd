import { Module } from '@nestjs/common';
import { carryingOutControllers, carryingOutProviders } from './carrying-out.ts';
import { definitionControllers, definitionProviders } from './definitions.ts';
import { talkingControllers, talkingProviders } from './talking.ts';

/** Controllers with fixed words stand before those with `:strategyId`. */
@Module({
  controllers: [
    ...carryingOutControllers,
    ...talkingControllers,
    ...definitionControllers,
  ],
  providers: [
    ...carryingOutProviders,
    ...definitionProviders,
    ...talkingProviders,
  ],
})
export class StrategiesModule {}
