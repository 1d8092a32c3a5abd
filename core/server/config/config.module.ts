import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule as NestConfigModule } from '@nestjs/config';
import { Config, parseConfig } from './config.ts';
import { environment } from './environment.ts';
import { Seal } from './seal.ts';

/**
 * Gives every provider the typed `Config`, and plugin authors who know Nest its own `ConfigService`, with variables under their names.
 * Both hold the same parsed values. `.env` is read by the command line, before a process that needs it starts.
 */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: Config = parseConfig(process.env)): DynamicModule {
    return {
      module: ConfigModule,
      imports: [NestConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true, cache: true, validate: (env) => environment.partial().parse(pick(env)) })],
      providers: [{ provide: Config, useValue: config }, Seal],
      exports: [Config, Seal],
    };
  }
}

function pick(env: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name in environment.shape));
}
