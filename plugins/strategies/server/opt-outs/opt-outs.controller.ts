import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer, Public } from '@loctelli/core/server';
import { optOut, optOutCreate, optOutPage, optOutQuery, unsubscribeState, unsubscribeToken, unsubscribeWrite, type OptOutQuery } from '../../contract.ts';
import { OptOutsService } from './opt-outs.service.ts';

@ApiTags('strategies')
@Controller('strategies/opt-outs')
export class OptOutsController {
  constructor(private readonly optOuts: OptOutsService) {}

  @Get()
  @Can('strategies.enrolments')
  @Answer(optOutPage)
  getOptOuts(@Query({ schema: optOutQuery }) query: OptOutQuery) {
    return this.optOuts.page(query);
  }

  @Post()
  @Can('strategies.enrol')
  @Answer(optOut, 201)
  createOptOut(@Body({ schema: optOutCreate }) { clientId }: { clientId: number }) {
    return this.optOuts.create(clientId);
  }

  @Delete(':optOutId')
  @Can('strategies.enrol')
  @NoAnswer()
  deleteOptOut(@Param('optOutId', { schema: id }) optOutId: number) {
    return this.optOuts.remove(optOutId);
  }
}

/** What a link in a mail leads to. */
@ApiTags('strategies')
@Controller('strategies/unsubscribe')
@Public()
export class UnsubscribeController {
  constructor(private readonly optOuts: OptOutsService) {}

  @Get(':token')
  @Answer(unsubscribeState)
  getUnsubscribe(@Param('token', { schema: unsubscribeToken }) token: string) {
    return this.optOuts.shown(token);
  }

  @Post(':token')
  @Answer(unsubscribeState)
  setUnsubscribe(@Param('token', { schema: unsubscribeToken }) token: string, @Body({ schema: unsubscribeWrite }) { unsubscribed }: { unsubscribed: boolean }) {
    return this.optOuts.set(token, unsubscribed);
  }

  /** From a mail program (RFC 8058). That it is a POST says all; what stands in it comes in whatever form that program writes. */
  @Post(':token/one-click')
  @Answer(unsubscribeState)
  unsubscribeByOneClick(@Param('token', { schema: unsubscribeToken }) token: string) {
    return this.optOuts.set(token, true);
  }
}
