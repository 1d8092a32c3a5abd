import { Module } from '@nestjs/common';
import { definitionControllers, definitionProviders } from './definitions.ts';

/** Controllers with fixed words stand before those with `:strategyId`. */
@Module({
  controllers: [
    ...definitionControllers,
  ],
  providers: [
    ...definitionProviders,
  ],
})
export class StrategiesModule {}
