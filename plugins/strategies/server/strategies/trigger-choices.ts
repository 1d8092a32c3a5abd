import { Injectable } from '@nestjs/common';
import { EventLog } from '@loctelli/core/server';

interface Form {
  type?: string | string[];
  anyOf?: Form[];
  properties?: Record<string, Form>;
}

/** Events that may enrol: whatever plugin declares them, they are about one client. */
@Injectable()
export class TriggerChoices {
  constructor(private readonly log: EventLog) {}

  /** Its own are left out, so that no strategy turns in circles. */
  async list(): Promise<{ items: { event: string; plugin: string }[] }> {
    const types = (await this.log.types()).filter(({ pluginId, schema }) => pluginId !== 'strategies' && isNumber((schema as Form).properties?.clientId));
    return { items: types.map(({ name, pluginId }) => ({ event: name, plugin: pluginId })) };
  }
}

const isNumber = (form: Form | undefined): boolean =>
  form !== undefined && ([form.type].flat().includes('integer') || (form.anyOf?.some(isNumber) ?? false));
