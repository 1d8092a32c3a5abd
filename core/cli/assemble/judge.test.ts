import { judge } from './judge.ts';
import { makeFixture, model, type Fixture } from './fixture.ts';

let clone: Fixture;
beforeEach(() => (clone = makeFixture()));
afterEach(() => clone.close());

const findings = () => judge(clone.root).findings.map(({ file, message, fix }) => `${file}: ${message} → ${fix}`);
const permission = (id: string, changes = {}) => ({ id, subject: 'Task', action: 'read', scopes: ['all' as const], roles: {}, ...changes });

test('a plugin that is only a manifest is a whole plugin', () => {
  clone.plugin('tasks');
  expect(findings()).toEqual([]);
  expect(judge(clone.root).plugins.map(({ id }) => id)).toEqual(['tasks']);
});

test('a manifest of the wrong form says each fault with its file and its fix', () => {
  clone.write('plugins/tasks/plugin.json', { id: 'tasks', name: '', version: '1', colour: 'red', core: '^0.1.0' });
  expect(findings()).toEqual([
    expect.stringMatching(/^plugins\/tasks\/plugin\.json: the manifest lacks "description" → add "description"/),
    expect.stringMatching(/unknown property "colour" → remove it/),
    expect.stringMatching(/name must NOT have fewer than 1 characters/),
    expect.stringMatching(/version must match pattern .* → it is: Its own version/),
  ]);
});

test('a manifest that is no JSON does not keep the others from being judged', () => {
  clone.write('plugins/broken/plugin.json', '{ "id": ');
  clone.plugin('tasks', { core: '^9.0.0' });
  expect(findings()).toEqual([
    expect.stringMatching(/^plugins\/broken\/plugin\.json: cannot be read/),
    expect.stringMatching(/^plugins\/tasks\/plugin\.json: wants @loctelli\/core \^9\.0\.0, here is 0\.1\.0/),
  ]);
});

test('the id is the name of the folder', () => {
  clone.plugin('tasks', { id: 'other' });
  expect(findings()).toEqual([expect.stringContaining('its id is other, its folder tasks → write "id": "tasks"')]);
});

test('what a plugin requires has to be there, in a version that it works with', () => {
  clone.plugin('base');
  clone.plugin('tasks', { requires: { base: '^2.0.0', absent: '*', other: 'not a range' } });
  clone.plugin('other');
  expect(findings()).toEqual([
    expect.stringContaining('wants base ^2.0.0, here is 1.0.0'),
    expect.stringContaining('requires the plugin absent, which is not here'),
    expect.stringContaining('requires.other "not a range" is no semver range'),
  ]);
});

