import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { authResult, loginFactor, passkeyRequestOptions, passkeySignIn } from '@loctelli/core';
import type { z } from 'zod';
import { OutsideUnitOfWork, Public, WhilePaused } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { Caller, From } from './caller.ts';
import { FactorSignIn } from './factor-sign-in.service.ts';

@ApiTags('auth')
@WhilePaused()
@Controller('auth')
export class FactorSignInController {
  constructor(private readonly signIn: FactorSignIn) {}

  @Post('login/factor')
  @Public()
  @OutsideUnitOfWork()
  @Answer(authResult)
  finish(@Body({ schema: loginFactor }) body: z.infer<typeof loginFactor>, @From() caller: Caller) {
    return this.signIn.finish(body, caller);
  }

  @Post('login/passkey/options')
  @Public()
  @OutsideUnitOfWork()
  @Answer(passkeyRequestOptions)
  passkeyOptions() {
    return this.signIn.passkeyOptions();
  }

  @Post('login/passkey')
  @Public()
  @OutsideUnitOfWork()
  @Answer(authResult)
  byPasskey(@Body({ schema: passkeySignIn }) body: z.infer<typeof passkeySignIn>, @From() caller: Caller) {
    return this.signIn.byPasskey(body, caller);
  }
}
