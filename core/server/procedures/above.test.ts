import { Controller, Get, Inject, Injectable, Module } from '@nestjs/common';
import { defineProcedure } from '@loctelli/core';
import { Access, Answer, Database, definePlugin, Implements, Procedures, Public } from '@loctelli/core/server';
import { bootKernel, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { z } from 'zod';
import { makeTenant } from '../../testing/test-tenants.ts';
import { PlatformDatabase } from '../database/database.ts';

const facts = z.object({ at: z.string(), teams: z.number(), signedIn: z.boolean() });
const offered = defineProcedure('shop.offered', z.object({}), facts, { fromBelow: true });
const secret = defineProcedure('shop.secret', z.object({}), facts);
/** What a caller would hold who declares another plugin's procedure anew. */
const forged = defineProcedure('shop.secret', z.object({}), facts, { fromBelow: true });

@Injectable()
class Shop {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Database) private readonly db: Database,
  ) {}
  @Implements(offered)
  async offered() {
    return { at: this.access.tenant.slug, teams: await this.db.team.count(), signedIn: this.access.isSignedIn };
  }
  @Implements(secret)
  secret() {
    return this.offered();
  }
}
@Controller('shop')
@Public()
class ShopController {
  constructor(@Inject(Procedures) private readonly procedures: Procedures) {}
  @Get('above')
  @Answer(z.looseObject({}))
  async above() {
    return { above: await this.procedures.above(offered, {}), here: await this.procedures.call(offered, {}) };
  }
  @Get('secret')
  @Answer(z.looseObject({}))
  secret() {
    return this.procedures.above(secret, {});
  }
  @Get('forged')
  @Answer(z.looseObject({}))
  forged() {
    return this.procedures.above(forged, {});
  }
}
@Module({ providers: [Shop], controllers: [ShopController] })
class ShopModule {}

let kernel: Kernel;
let agency: TestTenant;
let platform: PlatformDatabase;
beforeAll(async () => {
  const manifest = { id: 'shop', name: 'Shop', description: 'Shop', version: '0.1.0', core: '^0.1.0' };
  kernel = await bootKernel({ plugins: [{ manifest, load: async () => ({ default: definePlugin({ module: ShopModule }) }) }] });
  platform = kernel.get(PlatformDatabase);
  agency = await makeTenant(platform, 'agency', { kind: 'agency' });
  const rival = await makeTenant(platform, 'rival', { kind: 'agency' });
  await platform.team.create({ data: { tenantId: agency.id, name: 'Second' } });
  await put(kernel.a, agency.id);
  await put(kernel.b, rival.id);
});
afterAll(() => kernel?.close());

const put = (tenant: TestTenant, parentId: number | null) => platform.tenant.update({ where: { id: tenant.id }, data: { parentId } });
const above = async (tenant: TestTenant) => (await kernel.visitor(tenant).get('/shop/above')).body;

test('a tenant is answered with its own agency’s rows and nobody signed in, and goes on as itself', async () => {
  expect(await above(kernel.a)).toEqual({
    above: { agency: 'AGENCY', answer: { at: 'agency', teams: 2, signedIn: false } },
    here: { at: 'a', teams: 1, signedIn: false },
  });
  expect((await above(kernel.b)).above).toMatchObject({ agency: 'RIVAL', answer: { at: 'rival', teams: 1 } });
  expect((await above(agency)).above).toBeNull();
});

test('what is not declared for those below is not answered, whatever the caller declares', async () => {
  for (const path of ['/shop/secret', '/shop/forged']) expect((await kernel.visitor(kernel.a).get(path)).status).toBe(500);
});

test('the nearest agency that has the plugin on is asked, past businesses, and none that is suspended', async () => {
  const between = await makeTenant(platform, 'between');
  const near = await makeTenant(platform, 'near', { kind: 'agency' });
  await put(near, agency.id);
  await put(between, near.id);
  const deep = await makeTenant(platform, 'deep');
  await put(deep, between.id);
  expect((await above(deep)).above.agency).toBe('NEAR');
  await (await kernel.as(near)).patch('/plugins/shop', { enabled: false });
  expect((await above(deep)).above.agency).toBe('AGENCY');
  await platform.tenant.update({ where: { id: agency.id }, data: { status: 'suspended' } });
  expect((await above(deep)).above).toBeNull();
});
