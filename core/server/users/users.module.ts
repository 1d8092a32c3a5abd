import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller.ts';
import { ApiKeysService } from './api-keys.service.ts';
import { FactorResetController } from './factor-reset.controller.ts';
import { FactorReset } from './factor-reset.ts';
import { InvitationAnswers } from './invitation-answers.ts';
import { InvitationMail } from './invitation-mail.ts';
import { InvitationsController } from './invitations.controller.ts';
import { InvitationsService } from './invitations.service.ts';
import { MeController } from './me.controller.ts';
import { Rights } from './rights.ts';
import { RoleMatrixView } from './role-matrix.ts';
import { RoleRules } from './role-rules.ts';
import { RolesController } from './roles.controller.ts';
import { RolesService } from './roles.service.ts';
import { TeamsController } from './teams.controller.ts';
import { TeamsService } from './teams.service.ts';
import { UsersController } from './users.controller.ts';
import { UsersService } from './users.service.ts';
import { WhyController } from './why.controller.ts';
import { WhyRecord } from './why-record.ts';
import { WhyService } from './why.service.ts';

@Module({
  controllers: [
    ...[ApiKeysController, FactorResetController, InvitationsController, MeController],
    ...[RolesController, TeamsController, UsersController, WhyController],
  ],
  providers: [
    ...[ApiKeysService, FactorReset, InvitationAnswers, InvitationMail, InvitationsService, UsersService],
    ...[Rights, RoleMatrixView, RoleRules, RolesService, TeamsService, WhyRecord, WhyService],
  ],
})
export class UsersModule {}
