import type { ProblemDocument } from '@loctelli/core';

/** A failed call: the server's problem document, or what stands in for it when no answer came. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.detail);
    this.name = 'ApiProblem';
    this.document = document;
  }
  get status(): number {
    return this.document.status;
  }
  /** Stable code, such as `core.not-found`; also the translation key. */
  get code(): string {
    return this.document.code;
  }
  get requestId(): string | undefined {
    return this.document.requestId;
  }
}

/** Whether `error` is an ApiProblem, of the given code if one is named. */
export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

/** Codes that no server sends: the call never reached one, or what came back was not from the API. */
export const offline = 'core.offline';
export const unreadable = 'core.internal';

/** Turns a failed answer into an ApiProblem; an answer that is not problem+json keeps its status. */
export function toProblem(response: Response, body: unknown): ApiProblem {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  if (isDocument(body)) return new ApiProblem({ requestId, ...body });
  return new ApiProblem({ type: 'about:blank', title: response.statusText, status: response.status, detail: response.statusText, code: unreadable, requestId });
}

/** The problem of a call that got no answer at all. */
export function noAnswer(cause: unknown): ApiProblem {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new ApiProblem({ type: 'about:blank', title: 'No answer', status: 0, detail, code: offline });
}

function isDocument(body: unknown): body is ProblemDocument {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body;
}
