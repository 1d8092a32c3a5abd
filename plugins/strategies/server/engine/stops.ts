import type { Cadence, StopReason } from '../../contract.ts';

/** Something that happened to a client, as far as a cadence may end by it. */
export type Happened =
  | { what: 'reply' | 'booking' | 'bounce' | 'unsubscribe' | 'disqualified' | 'client-gone' }
  | { what: 'stage'; stageId: number | null; kind: 'open' | 'won' | 'lost' | null };

/** Why it ends a cadence; null when it goes on. */
export function stopOf({ stopOn }: Pick<Cadence, 'stopOn'>, happened: Happened): StopReason | null {
  switch (happened.what) {
    case 'reply':
    case 'booking':
    case 'bounce':
      return stopOn[happened.what] ? happened.what : null;
    case 'unsubscribe':
      return 'unsubscribed';
    case 'disqualified':
    case 'client-gone':
      return happened.what;
    case 'stage':
      if (happened.kind === 'won' || happened.kind === 'lost') return happened.kind;
      return happened.stageId !== null && stopOn.stageIds.includes(happened.stageId) ? 'stage' : null;
  }
}
