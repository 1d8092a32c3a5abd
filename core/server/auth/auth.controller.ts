import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { authResult, login, profileUpdate, refresh, sessionList, signInResult, user } from '@loctelli/core';
import { z } from 'zod';
import { OutsideUnitOfWork, Public, SignedIn, WhilePaused } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { AuthService } from './auth.service.ts';
import { Caller, From } from './caller.ts';
import { ProfileService } from './profile.service.ts';

const sessionId = z.string().max(40);

@ApiTags('auth')
@WhilePaused()
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly profile: ProfileService,
  ) {}

  @Post('login')
  @Public()
  @OutsideUnitOfWork()
  @Answer(signInResult)
  login(@Body({ schema: login }) body: z.infer<typeof login>, @From() caller: Caller) {
    return this.auth.login(body, caller);
  }

  @Post('refresh')
  @Public()
  @OutsideUnitOfWork()
  @Answer(authResult)
  refresh(@Body({ schema: refresh }) body: z.infer<typeof refresh>, @From() caller: Caller) {
    return this.auth.refresh(body, caller);
  }

  @Post('logout')
  @SignedIn()
  @NoAnswer()
  logout(@From() caller: Caller) {
    return this.auth.logout(caller);
  }

  @Post('logout-all')
  @SignedIn()
  @OutsideUnitOfWork()
  @NoAnswer()
  logoutAll(@From() caller: Caller) {
    return this.auth.logoutAll(caller);
  }

  @Post('logout-others')
  @SignedIn()
  @OutsideUnitOfWork()
  @NoAnswer()
  logoutOthers() {
    return this.auth.logoutOthers();
  }

  @Get('profile')
  @SignedIn()
  @Answer(user)
  getProfile() {
    return this.profile.get();
  }

  @Patch('profile')
  @SignedIn()
  @Answer(user)
  updateProfile(@Body({ schema: profileUpdate }) body: z.infer<typeof profileUpdate>) {
    return this.profile.update(body);
  }

  @Get('sessions')
  @SignedIn()
  @Answer(sessionList)
  listSessions() {
    return this.auth.listSessions();
  }

  @Delete('sessions/:id')
  @SignedIn()
  @NoAnswer()
  endSession(@Param('id', { schema: sessionId }) id: string) {
    return this.auth.endSession(id);
  }
}
