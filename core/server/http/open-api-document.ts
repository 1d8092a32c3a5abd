import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { parseConfig } from '../config/config.ts';
import { KernelModule } from '../kernel.module.ts';
import type { PluginImport } from '../plugins/plugin.ts';
import { loadPlugins } from '../plugins/plugin-host.ts';
import { openApiOf } from './open-api.ts';
import { addPrefix } from './prefix.ts';

/**
 * What `/openapi.json` answers, from the sources alone: the modules are read and nothing is made of them, so neither database nor Redis
 * is needed.
 */
export async function openApiDocument(imports: readonly PluginImport[]): Promise<OpenAPIObject> {
  const config = parseConfig({ DATABASE_URL: 'postgresql://none:none@127.0.0.1/none', REDIS_HOST: '127.0.0.1', JWT_SECRET: '-'.repeat(32) });
  const app = await NestFactory.create(KernelModule.forRoot(config, await loadPlugins(imports)), new FastifyAdapter(), { logger: ['error'], abortOnError: false, preview: true });
  addPrefix(app);
  return openApiOf(app);
}
