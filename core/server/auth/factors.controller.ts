import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  factorBegin,
  factorProof,
  factors,
  id,
  passkey,
  passkeyCreate,
  passkeyCreationOptions,
  passkeyUpdate,
  recoveryCodes,
  totpConfirm,
  totpEnrolment,
} from '@loctelli/core';
import type { z } from 'zod';
import { OutsideUnitOfWork, SignedIn, WhilePaused } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { Caller, From } from './caller.ts';
import { PasskeysService } from './passkeys.service.ts';
import { TotpService } from './totp.service.ts';

/**
 * Routes that answer a secret stand outside the route's own unit of work: an answer that is kept for an Idempotency-Key would keep the
 * secret with it.
 */
@ApiTags('auth')
@WhilePaused()
@Controller('auth')
export class FactorsController {
  constructor(
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
  ) {}

  @Get('factors')
  @SignedIn()
  @Answer(factors)
  list() {
    return this.passkeys.factors();
  }

  @Post('totp')
  @SignedIn()
  @OutsideUnitOfWork()
  @Answer(totpEnrolment)
  beginTotp(@Body({ schema: factorBegin }) body: z.infer<typeof factorBegin>, @From() caller: Caller) {
    return this.totp.begin(body, caller);
  }

  @Post('totp/confirm')
  @SignedIn()
  @OutsideUnitOfWork()
  @Answer(recoveryCodes)
  confirmTotp(@Body({ schema: totpConfirm }) body: z.infer<typeof totpConfirm>) {
    return this.totp.confirm(body);
  }

  @Post('totp/disable')
  @SignedIn()
  @OutsideUnitOfWork()
  @NoAnswer()
  disableTotp(@Body({ schema: factorProof }) body: z.infer<typeof factorProof>, @From() caller: Caller) {
    return this.totp.disable(body, caller);
  }

  @Post('recovery-codes')
  @SignedIn()
  @OutsideUnitOfWork()
  @Answer(recoveryCodes)
  renewCodes(@Body({ schema: factorProof }) body: z.infer<typeof factorProof>, @From() caller: Caller) {
    return this.totp.renewCodes(body, caller);
  }

  @Post('passkeys/options')
  @SignedIn()
  @OutsideUnitOfWork()
  @Answer(passkeyCreationOptions)
  beginPasskey(@Body({ schema: factorBegin }) body: z.infer<typeof factorBegin>, @From() caller: Caller) {
    return this.passkeys.begin(body, caller);
  }

  @Post('passkeys')
  @SignedIn()
  @Answer(passkey, 201)
  createPasskey(@Body({ schema: passkeyCreate }) body: z.infer<typeof passkeyCreate>) {
    return this.passkeys.create(body);
  }

  @Patch('passkeys/:id')
  @SignedIn()
  @Answer(passkey)
  renamePasskey(@Param('id', { schema: id }) passkeyId: number, @Body({ schema: passkeyUpdate }) body: z.infer<typeof passkeyUpdate>) {
    return this.passkeys.rename(passkeyId, body);
  }

  @Delete('passkeys/:id')
  @SignedIn()
  @NoAnswer()
  deletePasskey(@Param('id', { schema: id }) passkeyId: number) {
    return this.passkeys.delete(passkeyId);
  }
}
