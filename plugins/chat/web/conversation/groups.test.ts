import type { ChatMessage } from '../../contract.ts';
import { itemsOf, nameOfDay } from './groups.ts';

let sequence = 0;
const say = (at: string, more: Partial<ChatMessage> = {}): ChatMessage => ({ id: ++sequence, conversationId: 1, sequence, key: `k${sequence}`, kind: 'incoming', body: '', happened: null, authorId: null, authorName: 'Dana', mentions: [], attachments: [], delivery: null, deliveryError: null, createdAt: at, ...more });
beforeEach(() => (sequence = 0));
const shapes = (messages: ChatMessage[], newAfter: number | null = null, zone = 'Europe/Madrid') =>
  itemsOf(messages, zone, newAfter).map((item) => (item.type === 'group' ? `${item.kind}×${item.messages.length}` : item.type === 'day' ? item.day : item.type));

test('messages of one writer stand together until somebody else writes or time passes', () => {
  const messages = [
    say('2026-11-27T09:00:00Z'),
    say('2026-11-27T09:01:00Z'),
    say('2026-11-27T09:02:00Z', { kind: 'outgoing', authorId: 1, authorName: 'Elena' }),
    say('2026-11-27T09:03:00Z', { kind: 'note', authorId: 1, authorName: 'Elena' }),
    say('2026-11-27T09:04:00Z', { kind: 'event' }),
    say('2026-11-27T09:05:00Z', { kind: 'outgoing', authorId: 1, authorName: 'Elena' }),
    say('2026-11-27T09:40:00Z', { kind: 'outgoing', authorId: 1, authorName: 'Elena' }),
  ];
  expect(shapes(messages)).toEqual(['2026-11-27', 'incoming×2', 'outgoing×1', 'note×1', 'event', 'outgoing×1', 'outgoing×1']);
});

test('days are those of the reader’s zone', () => {
  const messages = [say('2026-11-26T22:30:00Z'), say('2026-11-26T23:30:00Z')];
  expect(shapes(messages)).toEqual(['2026-11-26', 'incoming×1', '2026-11-27', 'incoming×1']);
  expect(shapes(messages, null, 'UTC')).toEqual(['2026-11-26', 'incoming×1', 'incoming×1']);
});

test('the line before what is new parts a group, and one’s own answers draw none', () => {
  const messages = [say('2026-11-27T09:00:00Z'), say('2026-11-27T09:01:00Z'), say('2026-11-27T09:02:00Z')];
  expect(shapes(messages, 1)).toEqual(['2026-11-27', 'incoming×1', 'new', 'incoming×2']);
  expect(shapes([...messages, say('2026-11-27T09:03:00Z', { kind: 'outgoing' })], 3)).toEqual(['2026-11-27', 'incoming×3', 'outgoing×1']);
});

test('days are named as people name them', () => {
  const now = new Date('2026-11-27T12:00:00Z');
  expect(nameOfDay('2026-11-27', 'UTC', 'en', now)).toBe('Today');
  expect(nameOfDay('2026-11-26', 'UTC', 'es', now)).toBe('Ayer');
  expect(nameOfDay('2025-11-26', 'UTC', 'en', now)).toBe('Wednesday, November 26, 2025');
});
