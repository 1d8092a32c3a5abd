import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EmittedEvent, EventDefinition, JobDefinition, ProcedureDefinition } from '@loctelli/core';
import { onEventKey } from '../events/events.ts';
import { implementsKey } from '../procedures/implements.ts';
import { everyKey } from './every.ts';
import { handlesKey, type JobRun } from './jobs.ts';

export interface JobHandler {
  definition: JobDefinition;
  handle: (data: unknown, run: JobRun) => Promise<unknown>;
}

export interface EventHandler {
  definition: EventDefinition;
  /** `<class>.<method>`: names the subscription over restarts. */
  name: string;
  handle: (event: EmittedEvent) => Promise<unknown>;
}

export interface RoundHandler {
  /** `<class>.<method>`: names the round over restarts. */
  name: string;
  intervalMs: number;
  handle: () => Promise<unknown>;
}

export interface ProcedureHandler {
  definition: ProcedureDefinition;
  handle: (input: unknown) => Promise<unknown>;
}

/** Finds the methods that `@Handles`, `@On`, `@Every` and `@Implements` mark. */
@Injectable()
export class Handlers {
  readonly jobs = new Map<string, JobHandler>();
  readonly events = new Map<string, EventHandler[]>();
  readonly rounds = new Map<string, RoundHandler>();
  readonly procedures = new Map<string, ProcedureHandler>();
  /** Who answers each question that is asked of many. */
  readonly inquiries = new Map<string, ProcedureHandler[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Call once all modules are built. Throws when two methods handle one job or implement one procedure. */
  collect(): void {
    const scanner = new MetadataScanner();
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (!prototype || prototype === Object.prototype) continue;
      for (const method of scanner.getAllMethodNames(prototype)) this.#collect(instance as Record<string, never>, method);
    }
  }

  #collect(instance: Record<string, (...args: never[]) => Promise<unknown>>, method: string): void {
    const target = instance[method] as (...args: unknown[]) => Promise<unknown>;
    const job = this.reflector.get<JobDefinition | undefined>(handlesKey, target);
    const event = this.reflector.get<EventDefinition | undefined>(onEventKey, target);
    const intervalMs = this.reflector.get<number | undefined>(everyKey, target);
    const procedure = this.reflector.get<ProcedureDefinition | undefined>(implementsKey, target);
    const name = `${instance.constructor.name}.${method}`;
    if (intervalMs && this.rounds.has(name)) throw new Error(`Two rounds are called ${name}: rename one of the classes.`);
    if (intervalMs) this.rounds.set(name, { name, intervalMs, handle: () => target.call(instance) });
    if (job) {
      if (this.jobs.has(job.name)) throw new Error(`Two methods handle the job ${job.name}; one of them is ${name}.`);
      this.jobs.set(job.name, { definition: job, handle: (data, run) => target.call(instance, data, run) });
    }
    if (procedure?.ofMany) {
      const others = this.inquiries.get(procedure.name) ?? [];
      this.inquiries.set(procedure.name, [...others, { definition: procedure, handle: (input) => target.call(instance, input) }]);
    } else if (procedure) {
      if (this.procedures.has(procedure.name)) throw new Error(`Two methods implement ${procedure.name}; one of them is ${name}.`);
      this.procedures.set(procedure.name, { definition: procedure, handle: (input) => target.call(instance, input) });
    }
    if (event) {
      const others = this.events.get(event.name) ?? [];
      // The name is what tells subscriptions apart: one of two would never hear it.
      if (others.some((other) => other.name === name)) throw new Error(`Two methods called ${name} hear ${event.name}: rename one of the classes.`);
      this.events.set(event.name, [...others, { definition: event, name, handle: (emitted) => target.call(instance, emitted) }]);
    }
  }
}
