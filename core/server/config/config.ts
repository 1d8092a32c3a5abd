import { createHash, createHmac } from 'node:crypto';
import { environment, howToSet, type Environment, type VariableName } from './environment.ts';

/** What the environment says, in the form code wants it. Inject `Config`; nothing else reads `process.env`. */
export abstract class Config {}
// The class is Nest's token, the interface its type.
export interface Config {
  nodeEnv: Environment['NODE_ENV'];
  /** Where the API listens. */
  host: string;
  port: number;
  webPort: number;
  /** What links and origins carry: `${publicProtocol}://<slug>.${baseDomain}:${publicPort}`. */
  publicProtocol: 'http' | 'https';
  publicPort: number;
  baseDomain: string;
  trustedProxies: string[];
  /** Where the web server reaches the API. */
  apiUrl: string;
  /** Owner role, for migrations alone. */
  databaseUrl: string;
  /** The role requests run as. */
  databaseAppUrl: string;
  /** The kernel's own role. */
  databasePlatformUrl: string;
  databasePool: number;
  /** `prefix` begins every key, so that installations may share a server. */
  redis: { host: string; port: number; password: string | undefined; db: number; prefix: string };
  jwtSecret: string;
  /** 32 bytes. */
  encryptionKey: Buffer;
  bcryptCost: number;
  seedPassword: string;
  smtpUrl: string | undefined;
  /** Requests per minute. */
  rateLimitTenant: number;
  rateLimitUser: number;
  /** Addresses and ranges that are not public and may be called all the same. */
  outboundPrivate: string[];
  /** Whether this process works off jobs. */
  jobs: boolean;
  logLevel: Environment['LOG_LEVEL'];
  dataDir: string;
  pluginsDir: string;
}

/** Thrown by `parseConfig`; `problems` has one line for each variable. */
export class ConfigProblem extends Error {
  constructor(readonly problems: string[]) {
    super(`The environment needs ${problems.length === 1 ? 'a change' : `${problems.length} changes`} (.env or the shell; .env.example explains each variable):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigProblem';
  }
}

/**
 * Reads the environment.
 * @throws ConfigProblem naming every missing and every wrong variable at once, each with what to do
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const result = environment.safeParse(env);
  if (!result.success) throw new ConfigProblem(result.error.issues.map((issue) => explain(String(issue.path[0]) as VariableName, issue.message, env)));
  const values = result.data;
  return {
    nodeEnv: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    webPort: values.WEB_PORT,
    publicProtocol: values.PUBLIC_PROTOCOL,
    publicPort: values.PUBLIC_PORT ?? values.WEB_PORT,
    baseDomain: values.BASE_DOMAIN.toLowerCase(),
    trustedProxies: values.TRUSTED_PROXIES.split(',').map((range) => range.trim()),
    apiUrl: values.NEXT_PUBLIC_API_URL ?? `http://127.0.0.1:${values.PORT}`,
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL ?? roleUrl(values.DATABASE_URL, 'app', values.JWT_SECRET),
    databasePlatformUrl: values.DATABASE_PLATFORM_URL ?? roleUrl(values.DATABASE_URL, 'platform', values.JWT_SECRET),
    databasePool: values.DATABASE_POOL,
    redis: { host: values.REDIS_HOST, port: values.REDIS_PORT, password: values.REDIS_PASSWORD, db: values.REDIS_DB, prefix: values.REDIS_PREFIX },
    jwtSecret: values.JWT_SECRET,
    encryptionKey: values.ENCRYPTION_KEY ? createHash('sha256').update(values.ENCRYPTION_KEY).digest() : createHmac('sha256', values.JWT_SECRET).update('encryption').digest(),
    bcryptCost: values.BCRYPT_COST,
    seedPassword: values.SEED_PASSWORD,
    smtpUrl: values.SMTP_URL,
    rateLimitTenant: values.RATE_LIMIT_TENANT,
    rateLimitUser: values.RATE_LIMIT_USER,
    outboundPrivate: values.OUTBOUND_PRIVATE?.split(',').map((range) => range.trim()) ?? [],
    jobs: values.JOBS === 'on',
    logLevel: values.LOG_LEVEL,
    dataDir: values.DATA_DIR,
    pluginsDir: values.PLUGINS_DIR,
  };
}

/**
 * The address of the database for one of the two lesser roles, `<database>_app` and `<database>_platform`. Its password follows from the
 * secret, so nobody has to keep it, and the migration that creates the role comes to the same one.
 */
export function roleUrl(ownerUrl: string, role: 'app' | 'platform', secret: string): string {
  const url = new URL(ownerUrl);
  url.username = `${decodeURIComponent(url.pathname.slice(1))}_${role}`;
  url.password = createHmac('sha256', secret).update(decodeURIComponent(url.username)).digest('hex');
  return url.toString();
}

function explain(name: VariableName, message: string, env: Record<string, string | undefined>): string {
  const missing = env[name] === undefined || env[name] === '';
  return missing ? `${name} is missing: ${howToSet[name] ?? message}` : `${name} is wrong: it ${message}`;
}
