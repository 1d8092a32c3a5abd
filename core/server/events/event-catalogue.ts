import { Injectable } from '@nestjs/common';
import { pluginToggled, userCreated, userInvited, userUpdated, type EventDefinition } from '@loctelli/core';

/** Every event the kernel and the loaded plugins declare. */
@Injectable()
export class EventCatalogue {
  readonly #all = new Map<string, { event: EventDefinition; pluginId: string }>();

  constructor() {
    this.add('core', [userCreated, userUpdated, userInvited, pluginToggled]);
  }

  /** @param pluginId whose contract declares them; `core` for the kernel's own */
  add(pluginId: string, events: readonly object[]): void {
    for (const event of events as EventDefinition[]) this.#all.set(event.name, { event, pluginId });
  }

  get(name: string): EventDefinition | undefined {
    return this.#all.get(name)?.event;
  }

  get entries(): { event: EventDefinition; pluginId: string }[] {
    return [...this.#all.values()];
  }
}
