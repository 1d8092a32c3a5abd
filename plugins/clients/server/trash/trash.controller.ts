import { Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { trashRule } from '../../contract.ts';
import { TrashService } from './trash.service.ts';

@ApiTags('clients')
@Controller('clients')
export class TrashController {
  constructor(private readonly trash: TrashService) {}

  @Get('trash/rule')
  @Can('clients.delete')
  @Answer(trashRule)
  getTrashRule() {
    return this.trash.rule();
  }

  @Post('trash/empty')
  @Can('clients.delete')
  @NoAnswer(202)
  emptyTrash() {
    return this.trash.empty();
  }

  @Delete(':id/purge')
  @Can('clients.delete')
  @NoAnswer()
  purgeClient(@Param('id', { schema: id }) clientId: number) {
    return this.trash.remove(clientId);
  }
}
