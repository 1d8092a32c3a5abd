import { headers } from 'next/headers';

/** Where the API listens. Read when it is needed: a name written out would be fixed at build time, and the port is only known at start. */
export function apiOrigin(): string {
  const { env } = process;
  const name = 'NEXT_PUBLIC_API_URL';
  return env[name] || 'http://127.0.0.1:3000';
}

/** The visitor's host, as the browser named it. */
export async function visitorHost(): Promise<string> {
  return (await headers()).get('host') ?? '';
}

/** Headers that let the API answer as if the visitor had asked it directly. */
export async function asVisitor(): Promise<Record<string, string>> {
  const given = await headers();
  const forwarded: Record<string, string> = { 'x-forwarded-host': given.get('host') ?? '', 'x-forwarded-proto': given.get('x-forwarded-proto') ?? 'http' };
  for (const name of ['cookie', 'user-agent', 'x-forwarded-for', 'accept-language']) {
    const value = given.get(name);
    if (value) forwarded[name] = value;
  }
  return forwarded;
}

/** One GET of the API on the visitor's behalf; null where it does not answer. */
export async function askApi(path: string, extra: Record<string, string>): Promise<Response | null> {
  try {
    return await fetch(`${apiOrigin()}/api/v1${path}`, { headers: { accept: 'application/json', ...extra }, cache: 'no-store', signal: AbortSignal.timeout(5000) });
  } catch {
    return null;
  }
}
