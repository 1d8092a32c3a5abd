import fs from 'node:fs';
import { ConfigProblem, parseConfig, roleUrl } from './config.ts';
import { environment } from './environment.ts';

const needed = { DATABASE_URL: 'postgresql://me:secret@db:5432/loctelli', REDIS_HOST: 'redis', JWT_SECRET: 'x'.repeat(32) };

function problemsOf(env: Record<string, string>): string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblem) return error.problems;
    throw error;
  }
}

describe('the environment', () => {
  it('names every missing and every wrong variable at once, each with what to do', () => {
    const problems = problemsOf({ JWT_SECRET: 'short', PORT: '99999', JOBS: 'maybe', BCRYPT_COST: '3', TRUSTED_PROXIES: 'anybody', SMTP_URL: 'mail' });
    const named = (name: string) => problems.find((line) => line.startsWith(`${name} `));
    expect(problems).toHaveLength(8);
    expect(named('DATABASE_URL')).toMatch(/is missing: set it to postgresql:/);
    expect(named('REDIS_HOST')).toMatch(/is missing: .*npm start/);
    expect(named('JWT_SECRET')).toMatch(/is wrong: it must have at least 32 characters/);
    expect(named('PORT')).toMatch(/port number/);
    for (const name of ['JOBS', 'BCRYPT_COST', 'TRUSTED_PROXIES', 'SMTP_URL']) expect(named(name)).toMatch(/is wrong: it must/);
  });

  it('names every variable there is when every one of them is wrong', () => {
    const anything = new Set(['REDIS_PASSWORD', 'DATA_DIR', 'PLUGINS_DIR', 'REDIS_PREFIX']);
    const names = Object.keys(environment.shape).filter((name) => !anything.has(name));
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, '?'])));
    expect(problems.map((line) => line.split(' ')[0])).toEqual(names);
  });

  it('takes an empty line for a variable that is not set', () => {
    expect(parseConfig({ ...needed, SMTP_URL: '', PORT: '', REDIS_PASSWORD: '' })).toMatchObject({ port: 3000, smtpUrl: undefined, redis: { password: undefined } });
    expect(problemsOf({ ...needed, JWT_SECRET: '' })[0]).toMatch(/JWT_SECRET is missing/);
  });

  it('derives the lesser roles, the key and the ports from what is given', () => {
    const config = parseConfig({ ...needed, WEB_PORT: '4001' });
    expect(config.databaseAppUrl).toBe(roleUrl(needed.DATABASE_URL, 'app', needed.JWT_SECRET));
    expect(new URL(config.databasePlatformUrl).username).toBe('loctelli_platform');
    expect(new URL(config.databasePlatformUrl).password).not.toBe(new URL(config.databaseAppUrl).password);
    expect(config.encryptionKey).toHaveLength(32);
    expect(config).toMatchObject({ publicPort: 4001, apiUrl: 'http://127.0.0.1:3000' });
  });

  it('refuses a database address without user or database', () => {
    expect(problemsOf({ ...needed, DATABASE_URL: 'postgresql://db:5432' })[0]).toMatch(/must name a user and a database/);
  });
});

describe('.env.example', () => {
  const text = fs.readFileSync('.env.example', 'utf8');
  const lines = [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=(.*)$/gm)];

  it('names every variable of the schema once, and no other', () => {
    expect(lines.map(([, name]) => name).sort()).toEqual(Object.keys(environment.shape).sort());
  });

  it('shows the defaults that hold', () => {
    const shown = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
    const defaults = environment.parse(needed);
    for (const [name, value] of Object.entries(defaults)) if (!(name in needed)) expect([name, shown[name]]).toEqual([name, String(value)]);
  });

  it('is understood as it stands when every line is made to count', () => {
    const all = Object.fromEntries(lines.map(([, name, value]) => [name!, value!]));
    expect(problemsOf({ ...all, JWT_SECRET: needed.JWT_SECRET })).toEqual([]);
  });
});
