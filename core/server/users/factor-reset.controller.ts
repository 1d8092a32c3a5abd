import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Can } from '../access/route.decorators.ts';
import { NoAnswer } from '../http/answer.decorator.ts';
import { FactorReset } from './factor-reset.ts';

@ApiTags('users')
@Controller('users')
export class FactorResetController {
  constructor(private readonly factors: FactorReset) {}

  @Post(':id/reset-factors')
  @Can('users.update')
  @NoAnswer()
  reset(@Param('id', { schema: id }) userId: number) {
    return this.factors.reset(userId);
  }
}
