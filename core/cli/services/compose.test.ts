import fs from 'node:fs';
import { parse } from 'yaml';

interface Service {
  image: string;
  ports: string[];
  volumes: string[];
  environment?: Record<string, string>;
  command?: string[];
  healthcheck: { test: string[] };
}

const compose = parse(fs.readFileSync('docker-compose.yml', 'utf8')) as { services: Record<string, Service>; volumes: Record<string, null> };
const example = Object.fromEntries([...fs.readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));
const { postgres, redis } = compose.services as { postgres: Service; redis: Service };

describe('docker-compose.yml', () => {
  it('provides PostgreSQL 18 where .env.example looks for it', () => {
    const url = new URL(example.DATABASE_URL!);
    expect(postgres.image).toMatch(/^postgres:18/);
    expect(postgres.ports).toEqual([`${url.hostname}:${url.port}:5432`]);
    expect(postgres.environment).toEqual({ POSTGRES_USER: url.username, POSTGRES_PASSWORD: url.password, POSTGRES_DB: url.pathname.slice(1) });
  });

  it('provides a Redis that appends to disk where .env.example looks for it', () => {
    expect(redis.ports).toEqual([`${example.REDIS_HOST}:${example.REDIS_PORT}:6379`]);
    expect(redis.command).toEqual(['redis-server', '--appendonly', 'yes', '--requirepass', example.REDIS_PASSWORD]);
  });

  it('keeps the data of both in named volumes and watches their health', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      expect(service.volumes[0]).toMatch(new RegExp(`^${name}:/`));
      expect(compose.volumes).toHaveProperty(name);
      expect(service.healthcheck.test[0]).toBe('CMD-SHELL');
    }
  });
});
