import { NextResponse, type NextRequest } from 'next/server';

/** Tells layouts which page is asked for: they have no other way to say where to come back to after signing in. Decides nothing. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set('x-page', request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: '/((?!api/|_next/|x/|favicon.ico).*)' };
