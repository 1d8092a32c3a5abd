import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { context } from '../tenancy/context.ts';

/** Structured log lines on standard output; each carries the request and the tenant in the air. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: ['password', 'token', 'authorization', 'cookie'],
    mixin: () => {
      if (!context.isActive()) return {};
      const { requestId, tenant } = context.get();
      return { requestId, tenant: tenant?.slug };
    },
  });

/** Nest's logger over pino. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  #write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    const from = rest.at(-1);
    if (message instanceof Error) this.pino[level]({ from, err: message }, message.message);
    else this.pino[level]({ from }, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
