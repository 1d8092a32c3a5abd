import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  authResult,
  id,
  invitation,
  invitationAccept,
  invitationCreate,
  invitationFront,
  invitationPage,
  pageQuery,
  verifyEmail,
} from '@loctelli/core';
import { z } from 'zod';
import { Can, OutsideUnitOfWork, Public } from '../access/route.decorators.ts';
import { Caller, From } from '../auth/caller.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { InvitationAnswers } from './invitation-answers.ts';
import { InvitationsService } from './invitations.service.ts';

/** The same single field as a link that proves an address; without an id, or OpenAPI would not list it as a parameter. */
const link = z.strictObject(verifyEmail.shape);

@ApiTags('invitations')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly answers: InvitationAnswers,
  ) {}

  @Get()
  @Can('users.invite')
  @Answer(invitationPage)
  list(@Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>) {
    return this.invitations.list(query);
  }

  @Post()
  @Can('users.invite')
  @Answer(invitation, 201)
  create(@Body({ schema: invitationCreate }) body: z.infer<typeof invitationCreate>) {
    return this.invitations.create(body);
  }

  @Get('accept')
  @Public()
  @Answer(invitationFront)
  show(@Query({ schema: link }) { token }: z.infer<typeof link>) {
    return this.answers.show(token);
  }

  @Post('accept')
  @Public()
  @OutsideUnitOfWork()
  @Answer(authResult, 201)
  accept(@Body({ schema: invitationAccept }) body: z.infer<typeof invitationAccept>, @From() caller: Caller) {
    return this.answers.accept(body, caller);
  }

  @Post(':id/resend')
  @Can('users.invite')
  @Answer(invitation)
  resend(@Param('id', { schema: id }) invitationId: number) {
    return this.invitations.resend(invitationId);
  }

  @Delete(':id')
  @Can('users.invite')
  @NoAnswer()
  revoke(@Param('id', { schema: id }) invitationId: number) {
    return this.invitations.revoke(invitationId);
  }
}
