import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessModule } from './access/access.module.ts';
import { ForeignPages } from './access/foreign-pages.ts';
import { GateGuard } from './access/gate.guard.ts';
import { AuditModule } from './audit/audit.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { BackgroundJobsModule } from './background-jobs/background-jobs.module.ts';
import { CacheModule } from './cache/cache.module.ts';
import type { Config } from './config/config.ts';
import { ConfigModule } from './config/config.module.ts';
import { DatabaseModule } from './database/database.module.ts';
import { EventsModule } from './events/events.module.ts';
import { FilesModule } from './files/files.module.ts';
import { HealthModule } from './health/health.module.ts';
import { HttpModule } from './http/http.module.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { RouteInterceptor } from './http/route.interceptor.ts';
import { LiveModule } from './live/live.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { MetricsModule } from './metrics/metrics.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { OutboundModule } from './outbound/outbound.module.ts';
import type { LoadedPlugin } from './plugins/plugin-host.ts';
import { PluginsModule } from './plugins/plugins.module.ts';
import { PreferencesModule } from './preferences/preferences.module.ts';
import { ProceduresModule } from './procedures/procedures.module.ts';
import { SettingsModule } from './settings/settings.module.ts';
import { TenancyModule } from './tenancy/tenancy.module.ts';
import { TimelineModule } from './timeline/timeline.module.ts';
import { UsersModule } from './users/users.module.ts';
import { ViewsModule } from './views/views.module.ts';

/** The kernel with the plugins that loaded. */
@Module({})
export class KernelModule {
  static forRoot(config: Config, plugins: LoadedPlugin[]): DynamicModule {
    return {
      module: KernelModule,
      imports: [
        ConfigModule.forRoot(config),
        DiscoveryModule,
        DatabaseModule,
        CacheModule,
        TenancyModule,
        AccessModule,
        HttpModule,
        AuditModule,
        LiveModule,
        EventsModule,
        FilesModule,
        PluginsModule.forRoot(plugins),
        ProceduresModule,
        SettingsModule,
        MailModule,
        MetricsModule,
        OutboundModule,
        AuthModule,
        UsersModule,
        PreferencesModule,
        NotificationsModule,
        BackgroundJobsModule,
        ViewsModule,
        TimelineModule,
        HealthModule,
        ...plugins.flatMap(({ server, failure }) => (server && !failure ? [server.module] : [])),
      ],
      providers: [
        ForeignPages,
        { provide: APP_GUARD, useClass: GateGuard },
        { provide: APP_INTERCEPTOR, useClass: RouteInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
