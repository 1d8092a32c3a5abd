import { Body, Controller, Get, Inject, Module, Param, Patch } from '@nestjs/common';
import { id, kernelErrors, type PermissionManifest, type Scope } from '@loctelli/core';
import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import fc from 'fast-check';
import { z } from 'zod';
import { Access } from '../access/access.ts';
import { Can } from '../access/route.decorators.ts';
import { Principals } from '../auth/principals.ts';
import { Database, PlatformDatabase } from '../database/database.ts';
import { Answer } from '../http/answer.decorator.ts';
import { problem } from '../http/problem.ts';
import { definePlugin, type PluginImport } from '../plugins/plugin.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';

const sketch = z.object({ id: z.number(), name: z.string() });
const naming = z.strictObject({ name: z.string() });

/** A plugin over rows with owners, as any plugin is written. */
@Controller('sketches')
class SketchesController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Access) private readonly access: Access,
  ) {}

  @Get(':id')
  @Can('sketches.read')
  @Answer(sketch)
  async get(@Param('id', { schema: id }) sketchId: number) {
    const row = await this.db.savedView.findFirst({ where: { AND: [this.access.where('sketches.read'), { id: sketchId }] } });
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }

  @Patch(':id')
  @Can('sketches.update')
  @Answer(sketch)
  async rename(@Param('id', { schema: id }) sketchId: number, @Body({ schema: naming }) data: z.infer<typeof naming>) {
    const where = { AND: [this.access.where('sketches.update'), { id: sketchId }] };
    const [row] = await this.db.savedView.updateManyAndReturn({ where, data });
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }
}

@Module({ controllers: [SketchesController] })
class SketchesModule {}

const owned = (id: string, action: string, changes: Partial<PermissionManifest> = {}): PermissionManifest => ({
  ...{ id, subject: 'SavedView', action, scopes: ['own', 'team', 'all'], owner: 'ownerId', ownerRelation: 'owner', roles: {} },
  ...changes,
});
const permissions = [
  owned('sketches.read', 'read', { roles: { user: 'own', manager: 'all', admin: 'all' } }),
  owned('sketches.update', 'update', { roles: { manager: 'team', admin: 'all' }, needs: ['sketches.read'] }),
];
const manifest = { id: 'sketches', name: 'Sketches', description: '', version: '1.0.0', core: '*', permissions };
const plugin: PluginImport = { manifest, load: async () => ({ default: definePlugin({ module: SketchesModule }) }) };

let kernel: Kernel;
let admin: Caller;
let platform: PlatformDatabase;
/** One sketch per owner: admin (no team), manager (team Sales), user (team Sales), and somebody of another team. */
let sketches: number[];
let otherTeam: number;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [plugin], env: { RATE_LIMIT_TENANT: '10000000', RATE_LIMIT_USER: '10000000' } });
  admin = await kernel.as(kernel.a);
  platform = kernel.get(PlatformDatabase);
  const tenantId = kernel.a.id;
  otherTeam = (await platform.team.create({ data: { tenantId, name: 'Service' } })).id;
  const stranger = await platform.user.create({ data: { tenantId, name: 'Sam', email: 'sam@a.example', roleKey: 'user', teamId: otherTeam, emailVerifiedAt: new Date() } });
  const owners = [...Object.values(kernel.a.users).map((user) => user.id), stranger.id];
  const made = await Promise.all(owners.map((ownerId) => platform.savedView.create({ data: { tenantId, ownerId, list: 'x', name: 'x', query: {} } })));
  sketches = made.map((row) => row.id);
});
afterAll(() => kernel.close());

const path = (user: number, query: Record<string, unknown>) => `/users/${user}/why?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))}`;
const ask = async (user: number, query: Record<string, unknown>, by = admin) => (await by.get(path(user, query))).body;
const codes = (body: { reasons: { code: string }[] }) => body.reasons.map(({ code }) => code);
async function setRole(key: string, grants: Record<string, Scope | null>) {
  await platform.role.updateMany({ where: { tenantId: kernel.a.id, key }, data: { grants } });
  kernel.get(Principals).forgetAll();
}

