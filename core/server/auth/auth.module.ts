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
import { FactorNotices } from './factor-notices.ts';
import { FactorSignInController } from './factor-sign-in.controller.ts';
import { FactorSignIn } from './factor-sign-in.service.ts';
import { FactorTickets } from './factor-tickets.ts';
import { FactorsController } from './factors.controller.ts';
import { IdentityProof } from './identity-proof.ts';
import { JwtStrategy } from './jwt.strategy.ts';
import { OneTimeLinks } from './one-time-links.ts';
import { PasskeyCeremony } from './passkey-ceremony.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeysService } from './passkeys.service.ts';
import { Passwords } from './passwords.ts';
import { Principals } from './principals.ts';
import { ProfileService } from './profile.service.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import { TotpService } from './totp.service.ts';
import { WhoMay } from './who-may.ts';

@Global()
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ secret: config.jwtSecret, signOptions: { algorithm: 'HS256' } }),
    }),
  ],
  controllers: [AuthController, AccountController, FactorSignInController, FactorsController],
  providers: [
    AccessTokens,
    AccountMail,
    AccountService,
    ApiKeyCheck,
    Attempts,
    AuthService,
    Authenticator,
    FactorNotices,
    FactorSignIn,
    FactorTickets,
    IdentityProof,
    JwtStrategy,
    OneTimeLinks,
    PasskeyCeremony,
    PasskeyChallenges,
    PasskeysService,
    Passwords,
    Principals,
    ProfileService,
    RecoveryCodes,
    SecondFactor,
    Sessions,
    TotpService,
    WhoMay,
  ],
  exports: [AccessTokens, ApiKeyCheck, AuthService, Authenticator, FactorNotices, Passwords, Principals, ProfileService, Sessions, WhoMay],
})
export class AuthModule {}
