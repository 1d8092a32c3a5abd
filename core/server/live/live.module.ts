import { Global, Module } from '@nestjs/common';
import { LiveController } from './live.controller.ts';
import { LiveHub } from './live-hub.ts';
import { LiveStreams } from './live-streams.ts';
import { Live } from './live.ts';

@Global()
@Module({ controllers: [LiveController], providers: [LiveHub, LiveStreams, Live], exports: [Live] })
export class LiveModule {}
