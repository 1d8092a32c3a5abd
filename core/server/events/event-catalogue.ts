import { Injectable } from '@nestjs/common';
import { pluginToggled, userCreated, userInvited, userUpdated, type EventDefinition } from '@loctelli/core';

/** Every event the kernel and the loaded plugins declare. */
@Injectable()
export class EventCatalogue {
  readonly #all = new Map<string, EventDefinition>();

  constructor() {
    this.add([userCreated, userUpdated, userInvited, pluginToggled]);
  }

  add(events: readonly object[]): void {
    for (const event of events as EventDefinition[]) this.#all.set(event.name, event);
  }

  get(name: string): EventDefinition | undefined {
    return this.#all.get(name);
  }

  get all(): EventDefinition[] {
    return [...this.#all.values()];
  }
}
