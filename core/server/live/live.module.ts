import { Global, Module } from '@nestjs/common';
import { LiveController } from './live.controller.ts';
import { LiveHub } from './live-hub.ts';
import { LiveStreams } from './live-streams.ts';
import { Live } from './live.ts';
import { StreamChecks } from './stream-checks.ts';

@Global()
@Module({ controllers: [LiveController], providers: [LiveHub, LiveStreams, Live, StreamChecks], exports: [Live, LiveHub] })
export class LiveModule {}
