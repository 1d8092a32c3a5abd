import type { Tone } from '@loctelli/core/web';
import type { ClientImport } from '../contract.ts';

type Status = ClientImport['status'];
const tones: Record<Status, Tone> = {
  draft: 'neutral',
  queued: 'info',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
  undoing: 'info',
  undone: 'neutral',
};

export const toneOf = (status: Status): Tone => tones[status];
export const isBusy = (status: Status): boolean => status === 'queued' || status === 'running' || status === 'undoing';
