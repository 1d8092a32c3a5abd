import { Controller, Get, Module } from '@nestjs/common';
import { z } from 'zod';
import { plugins } from '../apps/api/generated/plugins.ts';
import { Answer, Can, definePlugin, startApi, type PluginImport } from '../core/server/index.ts';

/** The product with fifty further plugins: each a module with a controller, a permission and a route. */
await startApi([...plugins, ...Array.from({ length: 50 }, (_, index) => extra(`extra${index}`))]);

function extra(id: string): PluginImport {
  const permission = `${id}.read`;
  class ExtraController {
    get() {
      return { id };
    }
  }
  const handler = Object.getOwnPropertyDescriptor(ExtraController.prototype, 'get')!;
  for (const decorate of [Get(), Can(permission), Answer(z.object({ id: z.string() }))]) decorate(ExtraController.prototype, 'get', handler);
  Controller(id)(ExtraController);
  class ExtraModule {}
  Module({ controllers: [ExtraController] })(ExtraModule);
  return {
    manifest: { id, name: id, description: '', version: '1.0.0', core: '*', permissions: [{ id: permission, subject: 'Client', action: `read-${id}`, scopes: ['all'], roles: { admin: 'all' } }] },
    load: async () => ({ default: definePlugin({ module: ExtraModule }) }),
  };
}
