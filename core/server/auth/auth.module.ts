import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Config } from '../config/config.ts';
import { AccessTokens } from './access-tokens.ts';
import { AccountMail } from './account-mail.ts';
import { AccountController } from './account.controller.ts';
import { AccountService } from './account.service.ts';
import { ApiKeyCheck } from './api-key-check.ts';
import { Attempts } from './attempts.ts';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { Authenticator } from './authenticator.ts';
import { JwtStrategy } from './jwt.strategy.ts';
import { OneTimeLinks } from './one-time-links.ts';
import { Passwords } from './passwords.ts';
import { Principals } from './principals.ts';
import { ProfileService } from './profile.service.ts';
import { Sessions } from './sessions.ts';

@Global()
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ secret: config.jwtSecret, signOptions: { algorithm: 'HS256' } }),
    }),
  ],
  controllers: [AuthController, AccountController],
  providers: [
    AccessTokens,
    AccountMail,
    AccountService,
    ApiKeyCheck,
    Attempts,
    AuthService,
    Authenticator,
    JwtStrategy,
    OneTimeLinks,
    Passwords,
    Principals,
    ProfileService,
    Sessions,
  ],
  exports: [AccessTokens, ApiKeyCheck, AuthService, Authenticator, Passwords, Principals, ProfileService, Sessions],
})
export class AuthModule {}