test('requirements may not form a circle, and otherwise give the order', () => {
  clone.plugin('a', { requires: { c: '*' } });
  clone.plugin('b');
  clone.plugin('c', { requires: { b: '*' } });
  expect(judge(clone.root).plugins.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  clone.plugin('b', { requires: { a: '*' } });
  expect(findings()).toEqual([expect.stringContaining('requires itself: a → c → b → a')]);
});

test('models are declared where the manifest says, belong to one plugin, and to tenants', () => {
  clone.plugin('tasks', { models: ['Task', 'Missing'] });
  clone.write('plugins/tasks/prisma/tasks.prisma', model('Task') + model('Unnamed'));
  clone.plugin('other', { models: ['Task'] });
  clone.write('plugins/other/prisma/other.prisma', 'model Task {\n  id Int @id\n}\n');
  expect(findings()).toEqual(
    [
      expect.stringContaining('declares the model Task, which plugins/other/prisma/other.prisma declares too'),
      expect.stringContaining('other.prisma: the model Task has no tenantId'),
      expect.stringContaining('names the model Missing, which plugins/tasks/prisma/tasks.prisma does not declare'),
      expect.stringContaining('does not name the model Unnamed'),
    ].map((entry) => entry) as never,
  );
});

test('permissions begin with the plugin, speak of its models and of fields that are there', () => {
  clone.plugin('tasks', {
    models: ['Task'],
    permissions: [
      permission('jobs.read'),
      permission('tasks.guess', { subject: 'Guess' }),
      permission('tasks.own', { scopes: ['own', 'team'], owner: 'nobody', ownerRelation: 'title', roles: { user: 'all' } }),
    ],
  });
  clone.write('plugins/tasks/prisma/tasks.prisma', model('Task', 'title String'));
  expect(findings()).toEqual(
    expect.arrayContaining([
      expect.stringContaining('the permission jobs.read does not begin with tasks. → call it tasks.read'),
      expect.stringContaining('tasks.guess is about Guess, which this plugin cannot reach'),
      expect.stringContaining('names the owner field nobody'),
      expect.stringContaining('names the relation title'),
      expect.stringContaining('gives user the scope all of tasks.own'),
    ]),
  );
});

test('own needs an owner, team the relation to one', () => {
  clone.plugin('tasks', { permissions: [permission('tasks.read', { scopes: ['own', 'team'] })] });
  expect(findings()).toEqual([expect.stringContaining('lacks "owner"'), expect.stringContaining('lacks "ownerRelation"')]);
});

test('every page, widget, slot entry and menu line it names is there', () => {
  const named = { title: 'title', permission: 'users.read' };
  clone.plugin('tasks', {
    pages: [
      { id: 'list', path: '/tasks', ...named },
      { id: 'lost', path: '/elsewhere', ...named, permission: 'tasks.read' },
    ],
    widgets: [{ id: 'due-soon', size: 'small', ...named }],
    slots: [{ id: 'tab', slot: 'client.tabs', order: 1, ...named }],
    menu: [{ label: 'menu', page: 'gone', icon: 'list', order: 1 }],
  });
  clone.write(
    'plugins/tasks/web/index.ts',
    "export default definePluginWeb({\n  pages: { list: () => import('./list.page.tsx') }, // lost: gone\n});",
  );
  expect(findings()).toEqual([
    expect.stringContaining('the page lost needs the permission tasks.read, which nobody declares'),
    expect.stringContaining('names the page lost, which plugins/tasks/web/index.ts does not export'),
    expect.stringContaining('names the widget due-soon'),
    expect.stringContaining('names the slot entry tab'),
    expect.stringContaining('the page lost lies at /elsewhere, outside of /tasks'),
    expect.stringContaining('the menu opens the page gone'),
  ]);
});

test('public pages lie where no other pages are, and scripts for foreign pages are there', () => {
  clone.plugin('tasks', {
    publicPages: [
      { id: 'ask', path: '/ask/:who', title: 'title' },
      { id: 'mine', path: '/tasks/open', title: 'title' },
      { id: 'kernel', path: '/settings/open', title: 'title' },
    ],
    scripts: ['button', 'gone'],
  });
  clone.write('plugins/tasks/web/index.ts', "export default definePluginWeb({ publicPages: { ask: () => import('./a.tsx'), mine: () => import('./b.tsx'), kernel: () => import('./c.tsx') } });");
  clone.write('plugins/tasks/web/scripts/button.ts', 'export {};');
  expect(findings()).toEqual([
    expect.stringContaining('the public page mine lies at /tasks/open, where other pages are'),
    expect.stringContaining('the public page kernel lies at /settings/open'),
    expect.stringContaining('names the script gone, which is not there → write plugins/tasks/web/scripts/gone.ts'),
  ]);
});

test('field rules speak of fields that the plugin’s own models have', () => {
  clone.plugin('tasks', { models: ['Task'], fields: { Task: ['title', 'colour'], User: ['name'] } });
  clone.write('plugins/tasks/prisma/tasks.prisma', model('Task', 'title String'));
  expect(findings()).toEqual([
    expect.stringContaining('has a field rule for Task.colour, which plugins/tasks/prisma/tasks.prisma does not declare'),
    expect.stringContaining('has field rules for User, which is no model of tasks'),
  ]);
});

test('events of contract and manifest are the same', () => {
  clone.plugin('tasks', { events: ['task.created', 'task.gone'] });
  clone.write(
    'plugins/tasks/contract.ts',
    "export const a = defineEvent('task.created', z.object({}));\nexport const b = defineEvent(\n  'task.done', z.object({}));",
  );
  expect(findings()).toEqual([
    expect.stringContaining('names the event task.gone'),
    expect.stringContaining('does not name the event task.done'),
  ]);
});

test('all three languages have the same keys', () => {
  clone.plugin('tasks');
  clone.write('plugins/tasks/locales/en.json', { menu: 'Tasks', list: { empty: 'Nothing' } });
  clone.write('plugins/tasks/locales/es.json', { menu: 'Tareas' });
  expect(findings()).toEqual([
    expect.stringContaining('locales/ar.json: is missing'),
    expect.stringContaining('locales/es.json: lacks list.empty'),
  ]);
});

test('migrations have names of their own and come after those they build upon', () => {
  clone.write('prisma/migrations/20260101000000_kernel/migration.sql', 'select 1;');
  clone.plugin('tasks');
  clone.write('plugins/tasks/prisma/migrations/20250101000000_early/migration.sql', 'select 1;');
  clone.write('plugins/tasks/prisma/migrations/20260101000000_kernel/migration.sql', 'select 1;');
  clone.write('plugins/tasks/prisma/migrations/nameless/migration.sql', 'select 1;');
  expect(findings()).toEqual([
    expect.stringContaining('nameless gives it no place in the history'),
    expect.stringContaining('has the same name as prisma/migrations/20260101000000_kernel/migration.sql'),
    expect.stringContaining('comes before 20260101000000_kernel, the first migration of core'),
  ]);
});
