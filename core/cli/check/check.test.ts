import { makeFixture, type Fixture } from '../assemble/fixture.ts';
import { assemble } from '../commands/assemble.ts';
import { runChecks } from './check.ts';
import { contracts } from './contracts.ts';
import { generated } from './generated.ts';
import { translations } from './translations.ts';

jest.setTimeout(120_000);
let clone: Fixture;
beforeEach(() => (clone = makeFixture()));
afterEach(() => clone.close());

test('a contract may be imported from a plugin that is required, and from no other', async () => {
  clone.plugin('bookings', { requires: { clients: '*' } });
  clone.plugin('clients');
  clone.plugin('chat');
  clone.write(
    'plugins/bookings/server/a.ts',
    `import { x } from '../../clients/contract.ts';\nimport type { y } from '../../chat/contract.ts';\nimport z from './b.ts';`,
  );
  expect(await contracts.run(clone.root)).toEqual([
    {
      file: 'plugins/bookings/server/a.ts',
      message: expect.stringContaining('imports from chat'),
      fix: expect.stringContaining('"chat": "^1.0.0"'),
    },
  ]);
});

test('a message that cannot be compiled is found, in whichever language', async () => {
  clone.plugin('tasks');
  for (const language of ['en', 'es', 'ar']) clone.write(`plugins/tasks/locales/${language}.json`, { said: language === 'es' ? '{why, select, by-hand {a} other {b}}' : 'x {why}' });
  const found = (await translations.run(clone.root)).filter(({ file }) => file.startsWith('plugins/tasks'));
  expect(found).toEqual([expect.objectContaining({ file: 'plugins/tasks/locales/es.json', message: expect.stringMatching(/^said is no message: /) })]);
});

test('a text that code or a manifest shows has to be there', async () => {
  const page = { id: 'list', path: '/tasks', title: 'pages.list', permission: 'users.read' };
  const permission = { id: 'tasks.read', subject: 'Task', action: 'read', scopes: ['all' as const], roles: {} };
  clone.plugin('tasks', { pages: [page], permissions: [permission], fields: { Task: ['title'] } });
  for (const language of ['en', 'es', 'ar']) clone.write(`plugins/tasks/locales/${language}.json`, { list: { empty: 'x' } });
  clone.write(
    'plugins/tasks/web/list.page.tsx',
    "const t = useTranslations('tasks');\nconst l = useTranslations('tasks.list');\nt('list.empty'); t('list.lost'); l('empty'); l.rich('gone'); t(`errors.${code}`); // t('comment')\n",
  );
  const found = (await translations.run(clone.root)).filter(({ file }) => !file.startsWith('core/'));
  expect(found.map(({ message }) => message)).toEqual([
    'shows tasks.list.lost, which no language has',
    'shows tasks.list.gone, which no language has',
    'names the text pages.list, which no language has',
    'names the text permissions.read, which no language has',
    'names the text fields.title, which no language has',
  ]);
});

test('generated files are stale as soon as a manifest says something else', async () => {
  clone.plugin('tasks');
  await assemble(clone.root);
  expect(await generated.run(clone.root)).toEqual([]);
  clone.plugin('tasks', { version: '1.0.1' });
  expect((await generated.run(clone.root)).map(({ file }) => file)).toEqual([
    'apps/api/generated/plugins.ts',
    'apps/web/generated/manifests.ts',
  ]);
});

test('a check that breaks is a finding and ends no other', async () => {
  const fails = { title: 'a', run: () => Promise.reject(new Error('no disk')) };
  const done = await runChecks(clone.root, [fails, { title: 'b', run: async () => [] }], () => undefined);
  expect(done.map(({ title, findings }) => [title, findings.length])).toEqual([
    ['a', 1],
    ['b', 0],
  ]);
});