test('for any grants, team and owner the explanation says what the route answers', async () => {
  const { user } = kernel.a.users;
  const caller = await kernel.as(kernel.a, 'user');
  const salesTeam = (await platform.user.findFirstOrThrow({ where: { id: user.id } })).teamId;
  const scope = fc.constantFrom<Scope | null | undefined>('own', 'team', 'all', null, undefined);
  const given = fc.record({
    read: scope,
    update: scope,
    team: fc.constantFrom('sales', 'other', 'none'),
    at: fc.integer({ min: 0, max: 3 }),
    plugin: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
  });
  const seen = new Set<string>();
  const usual = { read: 'all' as const, update: 'all' as const, team: 'sales' as const, at: 1, plugin: true };
  const examples = [
    { ...usual, plugin: false },
    { ...usual, read: null },
    { ...usual, read: 'own' as const, at: 2 },
    { ...usual, read: 'team' as const },
    { ...usual, read: 'team' as const, at: 0 },
    { ...usual, read: 'team' as const, at: 3 },
    { ...usual, read: 'team' as const, team: 'none' as const },
  ];
  await fc.assert(
    fc.asyncProperty(given, async ({ read, update, team, at, plugin: isOn }) => {
      const grants = { ...(read !== undefined && { 'sketches.read': read }), ...(update !== undefined && { 'sketches.update': update }) };
      const teamId = team === 'sales' ? salesTeam : team === 'other' ? otherTeam : null;
      await platform.user.update({ where: { id: user.id }, data: { teamId } });
      await platform.pluginState.upsert({
        where: { tenantId_pluginId: { tenantId: kernel.a.id, pluginId: 'sketches' } },
        create: { tenantId: kernel.a.id, pluginId: 'sketches', version: '1.0.0', enabled: true },
        update: {},
      });
      if (!isOn) await admin.patch('/plugins/sketches', { enabled: false });
      await setRole('user', grants);
      const [reading, writing] = [await caller.get(`/sketches/${sketches[at]}`), await caller.patch(`/sketches/${sketches[at]}`, { name: 'y' })];
      const [mayRead, mayUpdate] = [
        await ask(user.id, { permission: 'sketches.read', subject: 'SavedView', subjectId: sketches[at] }),
        await ask(user.id, { permission: 'sketches.update', subjectId: sketches[at] }),
      ];
      if (!isOn) await admin.patch('/plugins/sketches', { enabled: true });
      for (const code of [...codes(mayRead), ...codes(mayUpdate)]) seen.add(code);
      expect([mayRead.allowed, mayUpdate.allowed]).toEqual([reading.status === 200, writing.status === 200]);
      expect(mayRead.reasons.some(({ verdict }: { verdict: string }) => verdict === 'no')).toBe(!mayRead.allowed);
    }),
    { numRuns: 60, examples: examples.map((example): [(typeof examples)[number]] => [example]) },
  );
  await platform.user.update({ where: { id: user.id }, data: { teamId: salesTeam } });
  await setRole('user', {});
  // What a narrow grant, a missing need and each kind of owner lead to has all come up.
  expect([...seen]).toEqual(expect.arrayContaining(['plugin-off', 'needs-missing', 'needs-narrower', 'record-own', 'record-of-team', 'record-of-other', 'record-of-other-team', 'scope-team-of-none']));
}, 120_000);

test('says who decided, where nobody did, and that an account is off', async () => {
  const { user, manager } = kernel.a.users;
  expect(codes(await ask(user.id, { permission: 'audit.read' }))).toEqual(['account-active', 'not-granted-default']);
  expect(codes(await ask(user.id, { permission: 'sketches.read' }))).toEqual(['account-active', 'plugin-on', 'granted-default', 'scope-own']);
  const role = (await admin.get('/roles')).body.items.find(({ key }: { key: string }) => key === 'manager');
  const { 'users.invite': _, ...less } = role.grants;
  const changed = await admin.patch(`/roles/${role.id}`, { version: role.version, grants: { ...less, 'audit.read': 'all' } });
  expect(changed.status).toBe(200);
  const taken = await ask(manager.id, { permission: 'users.invite' });
  expect(taken).toMatchObject({ allowed: false, reasons: [{}, { code: 'not-granted-by', params: { by: 'admin of a', role: 'manager' } }] });
  expect(codes(await ask(manager.id, { permission: 'audit.read' }))).toEqual(['account-active', 'granted-by', 'scope-all']);
  const off = await platform.user.create({ data: { tenantId: kernel.a.id, name: 'Off', email: 'off@a.example', isActive: false, emailVerifiedAt: new Date() } });
  expect(await ask(off.id, { permission: 'sketches.read' })).toMatchObject({ allowed: false, reasons: [{ code: 'account-inactive', verdict: 'no' }, {}, {}, {}] });
});

test('a paused tenant reads on and changes nothing', async () => {
  const { admin: boss } = kernel.a.users;
  const pause = async (status: 'paused' | 'active') => {
    await platform.tenant.update({ where: { id: kernel.a.id }, data: { status } });
    await kernel.get(TenantDirectory).forget({ id: kernel.a.id, slug: kernel.a.slug });
  };
  await pause('paused');
  expect(await ask(boss.id, { permission: 'sketches.update' })).toMatchObject({ allowed: false });
  expect(codes(await ask(boss.id, { permission: 'sketches.update' }))).toContain('tenant-paused');
  expect(await ask(boss.id, { permission: 'sketches.read' })).toMatchObject({ allowed: true });
  await pause('active');
});

test('people ask about themselves, others only who may see users and roles; a record nobody may see stays unknown', async () => {
  const { user, manager } = kernel.a.users;
  const self = await kernel.as(kernel.a, 'user');
  const mine = await self.get(path(user.id, { permission: 'sketches.read', subjectId: sketches[3] }));
  expect(mine.status).toBe(200);
  const missing = await self.get(path(user.id, { permission: 'sketches.read', subjectId: 2_000_000_000 }));
  expect(mine.body).toEqual(missing.body);
  expect(codes(mine.body)).toContain('record-not-reached');
  expect((await self.get(path(manager.id, { permission: 'sketches.read' }))).status).toBe(403);
  expect((await admin.get(path(kernel.b.users.user.id, { permission: 'sketches.read' }))).status).toBe(404);
  expect((await admin.get(path(user.id, { permission: 'moon.read' }))).status).toBe(400);
  expect((await admin.get(path(user.id, { permission: 'sketches.read', subject: 'User' }))).status).toBe(400);
});
