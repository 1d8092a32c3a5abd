import { Injectable } from '@nestjs/common';
import type { MessageParams } from '@loctelli/core';
import { Live, Timeline, type NewTimelineEntry } from '@loctelli/core/server';
import { clientChanged } from '../contract.ts';

/** What happens to one client, told to its timeline and to the browsers that show it. */
@Injectable()
export class ClientNews {
  constructor(
    private readonly timeline: Timeline,
    private readonly live: Live,
  ) {}

  /** @param what kind without the plugin: `created`, `updated`, `stage-changed` … */
  async tell(clientId: number, what: string, params: MessageParams = {}, more: Partial<Pick<NewTimelineEntry, 'body' | 'href' | 'source' | 'at'>> = {}) {
    await this.timeline.record({ subject: 'Client', subjectId: clientId, kind: `clients.${what}`, params, ...more });
    await this.changed(clientId);
  }

  /** Fields are told by name and not by value: not everybody who reads the timeline may read every field. */
  async updated(clientId: number, fields: readonly string[]): Promise<void> {
    if (fields.length) await this.tell(clientId, 'updated', { fields: fields.join(',') });
  }

  /** Browsers that show the client fetch it anew. Tells the id and nothing of what changed. */
  async changed(clientId: number): Promise<void> {
    await this.live.publish(clientChanged, { clientId }, { permission: 'clients.read' });
  }
}
