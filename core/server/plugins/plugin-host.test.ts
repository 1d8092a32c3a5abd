import { Controller, Get, Inject, Injectable, Module, type Type } from '@nestjs/common';
import type { PermissionManifest } from '@loctelli/core';
import { bootKernel, eventually, type Kernel } from '@loctelli/core/testing';
import { z } from 'zod';
import { Can, SignedIn } from '../access/route.decorators.ts';
import { PlatformDatabase } from '../database/database.ts';
import { Answer } from '../http/answer.decorator.ts';
import { Settings } from '../settings/settings.ts';
import { definePlugin, type PluginImport } from './plugin.ts';

const word = z.object({ word: z.string() });
const permission = (id: string): PermissionManifest => ({ id, subject: 'User', action: 'read', scopes: ['all'], roles: { admin: 'all' } });

/** A plugin as `assemble` would list it. */
function plugin(id: string, load: PluginImport['load'], requires: string[] = []): PluginImport {
  const manifest = { id, name: id, description: '', version: '1.0.0', core: '*', permissions: [permission(`${id}.read`)] };
  return { manifest: { ...manifest, requires: Object.fromEntries(requires.map((each) => [each, '*'])) }, load };
}

const moduleOf = (controllers: Type[], providers: Type[] = []): Type => {
  class PluginModule {}
  Module({ controllers, providers })(PluginModule);
  return PluginModule;
};
const loading = (module: Type) => async () => ({ default: definePlugin({ module }) });

@Controller('sound')
class SoundController {
  constructor(@Inject(Settings) private readonly settings: Settings) {}

  @Get()
  @Can('sound.read')
  @Answer(word)
  async get() {
    return { word: 'sound', ...(await this.settings.get('sound')) };
  }

  @Get('of-anybody')
  @SignedIn()
  @Answer(word)
  getForAnybody() {
    return { word: 'for anybody' };
  }
}

@Injectable()
class Brittle {
  constructor() {
    throw new Error('no wire to the other side');
  }
}

@Controller('brittle')
class BrittleController {
  @Get()
  @SignedIn()
  @Answer(word)
  get() {
    return { word: 'never' };
  }
}

@Controller('leaning')
class LeaningController {
  @Get()
  @SignedIn()
  @Answer(word)
  get() {
    return { word: 'never' };
  }
}

const sound = plugin('sound', loading(moduleOf([SoundController])));

describe('plugins of which some fail', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await bootKernel({
      plugins: [
        plugin('unreadable', () => Promise.reject(new Error('a line that makes no sense'))),
        plugin('empty', async () => ({ default: {} as never })),
        plugin('brittle', loading(moduleOf([BrittleController], [Brittle]))),
        sound,
        plugin('leaning', loading(moduleOf([LeaningController])), ['brittle']),
        plugin('leaning-on-that', loading(moduleOf([])), ['leaning']),
      ],
    });
  });
  afterAll(() => kernel.close());

  it('are disabled one by one, each by name and with its reason; the others are on', async () => {
    const { body } = await (await kernel.as(kernel.a)).get('/plugins');
    const found = Object.fromEntries(body.items.map(({ id, enabled, failure }: Record<string, unknown>) => [id, { enabled, failure }]));
    expect(found).toEqual({
      unreadable: { enabled: false, failure: 'a line that makes no sense' },
      empty: { enabled: false, failure: expect.stringContaining('definePlugin') },
      brittle: { enabled: false, failure: 'no wire to the other side' },
      sound: { enabled: true, failure: null },
      leaning: { enabled: false, failure: 'requires brittle, which failed' },
      'leaning-on-that': { enabled: false, failure: 'requires leaning, which failed' },
    });
  });

  it('leave the rest of the product as it was', async () => {
    const admin = await kernel.as(kernel.a);
    expect(await admin.get('/sound')).toMatchObject({ status: 200, body: { word: 'sound' } });
    expect((await admin.get('/users')).status).toBe(200);
    expect((await admin.get('//readyz')).status).toBe(200);
    expect((await admin.get('/me')).body.plugins).toEqual(['sound']);
  });

  it('have no routes, and cannot be switched on', async () => {
    const admin = await kernel.as(kernel.a);
    for (const path of ['/brittle', '/leaning']) expect((await admin.get(path)).status).toBe(404);
    expect(await admin.patch('/plugins/brittle', { enabled: true })).toMatchObject({ status: 404, body: { code: 'core.not-found' } });
  });
});

describe('a route', () => {
  /** What GET /plugins gives as the reason a plugin with this controller was left out. */
  async function failureOf(controller: Type): Promise<string> {
    const kernel = await bootKernel({ plugins: [sound, plugin('careless', loading(moduleOf([controller])))], env: { JOBS: 'off' } });
    try {
      const { body } = await (await kernel.as(kernel.a)).get('/plugins');
      expect(body.items[0]).toMatchObject({ id: 'sound', enabled: true });
      expect(body.items[1]).toMatchObject({ id: 'careless', enabled: false });
      expect((await (await kernel.as(kernel.a)).get('/careless')).status).toBe(404);
      return body.items[1].failure;
    } finally {
      await kernel.close();
    }
  }

  it('that does not say who may call it keeps its plugin from booting, and is named', async () => {
    @Controller('careless')
    class CarelessController {
      @Get()
      getEverything() {
        return {};
      }
    }
    expect(await failureOf(CarelessController)).toContain(
      'CarelessController.getEverything declares no @Can(permission), @SignedIn() or @Public()',
    );
  });

  it('that asks for a permission no manifest declares keeps its plugin from booting, and is named with it', async () => {
    @Controller('careless')
    class WishfulController {
      @Get()
      @Can('careless.fly')
      fly() {
        return {};
      }
    }
    expect(await failureOf(WishfulController)).toContain('WishfulController.fly asks for careless.fly, which no manifest declares');
  });
});

describe('a plugin that is switched off', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await bootKernel({ plugins: [sound] });
  });
  afterAll(() => kernel.close());

  const off = { status: 404, body: { code: 'core.plugin-disabled' } };

  it('closes its routes within a second, all of them, for that tenant alone', async () => {
    const [admin, neighbour] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
    await kernel
      .get(PlatformDatabase)
      .pluginState.create({ data: { tenantId: kernel.a.id, pluginId: 'sound', version: '1.0.0', settings: { word: 'chosen' } } });
    for (const caller of [admin, neighbour]) expect((await caller.get('/sound')).status).toBe(200);
    expect((await admin.patch('/plugins/sound', { enabled: false })).status).toBe(204);
    await eventually(async () => expect(await admin.get('/sound')).toMatchObject(off), 1_000);
    expect(await admin.get('/sound/of-anybody')).toMatchObject(off);
    expect((await admin.get('/me')).body.plugins).toEqual([]);
    expect((await neighbour.get('/sound')).status).toBe(200);
    expect((await neighbour.get('/me')).body.plugins).toEqual(['sound']);
  });

  it('is off still after a restart, and when it is switched on again all it kept is there', async () => {
    await kernel.restart();
    const admin = await kernel.as(kernel.a);
    expect(await admin.get('/sound')).toMatchObject(off);
    expect((await admin.patch('/plugins/sound', { enabled: true })).status).toBe(204);
    await eventually(async () => expect((await admin.get('/sound')).status).toBe(200), 1_000);
    expect((await admin.get('/sound')).body).toEqual({ word: 'chosen' });
  });
});
