import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { preference, preferenceKey, preferenceWrite } from '@loctelli/core';
import type { z } from 'zod';
import { Can, SignedIn, WhilePaused } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { PreferencesService } from './preferences.service.ts';

@ApiTags('preferences')
@Controller('preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get(':key')
  @SignedIn()
  @Answer(preference)
  get(@Param('key', { schema: preferenceKey }) key: string) {
    return this.preferences.get(key);
  }

  @Put(':key')
  @SignedIn()
  @WhilePaused()
  @Answer(preference)
  set(@Param('key', { schema: preferenceKey }) key: string, @Body({ schema: preferenceWrite }) { value }: z.infer<typeof preferenceWrite>) {
    return this.preferences.set(key, value);
  }

  @Delete(':key')
  @SignedIn()
  @WhilePaused()
  @NoAnswer()
  clear(@Param('key', { schema: preferenceKey }) key: string) {
    return this.preferences.clear(key);
  }

  @Put(':key/default')
  @Can('dashboard.arrange')
  @NoAnswer()
  setStart(@Param('key', { schema: preferenceKey }) key: string, @Body({ schema: preferenceWrite }) { value }: z.infer<typeof preferenceWrite>) {
    return this.preferences.setStart(key, value);
  }

  @Delete(':key/default')
  @Can('dashboard.arrange')
  @NoAnswer()
  clearStart(@Param('key', { schema: preferenceKey }) key: string) {
    return this.preferences.clearStart(key);
  }
}
