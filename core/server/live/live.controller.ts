import { Controller, Headers, Sse, type MessageEvent } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Observable } from 'rxjs';
import { SignedIn } from '../access/route.decorators.ts';
import { LiveStreams } from './live-streams.ts';

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Sse()
  @SignedIn()
  open(@Headers('last-event-id') lastEventId?: string): Observable<MessageEvent> {
    return this.streams.open(lastEventId);
  }
}
