import type { PluginManifest } from '@loctelli/core';
import { matchPage } from './match-path.ts';

const page = (id: string, path: string) => ({ id, path, title: 't', permission: 'clients.read' });
const manifest = {
  id: 'clients',
  name: 'Clients',
  description: '',
  version: '0.1.0',
  core: '^0.1.0',
  pages: [page('client', '/clients/:clientId'), page('list', '/clients'), page('import', '/clients/import'), page('run', '/clients/import/:importId')],
} satisfies PluginManifest;
const find = (path: string) => {
  const match = matchPage([manifest], path);
  return match && [match.page.id, match.params];
};

it.each([
  ['/clients', ['list', {}]],
  ['/clients/', ['list', {}]],
  ['clients/42', ['client', { clientId: '42' }]],
  ['/clients/import', ['import', {}]],
  ['/clients/import/7', ['run', { importId: '7' }]],
  ['/clients/a%20b', ['client', { clientId: 'a b' }]],
  ['/clients/%E0%A4%A', null],
  ['/clients/1/2/3', null],
  ['/client', null],
  ['/', null],
])('%s', (path, expected) => expect(find(path)).toEqual(expected));
