import { GitBranch, GitFork, Hourglass, ListTodo, Mail, MessageSquare, Phone } from 'lucide-react';
import type { Step, StepKind } from '../../../contract.ts';

const icons = { message: MessageSquare, email: Mail, call: Phone, task: ListTodo, wait: Hourglass, condition: GitFork, branch: GitBranch };

export function KindIcon({ kind, className = 'size-4 shrink-0 text-muted' }: { kind: string; className?: string }) {
  const Icon = icons[kind as StepKind] ?? ListTodo;
  return <Icon aria-hidden className={className} />;
}

/** In the order in which they are offered. */
export const stepKinds = ['message', 'email', 'call', 'task', 'wait', 'condition', 'branch'] as const satisfies readonly StepKind[];

/** A step as it begins: whole enough to be kept, its texts still to be written. `titles` are words of the reader's language. */
export function freshStep(kind: StepKind, id: string, titles: { call: string; task: string; way: string }): Step {
  const shared = { id, name: '' };
  const variants = [{ id: 'a', name: '', weight: 1, subject: '', body: '' }];
  switch (kind) {
    case 'message':
      return { ...shared, kind, channel: 'any', variants };
    case 'email':
      return { ...shared, kind, variants };
    case 'call':
      return { ...shared, kind, title: titles.call, body: '', dueInHours: 4, waits: false };
    case 'task':
      return { ...shared, kind, title: titles.task, body: '', dueInHours: 24, waits: false };
    case 'wait':
      return { ...shared, kind, amount: 1, unit: 'days', at: null };
    case 'condition':
      return { ...shared, kind, when: [{ field: 'replied', operator: 'is', value: true }], then: 'next', otherwise: 'end' };
    case 'branch':
      return { ...shared, kind, ways: [{ name: titles.way, when: [{ field: 'status', operator: 'anyOf', value: ['lead'] }], goTo: 'next' }], otherwise: 'next' };
  }
}
