import type { NextRequest } from 'next/server';
import { apiOrigin } from '../../../server/api.ts';

/**
 * Hands calls of the page's own origin on to the API, streaming both ways: an import is never held in memory, live messages pass at once.
 * A route rather than a rewrite of next.config, because rewrites are fixed at build time and the API's port is known at start.
 */
async function forward(request: NextRequest): Promise<Response> {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length', 'accept-encoding', 'expect', 'x-page']) headers.delete(name);
  headers.set('x-forwarded-host', request.headers.get('host') ?? '');
  headers.set('x-forwarded-proto', request.headers.get('x-forwarded-proto') ?? url.protocol.slice(0, -1));
  // EventSource cannot send this header on a connection it opens anew; one that it repeats by itself sends the newer id.
  const resume = url.searchParams.get('lastEventId');
  if (resume && url.pathname === '/api/v1/live') {
    if (!headers.has('last-event-id')) headers.set('last-event-id', resume);
    url.searchParams.delete('lastEventId');
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== null;
  try {
    const answer = await fetch(`${apiOrigin()}${url.pathname}${url.search}`, {
      method: request.method,
      headers,
      body: hasBody ? request.body : undefined,
      redirect: 'manual',
      cache: 'no-store',
      signal: request.signal,
      ...(hasBody ? { duplex: 'half' } : {}),
    } as RequestInit);
    const back = new Headers(answer.headers);
    for (const name of ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length']) back.delete(name);
    return new Response(answer.body, { status: answer.status, headers: back });
  } catch {
    return Response.json(
      { type: 'about:blank', title: 'Service Unavailable', status: 503, detail: 'The API does not answer.', code: 'core.unavailable' },
      { status: 503, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': '2' } },
    );
  }
}

export { forward as GET, forward as POST, forward as PUT, forward as PATCH, forward as DELETE, forward as HEAD, forward as OPTIONS };
