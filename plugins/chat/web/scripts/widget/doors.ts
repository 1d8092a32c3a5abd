import type { ChatAttachment, OfflineForm, VisitorMessage, VisitorSession, VisitorStart, WidgetConfig } from '../../../contract.ts';

/** The server said no, and in a code why. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** Milliseconds it asks to wait. */
    readonly waitMs: number,
  ) {
    super(code);
  }
  /** Whether the same again may succeed later. */
  get passing(): boolean {
    return this.status >= 500 || [408, 425, 429].includes(this.status) || this.code === 'core.request-in-progress';
  }
}

export interface MessagePage {
  items: VisitorMessage[];
  more: boolean;
  conversation: VisitorSession['conversation'];
}

type Token = string | null;
interface Call {
  method?: string;
  token?: Token;
  body?: unknown;
  signal?: AbortSignal;
}

const timeoutMs = 20_000;
const uploadMs = 120_000;

/** The visitor's doors of the server, on the tenant's own host. All reject with `Refused` or, where the network is away, a TypeError. */
export function openDoors(origin: string) {
  const at = (path: string) => `${origin}/api/v1/chat/visitor${path}`;

  async function request(path: string, { method = 'GET', token, body, signal }: Call, accept = 'application/json'): Promise<Response> {
    const form = body instanceof FormData;
    const answer = await fetch(at(path), {
      method,
      signal,
      credentials: 'omit',
      cache: 'no-store',
      headers: { accept, ...(token && { 'x-visitor': token }), ...(body !== undefined && !form && { 'content-type': 'application/json' }) },
      body: form ? body : body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { code?: string };
    throw new Refused(answer.status, problem.code ?? 'core.unavailable', Number(answer.headers.get('retry-after') ?? 0) * 1000);
  }

  async function ask<T>(path: string, call: Call = {}, limitMs = timeoutMs): Promise<T> {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), limitMs);
    try {
      const answer = await request(path, { ...call, signal: ending.signal });
      return (answer.status === 204 ? undefined : await answer.json()) as T;
    } finally {
      clearTimeout(timer);
    }
  }
  const post = <T>(path: string, token: Token, body: unknown, limitMs?: number) => ask<T>(path, { method: 'POST', token, body }, limitMs);

  return {
    look: () => fetch(`${origin}/x/look.css`, { credentials: 'omit' }).then((answer) => answer.text()),
    config: () => ask<WidgetConfig>('/config'),
    start: (token: Token, body: VisitorStart) => post<VisitorSession>('/session', token, body),
    messages: (token: Token, after: number, limit = 100) => ask<MessagePage>(`/messages?after=${after}&limit=${limit}`, { token }),
    send: (token: Token, body: { key: string; body: string; attachmentIds: number[] }) => post<VisitorMessage>('/messages', token, body),
    leave: (token: Token, body: OfflineForm) => post<VisitorSession>('/offline', token, body),
    read: (token: Token, sequence: number) => post<void>('/read', token, { sequence }),
    typing: (token: Token, typing: boolean) => post<void>('/typing', token, { typing }),
    upload: (token: Token, file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return post<ChatAttachment>('/attachments', token, form, uploadMs);
    },
    content: async (token: Token, id: number) => (await request(`/attachments/${id}/content`, { token }, '*/*')).blob(),
    stream: (token: Token, after: number, signal: AbortSignal) => request(`/stream?after=${after}`, { token, signal }, 'text/event-stream'),
  };
}
export type Doors = ReturnType<typeof openDoors>;
