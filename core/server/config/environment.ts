import { z } from 'zod';

/** An empty line in `.env` means "not set". */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: string) => z.preprocess((value) => (value === '' || value === undefined ? fallback : value), schema);

const port = z.string().regex(/^\d+$/, 'must be a port number from 1 to 65535').transform(Number).pipe(z.number().min(1, 'must be a port number from 1 to 65535').max(65535, 'must be a port number from 1 to 65535'));
const count = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.string().regex(/^\d+$/, message).transform(Number).pipe(z.number().min(min, message).max(max, message));
};
const host = z.string().regex(/^[a-z0-9.:-]+$/i, 'must be a host name or an address, without protocol or port');
const url = (protocols: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), `must be a URL such as ${example}`);
const postgres = url(['postgres:', 'postgresql:'], 'postgresql://loctelli:secret@127.0.0.1:5432/loctelli').refine(
  (value) => !URL.canParse(value) || (new URL(value).pathname.length > 1 && new URL(value).username !== ''),
  'must name a user and a database, as postgresql://user:password@host:5432/database does',
);
const ranges = z.string().regex(/^[0-9a-f.:]+(\/\d{1,3})?(\s*,\s*[0-9a-f.:]+(\/\d{1,3})?)*$/i, 'must be addresses or ranges separated by commas, such as 127.0.0.1/32,10.0.0.0/8');

/**
 * Every environment variable there is. `.env.example` repeats it for people, and a test holds the two together.
 * `npm start` fills the three required ones when they are not given: it brings its own PostgreSQL, Redis and secret.
 */
export const environment = z.object({
  NODE_ENV: withDefault(z.enum(['production', 'development', 'test'], 'must be production, development or test'), 'production'),
  HOST: withDefault(host, '127.0.0.1'),
  PORT: withDefault(port, '3000'),
  WEB_PORT: withDefault(port, '3001'),
  PUBLIC_PROTOCOL: withDefault(z.enum(['http', 'https'], 'must be http or https'), 'http'),
  PUBLIC_PORT: optional(port),
  BASE_DOMAIN: withDefault(host, 'localhost'),
  TRUSTED_PROXIES: withDefault(ranges, '127.0.0.1/32,::1/128'),
  NEXT_PUBLIC_API_URL: optional(url(['http:', 'https:'], 'http://127.0.0.1:3000')),

  DATABASE_URL: postgres,
  DATABASE_APP_URL: optional(postgres),
  DATABASE_PLATFORM_URL: optional(postgres),
  DATABASE_POOL: withDefault(count(1, 1000), '10'),
  REDIS_HOST: host,
  REDIS_PORT: withDefault(port, '6379'),
  REDIS_PASSWORD: optional(z.string()),
  REDIS_DB: withDefault(count(0, 1000), '0'),
  REDIS_PREFIX: withDefault(z.string().max(60), 'loctelli:'),

  JWT_SECRET: z.string().min(32, 'must have at least 32 characters'),
  ENCRYPTION_KEY: optional(z.string().min(32, 'must have at least 32 characters')),
  BCRYPT_COST: withDefault(count(4, 16), '12'),
  SEED_PASSWORD: withDefault(z.string().min(8, 'must have at least 8 characters'), 'loctelli-demo-2026'),

  SMTP_URL: optional(url(['smtp:', 'smtps:'], 'smtp://user:secret@mail.example:587')),
  RATE_LIMIT_TENANT: withDefault(count(1, 10_000_000), '12000'),
  RATE_LIMIT_USER: withDefault(count(1, 10_000_000), '1200'),
  OUTBOUND_PRIVATE: optional(ranges),
  JOBS: withDefault(z.enum(['on', 'off'], 'must be on or off'), 'on'),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be fatal, error, warn, info, debug, trace or silent'), 'info'),
  DATA_DIR: withDefault(z.string(), '.loctelli'),
  PLUGINS_DIR: withDefault(z.string(), 'plugins'),
});

export type Environment = z.output<typeof environment>;
export type VariableName = keyof Environment;

/** How to get a value for a variable that must be there. */
export const howToSet: Partial<Record<VariableName, string>> = {
  DATABASE_URL: 'set it to postgresql://user:password@host:5432/database, or run `npm start`, which brings its own PostgreSQL',
  REDIS_HOST: 'set it to the host of a Redis server, or run `npm start`, which brings its own',
  JWT_SECRET: 'set it to at least 32 random characters, for instance the output of `openssl rand -hex 32`; `npm start` makes one',
};
