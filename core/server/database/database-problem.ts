import { kernelErrors, type ProblemDefinition } from '@loctelli/core';

/** Prisma's codes that have a meaning to the caller; every other one is our own fault and answers 500. */
const byCode: Record<string, ProblemDefinition> = {
  P2002: kernelErrors.alreadyExists,
  P2003: kernelErrors.stillReferenced,
  P2025: kernelErrors.notFound,
  P2024: kernelErrors.unavailable,
  P2028: kernelErrors.unavailable,
  P1001: kernelErrors.unavailable,
  P1008: kernelErrors.unavailable,
  P1017: kernelErrors.unavailable,
  ECONNREFUSED: kernelErrors.unavailable,
  ECONNRESET: kernelErrors.unavailable,
  '57P01': kernelErrors.unavailable,
  '57P03': kernelErrors.unavailable,
};

/** The problem that a failed query amounts to, or undefined when it was no failure of the database. */
export function problemOfDatabase(error: unknown): ProblemDefinition | undefined {
  for (let at = error as { code?: string; cause?: unknown; message?: string } | undefined, depth = 0; at && depth < 4; depth++) {
    if (at.code && byCode[at.code]) return byCode[at.code];
    if (at.message && /timeout exceeded when trying to connect|Connection terminated|DatabaseNotReachable|ConnectionClosed|the database system is/i.test(at.message)) return kernelErrors.unavailable;
    at = at.cause as typeof at;
  }
  return undefined;
}
