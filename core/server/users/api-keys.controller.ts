import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { apiKeyCreate, apiKeyCreated, apiKeyPage, id, pageQuery } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { ApiKeysService } from './api-keys.service.ts';

@ApiTags('api-keys')
@Controller('api-keys')
@Can('apikeys.manage')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Answer(apiKeyPage)
  list(@Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>) {
    return this.keys.list(query);
  }

  @Post()
  @Answer(apiKeyCreated, 201)
  create(@Body({ schema: apiKeyCreate }) body: z.infer<typeof apiKeyCreate>) {
    return this.keys.create(body);
  }

  @Delete(':id')
  @NoAnswer()
  remove(@Param('id', { schema: id }) keyId: number) {
    return this.keys.remove(keyId);
  }
}
