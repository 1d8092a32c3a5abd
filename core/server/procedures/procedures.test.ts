import { Controller, Get, Inject, Injectable, Module, Query } from '@nestjs/common';
import { defineProcedure } from '@loctelli/core';
import { Access, Answer, definePlugin, Implements, Procedures, Public } from '@loctelli/core/server';
import { bootKernel, type Kernel } from '@loctelli/core/testing';
import { z } from 'zod';

const greet = defineProcedure('host.greet', z.object({ name: z.string().min(1) }), z.object({ text: z.string() }));
const kept = defineProcedure('host.kept', z.object({ about: z.string().min(1) }), z.object({ what: z.string() }), { ofMany: true });
const absent = defineProcedure('nobody.greet', z.object({}), z.object({}));

@Injectable()
class Host {
  constructor(@Inject(Access) private readonly access: Access) {}
  @Implements(greet)
  async greet({ name }: { name: string }) {
    return { text: `${name} at ${this.access.tenant.slug}`, secret: 'not declared' };
  }
  @Implements(kept)
  async kept({ about }: { about: string }) {
    return { what: `${about} of the host of ${this.access.tenant.slug}`, secret: 'not declared' };
  }
}
@Controller('host')
@Public()
class HostController {
  @Get()
  @Answer(z.object({ there: z.boolean() }))
  there() {
    return { there: true };
  }
}
@Module({ providers: [Host], controllers: [HostController] })
class HostModule {}

const query = z.strictObject({ name: z.string() });
@Controller('guest')
@Public()
class GuestController {
  constructor(@Inject(Procedures) private readonly procedures: Procedures) {}
  @Get()
  @Answer(z.looseObject({}))
  async ask(@Query({ schema: query }) { name }: z.infer<typeof query>) {
    return { ...(await this.procedures.call(greet, { name })), offers: [await this.procedures.offers(greet), await this.procedures.offers(absent)] };
  }
  @Get('kept')
  @Answer(z.looseObject({}))
  async gather() {
    return { all: await this.procedures.gather(kept, { about: 'Letters' }), offers: await this.procedures.offers(kept) };
  }
  @Get('kept/one')
  @Answer(z.looseObject({}))
  gatherOne() {
    return this.procedures.gather(greet, { name: 'Ana' });
  }
  @Get('nobody')
  @Answer(z.looseObject({}))
  nobody() {
    return this.procedures.call(absent, {});
  }
}
@Injectable()
class Guest {
  @Implements(kept)
  async kept({ about }: { about: string }) {
    if (about === 'Nothing') throw new Error('kept nothing');
    return { what: `${about} of the guest` };
  }
}
@Module({ controllers: [GuestController], providers: [Guest] })
class GuestModule {}

const plugin = (id: string, module: new () => object, requires = {}) => ({
  manifest: { id, name: id, description: id, version: '0.1.0', core: '^0.1.0', requires },
  load: async () => ({ default: definePlugin({ module }) }),
});

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [plugin('host', HostModule), plugin('guest', GuestModule, { host: '*' })] });
});
afterAll(() => kernel?.close());

test('a procedure runs as the caller’s tenant and answers what its contract declares', async () => {
  for (const tenant of [kernel.a, kernel.b]) {
    const { body } = await kernel.visitor(tenant).get('/guest?name=Ana');
    expect(body).toEqual({ text: `Ana at ${tenant.slug}`, offers: [true, false] });
  }
});

test('input that is not what the contract declares does not reach it', async () => {
  expect((await kernel.visitor(kernel.a).get('/guest?name=')).status).toBe(500);
});

test('a question to many is answered by each plugin that knows something, also while it is off; by call, or of one, it is a mistake', async () => {
  const answers = (tenant: string) => ({ all: [{ what: `Letters of the host of ${tenant}` }, { what: 'Letters of the guest' }], offers: false });
  expect((await kernel.visitor(kernel.b).get('/guest/kept')).body).toEqual(answers('b'));
  const admin = await kernel.as(kernel.a);
  await admin.patch('/plugins/host', { enabled: false });
  expect((await kernel.visitor(kernel.a).get('/guest/kept')).body).toEqual(answers('a'));
  await admin.patch('/plugins/host', { enabled: true });
  expect((await kernel.visitor(kernel.b).get('/guest/kept/one')).status).toBe(500);
  const { Procedures: procedures } = await import('./procedures.ts');
  const gather = (about: string) => kernel.within(kernel.b, () => kernel.get(procedures).gather(kept, { about }));
  await expect(gather('Nothing')).rejects.toThrow('kept nothing');
  await expect(gather('')).rejects.toThrow();
});

test('a plugin that is off for a tenant answers neither procedures nor visitors there, and goes on for the other', async () => {
  const admin = await kernel.as(kernel.a);
  expect((await admin.patch('/plugins/host', { enabled: false })).status).toBeLessThan(300);
  for (const path of ['/guest?name=Ana', '/guest/nobody', '/host']) expect(await kernel.visitor(kernel.a).get(path)).toMatchObject({ status: 404, body: { code: 'core.plugin-disabled' } });
  for (const path of ['/guest?name=Ana', '/host']) expect((await kernel.visitor(kernel.b).get(path)).status).toBe(200);
});
