import type { MatrixPermission, Role, RoleMatrix } from '@loctelli/core';
import { changesOf, wishOf, withField, withGrant } from './draft.ts';

const line = (id: string, changes: Partial<MatrixPermission> = {}): MatrixPermission => ({
  ...{ id, label: id, subject: 'Client', scopes: ['own', 'team', 'all'], needs: [], defaults: {}, yours: 'all' },
  ...changes,
});
const matrix: RoleMatrix = {
  roles: [],
  groups: [
    {
      ...{ plugin: 'clients', name: 'Clients', label: null, enabled: true },
      permissions: [line('read'), line('update', { needs: ['read'] }), line('import', { subject: 'Import', scopes: ['all'], needs: ['update'] })],
      fields: [{ subject: 'Client', fields: [{ name: 'email', label: 'email' }] }],
    },
  ],
};
const empty = { grants: {}, fields: {} };
const role: Role = { id: 1, key: 'r', name: 'R', builtIn: false, people: 0, version: 1, ...empty };

test('a wish is what can be sent, and nothing else of the role', () => {
  expect(wishOf({}, role)).toEqual(empty);
});

test('giving a permission gives what it needs, as far as it reaches', () => {
  expect(withGrant(matrix, empty, 'update', 'team')).toEqual({ wish: { grants: { update: 'team', read: 'team' }, fields: {} }, also: ['read'] });
  expect(withGrant(matrix, empty, 'import', 'all').wish.grants).toEqual({ import: 'all', update: 'own', read: 'own' });
});

test('taking a permission away takes what needs it, and narrowing narrows', () => {
  const full = { grants: { read: 'all', update: 'all', import: 'all' } as const, fields: {} };
  expect(withGrant(matrix, full, 'read', null)).toEqual({ wish: empty, also: ['update', 'import'] });
  expect(withGrant(matrix, full, 'read', 'own').wish.grants).toEqual({ read: 'own', update: 'own', import: 'all' });
});

test('a field that cannot be read is neither written nor exported, and opens again as a whole', () => {
  const hidden = withField(empty, 'Client', 'email', 'read', false);
  expect(hidden.fields).toEqual({ Client: { email: ['read', 'write', 'export'] } });
  expect(changesOf(matrix, role, hidden)).toBe(1);
  expect(withField(hidden, 'Client', 'email', 'write', true).fields).toEqual({ Client: { email: ['export'] } });
  expect(changesOf(matrix, { ...role, fields: { Client: { email: ['read'] } } }, hidden)).toBe(0);
});
