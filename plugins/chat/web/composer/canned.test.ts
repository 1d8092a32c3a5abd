import type { CannedReply } from '../../contract.ts';
import { cannedAt, cannedMatches } from './canned.ts';

const reply = (shortcut: string, title: string, body = ''): CannedReply => ({ id: 1, shortcut, title, body, visibility: 'tenant', ownerId: null, ownerName: null, mine: false, version: 1 });

test('a slash that begins a word looks for a reply, and one within a word does not', () => {
  expect(cannedAt('/th', 3)).toEqual({ from: 0, search: 'th' });
  expect(cannedAt('Hello /', 7)).toEqual({ from: 6, search: '' });
  expect(cannedAt('Hola\n/gr', 8)).toEqual({ from: 5, search: 'gr' });
  expect(cannedAt('24/7', 4)).toBeNull();
  expect(cannedAt('https://x', 9)).toBeNull();
  expect(cannedAt('/th and', 7)).toBeNull();
});

test('what begins like the shortcut comes first', () => {
  const replies = [reply('address', 'Where we are', 'thanks for asking'), reply('hours', 'Thanks and hours'), reply('thanks', 'Thank you'), reply('no-thanks', 'Declined')];
  expect(cannedMatches(replies, 'th').map(({ shortcut }) => shortcut)).toEqual(['thanks', 'no-thanks', 'hours', 'address']);
  expect(cannedMatches(replies, '')).toHaveLength(4);
});
