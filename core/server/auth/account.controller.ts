import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { changePassword, forgotPassword, register, resetPassword, verifyEmail } from '@loctelli/core';
import type { z } from 'zod';
import { OutsideUnitOfWork, Public, SignedIn, WhilePaused } from '../access/route.decorators.ts';
import { NoAnswer } from '../http/answer.decorator.ts';
import { AccountService } from './account.service.ts';
import { Caller, From } from './caller.ts';

@ApiTags('auth')
@WhilePaused()
@Controller('auth')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Post('register')
  @Public()
  @OutsideUnitOfWork()
  @NoAnswer(202)
  register(@Body({ schema: register }) body: z.infer<typeof register>) {
    return this.account.register(body);
  }

  @Post('verify-email')
  @Public()
  @NoAnswer()
  verifyEmail(@Body({ schema: verifyEmail }) body: z.infer<typeof verifyEmail>) {
    return this.account.verifyEmail(body);
  }

  @Post('forgot-password')
  @Public()
  @NoAnswer(202)
  forgotPassword(@Body({ schema: forgotPassword }) body: z.infer<typeof forgotPassword>) {
    return this.account.forgotPassword(body);
  }

  @Post('reset-password')
  @Public()
  @OutsideUnitOfWork()
  @NoAnswer()
  resetPassword(@Body({ schema: resetPassword }) body: z.infer<typeof resetPassword>) {
    return this.account.resetPassword(body);
  }

  @Post('change-password')
  @SignedIn()
  @OutsideUnitOfWork()
  @NoAnswer()
  changePassword(@Body({ schema: changePassword }) body: z.infer<typeof changePassword>, @From() caller: Caller) {
    return this.account.changePassword(body, caller);
  }
}
