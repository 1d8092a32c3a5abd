import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { StandardSchemaValidationPipe, type INestApplication } from '@nestjs/common';
import { DiscoveryService, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { kernelErrors } from '@loctelli/core';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { addPreflights } from './access/foreign-pages.ts';
import { Permissions } from './access/permissions.ts';
import { RedisConnection } from './cache/redis.ts';
import type { Config } from './config/config.ts';
import { EventCatalogue } from './events/event-catalogue.ts';
import { Relay } from './events/relay.ts';
import { demandRouteRules } from './http/closed-routes.ts';
import { createLog, NestLog } from './http/logger.ts';
import { addOpenApi } from './http/open-api.ts';
import { addOperationsRoutes } from './http/operations.ts';
import { addPrefix } from './http/prefix.ts';
import { problem } from './http/problem.ts';
import { trusted } from './http/proxies.ts';
import { addRequestHooks, requestId } from './http/request-hooks.ts';
import { Handlers } from './jobs/handlers.ts';
import { WorkQueue } from './jobs/queue.ts';
import { KernelModule } from './kernel.module.ts';
import { Readiness } from './health/readiness.ts';
import type { PluginImport } from './plugins/plugin.ts';
import { eventsOf, loadPlugins, withoutOrphans, type LoadedPlugin } from './plugins/plugin-host.ts';

/** A built API that does not listen yet. */
export interface Api {
  app: NestFastifyApplication;
  plugins: LoadedPlugin[];
  /** Takes this process out of service, finishes what it has begun, and closes. */
  close(): Promise<void>;
}

/**
 * Builds the kernel with the given plugins. A plugin that fails, while its code is imported or while its providers are made, is disabled by
 * name; the rest is built without it.
 */
export async function createApi(config: Config, imports: readonly PluginImport[]): Promise<Api> {
  const loaded = await loadPlugins(imports);
  const log = createLog(config.logLevel);
  try {
    return await build(config, loaded, log);
  } catch (error) {
    const judged = await judge(config, loaded, log);
    // The kernel itself is at fault when no plugin is.
    if (judged.every((plugin, index) => plugin.failure === loaded[index]!.failure)) throw error;
    return build(config, judged, log);
  }
}

/** Builds each plugin alone with what it requires, to learn which of them cannot be built. */
async function judge(config: Config, plugins: LoadedPlugin[], log: ReturnType<typeof createLog>): Promise<LoadedPlugin[]> {
  const judged: LoadedPlugin[] = [];
  for (const plugin of plugins) {
    const requires = Object.keys(plugin.manifest.requires ?? {});
    const company = judged.filter(({ manifest, failure }) => requires.includes(manifest.id) && !failure);
    const failure = plugin.failure ?? (await build({ ...config, jobs: false }, [...company, plugin], log).then((api) => api.close().then(() => null), (error: Error) => error.message));
    judged.push({ ...plugin, failure });
  }
  return withoutOrphans(judged);
}

async function build(config: Config, plugins: LoadedPlugin[], log: ReturnType<typeof createLog>): Promise<Api> {
  for (const { manifest, failure } of plugins) if (failure) log.error({ plugin: manifest.id }, `plugin ${manifest.id} is disabled: ${failure}`);
  const adapter = new FastifyAdapter({ genReqId: (request: IncomingMessage) => requestId(request.headers), bodyLimit: 1024 * 1024, routerOptions: { maxParamLength: 200 } });
  const registry = new Registry();
  const app = await NestFactory.create<NestFastifyApplication>(KernelModule.forRoot(config, plugins), adapter, {
    logger: new NestLog(log.child({}, { level: config.logLevel === 'info' ? 'warn' : config.logLevel })),
    abortOnError: false,
    bufferLogs: false,
  });
  try {
    await prepare(app, config, plugins, registry, log);
  } catch (error) {
    await app.close().catch(() => null);
    throw error;
  }
  const close = async () => {
    app.get(Readiness, { strict: false }).draining = true;
    await app.get(Relay).stop();
    await app.get(WorkQueue).close();
    await app.close();
  };
  return { app, plugins, close };
}

async function prepare(app: NestFastifyApplication, config: Config, plugins: LoadedPlugin[], registry: Registry, log: ReturnType<typeof createLog>): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  addRequestHooks(fastify as never, log, registry, trusted(config.trustedProxies));
  await app.register(cookie as never);
  await app.register(multipart as never, { limits: { files: 1, fileSize: 100 * 1024 * 1024, fields: 20 } });
  addPrefix(app);
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalidInput }));

  const permissions = app.get(Permissions);
  const catalogue = app.get(EventCatalogue);
  for (const { manifest, server, failure } of plugins) {
    if (failure) continue;
    permissions.add(manifest.id, manifest.permissions);
    permissions.addFields(manifest.id, manifest.fields);
    catalogue.add(manifest.id, eventsOf(server?.contract));
  }
  demandRouteRules(app.get(DiscoveryService), app.get(Reflector), permissions);
  addPreflights(fastify as never, app.get(DiscoveryService), app.get(Reflector));
  app.get(Handlers).collect();
  collectDefaultMetrics({ register: registry });
  addOperationsRoutes(fastify as never, app.get(Readiness, { strict: false }), registry);
  addOpenApi(app as INestApplication, fastify as never);
  await app.init();
  await app.get(RedisConnection).ready();
  await app.get(WorkQueue).open();
  app.get(Relay).start();
}

/** Turns zod's issues into one problem that names every field at fault. */
function invalidInput(issues: readonly { message: string; path?: readonly unknown[] }[]): Error {
  const errors = issues.flatMap((issue) => {
    const { code = 'invalid', keys } = issue as { code?: string; keys?: string[] };
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part));
    if (code === 'unrecognized_keys') return (keys ?? []).map((key) => ({ path: [...path, key].join('.'), code, message: 'is not known here' }));
    return [{ path: path.join('.'), code, message: issue.message }];
  });
  return problem(kernelErrors.invalidInput, undefined, errors.slice(0, 50));
}
