import type { Logger } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Problem, problem } from '../http/problem.ts';

/** What Redis answers to a step of a sign-in. Without it nobody gets in: core.unavailable. */
export async function demandRedis<T>(logger: Logger, command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Problem) throw error;
    logger.warn(`Redis: ${(error as Error).message}`);
    throw problem(kernelErrors.unavailable);
  }
}
