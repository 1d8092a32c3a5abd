import type { ConversationPriority, LabelTone } from '../../contract.ts';

/** Who says a line: the client, staff, or staff among themselves; and how many minutes after the line before. */
export type Line = readonly [who: 'client' | 'staff' | 'note', minutes: number, text: string];

export interface Talk {
  channel: 'web' | 'email';
  subject?: string;
  /** Hours ago it began. */
  ago: number;
  status?: 'open' | 'snoozed' | 'closed';
  priority?: ConversationPriority;
  labels?: string[];
  /** Place among the tenant's people; nobody's unless told. */
  assignee?: 0 | 1 | 2;
  page?: string;
  lines: readonly Line[];
}

/** What a demo tenant's inbox holds. `{first}` is the client's first name. */
export interface Scene {
  labels: { name: string; tone: LabelTone }[];
  replies: { shortcut: string; title: string; body: string }[];
  greeting: string;
  talks: Talk[];
}
