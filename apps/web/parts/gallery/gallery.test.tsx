import fs from 'node:fs';
import path from 'node:path';
import type { Me } from '@loctelli/core';
import * as kit from '@loctelli/core/web';
import { render, rest } from '../../../../core/web/testing/render.tsx';
import { sections } from './sections.ts';

const me = { user: { id: 1, name: 'Dana', teamId: null }, tenant: {}, grants: { 'views.share': 'all' }, plugins: [] } as unknown as Me;
/** What draws nothing of its own: providers, and places that others fill. */
const invisible = ['Icons', 'PluginsProvider', 'QueryProvider', 'LiveProvider', 'SessionProvider', 'Slot', 'ApiProblem', 'PluginScreen', 'PluginWidget', 'PartBoundary', 'PluginBadge', 'PluginPage'];

beforeAll(() => {
  globalThis.fetch = (() => new Promise(() => {})) as never;
});

it.each(Object.keys(sections))('draws the section %s', async (name) => {
  const Section = sections[name]!;
  const { container, unmount } = await render(<kit.SessionProvider me={me}><Section /></kit.SessionProvider>);
  await rest(20);
  expect(container.textContent!.length + container.querySelectorAll('input, svg').length).toBeGreaterThan(0);
  await unmount();
});

it('shows every component that core exports', () => {
  const source = fs.readdirSync(import.meta.dirname).filter((name) => /\.tsx$/.test(name) && !name.includes('.test.')).map((name) => fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')).join('\n');
  const components = Object.entries(kit).filter(([name, value]) => /^[A-Z][a-z]/.test(name) && (typeof value === 'function' || (typeof value === 'object' && value !== null && '$$typeof' in value))).map(([name]) => name);
  expect(components.length).toBeGreaterThan(60);
  expect(components.filter((name) => !invisible.includes(name) && !new RegExp(`<${name}[\\s/>]`).test(source))).toEqual([]);
});
