import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { kernelErrors } from '@loctelli/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.ts';
import { problem } from '../http/problem.ts';
import { sendProblem } from '../http/problem.filter.ts';
import { Mailbox, type KeptMail } from './mailbox.ts';
import { escapeHtml } from './render.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'";
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const localHost = /^(localhost|[\w.-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * `/mailbox`: reads the mail of an installation that has no mail server. It holds links that open accounts, so it exists only in
 * development and on localhost, and answers only a browser of the same machine that asks for a local host (no DNS rebinding).
 */
@Injectable()
export class MailboxPages implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly mailbox: Mailbox,
    private readonly http: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const { smtpUrl, nodeEnv, baseDomain } = this.config;
    if (smtpUrl || (nodeEnv === 'production' && baseDomain !== 'localhost')) return;
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    fastify.get('/mailbox', async (request, reply) => this.#answer(request, reply, policy, async () => list(await this.mailbox.list())));
    fastify.get<{ Params: { id: string } }>('/mailbox/:id', async (request, reply) =>
      this.#answer(request, reply, policy, async () => this.#page(request.params.id, mail)),
    );
    fastify.get<{ Params: { id: string } }>('/mailbox/:id/body', async (request, reply) =>
      this.#answer(request, reply, letterPolicy, async () =>
        this.#page(request.params.id, ({ html }) => html.replace('<head>', '<head><base target="_blank">')),
      ),
    );
  }

  async #page(id: string, draw: (kept: KeptMail) => string): Promise<string | null> {
    const kept = await this.mailbox.find(id);
    return kept && draw(kept);
  }

  async #answer(
    request: FastifyRequest,
    reply: FastifyReply,
    contentSecurityPolicy: string,
    draw: () => Promise<string | null>,
  ): Promise<FastifyReply> {
    const allowed = loopback.test(request.socket.remoteAddress ?? '') && localHost.test(request.headers.host ?? '');
    const html = allowed ? await draw() : null;
    if (html === null) {
      sendProblem(reply, request, problem(kernelErrors.notFound));
      return reply;
    }
    return reply
      .header('content-security-policy', contentSecurityPolicy)
      .header('x-frame-options', 'SAMEORIGIN')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, no-store')
      .type('text/html; charset=utf-8')
      .send(html);
  }
}

const frame = (title: string, content: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}table{width:100%;border-collapse:collapse}
td,th{text-align:start;padding:.5rem;border-bottom:1px solid #8884;vertical-align:top}iframe{width:100%;height:34rem;border:1px solid #8884;background:#fff}pre{white-space:pre-wrap;word-break:break-word}</style></head>
<body>${content}</body></html>`;

function list(mails: KeptMail[]): string {
  const rows = mails.map(
    ({ id, to, subject, from, sentAt }) =>
      `<tr><td><a href="/mailbox/${id}">${escapeHtml(subject)}</a></td><td>${escapeHtml(to)}</td><td>${escapeHtml(from)}</td><td>${escapeHtml(sentAt)}</td></tr>`,
  );
  const table = `<table><tr><th>Subject</th><th>To</th><th>From</th><th>Sent (UTC)</th></tr>${rows.join('')}</table>`;
  return frame(
    'Mailbox',
    `<h1>Mailbox</h1><p>Mail of this installation, newest first. Set SMTP_URL to have it sent.</p>${mails.length ? table : '<p>No mail yet.</p>'}`,
  );
}

function mail({ id, subject, to, from, sentAt, text }: KeptMail): string {
  return frame(
    subject,
    `<p><a href="/mailbox">Mailbox</a></p><h1>${escapeHtml(subject)}</h1><p>${escapeHtml(from)} to ${escapeHtml(to)}, ${escapeHtml(sentAt)}</p>
<iframe src="/mailbox/${id}/body" title="Message"></iframe><h2>As text</h2><pre>${linked(text)}</pre>`,
  );
}

const linked = (text: string) => escapeHtml(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
