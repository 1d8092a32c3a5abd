import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Handlers } from '../jobs/handlers.ts';
import { Jobs } from '../jobs/jobs.ts';
import { WorkQueue } from '../jobs/queue.ts';
import { Standing } from '../jobs/standing.ts';
import { EventLog } from './event-log.ts';
import { EventsController } from './events.controller.ts';
import { EventCatalogue } from './event-catalogue.ts';
import { Events } from './events.ts';
import { Relay } from './relay.ts';
import { Traces } from './traces.ts';

/** What leaves a unit of work: events and jobs, and the relay that hands them on. */
@Global()
@Module({ imports: [DiscoveryModule], controllers: [EventsController], providers: [Events, EventLog, EventCatalogue, Jobs, Handlers, Standing, WorkQueue, Relay, Traces], exports: [Events, EventLog, EventCatalogue, Jobs, Handlers, Standing, WorkQueue, Relay, Traces] })
export class EventsModule {}
