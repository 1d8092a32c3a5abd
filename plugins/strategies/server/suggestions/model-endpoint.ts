import { Injectable } from '@nestjs/common';
import { Outbound, OutboundFailure, Settings } from '@loctelli/core/server';
import { z } from 'zod';
import type { QuietReason } from '../../contract.ts';
import { EventStreamReader } from './event-stream.ts';

export interface ModelSettings {
  aiEndpoint?: string;
  aiKey?: string;
  aiModel?: string;
  aiDailyLimit: number;
  autoReply: boolean;
}
export interface ModelMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** Why a model said nothing, or not all of it. */
export class ModelFailure extends Error {
  constructor(
    readonly reason: QuietReason,
    readonly status: number | null = null,
  ) {
    super(`the model gave no answer: ${reason}`);
    this.name = 'ModelFailure';
  }
}

const part = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });
const answer = z.object({ choices: z.array(z.object({ delta: part.nullish(), message: part.nullish(), finish_reason: z.string().nullish() })) });

/** The language model that the tenant has named, by the OpenAI protocol. */
@Injectable()
export class ModelEndpoint {
  /** Milliseconds for a whole answer. */
  timeoutMs = 30_000;

  constructor(
    private readonly settings: Settings,
    private readonly outbound: Outbound,
  ) {}

  get set(): Promise<ModelSettings> {
    return this.settings.get<ModelSettings>('strategies');
  }

  isOn = ({ aiEndpoint, aiModel }: ModelSettings): boolean => Boolean(aiEndpoint?.trim() && aiModel?.trim());

  /**
   * What the model writes, piece by piece. Throws ModelFailure, also in the middle: an answer without its end is none.
   * @returns whether it wrote all it wanted, or was cut off by its own limit
   */
  async *write(messages: readonly ModelMessage[], maxTokens = 500): AsyncGenerator<string, { whole: boolean; status: number }> {
    const set = await this.set;
    if (!this.isOn(set)) throw new ModelFailure('off');
    const reader = new EventStreamReader();
    let status = 0;
    let finish: string | null = null;
    let raw = '';
    let isStream = false;
    try {
      for await (const piece of this.#asked(set, messages, maxTokens)) {
        status = piece.status;
        if (status < 200 || status > 299) throw new ModelFailure(status >= 400 && status < 500 ? 'refused' : 'unreachable', status);
        if (!isStream && raw.length < 200_000) raw += piece.text;
        for (const data of reader.push(piece.text)) {
          isStream = true;
          if (data === '[DONE]') finish ??= 'stop';
          else {
            const read = readAnswer(data, status);
            if (read.text) yield read.text;
            finish = read.finish ?? finish;
          }
        }
      }
      for (const data of isStream || raw.trimStart().startsWith('data:') ? reader.end() : [raw]) {
        if (data.trim() === '' || data === '[DONE]') continue;
        const read = readAnswer(data, status);
        if (read.text) yield read.text;
        finish = read.finish ?? finish;
      }
    } catch (error) {
      if (error instanceof OutboundFailure) throw new ModelFailure(error.reason === 'timeout' ? 'timeout' : 'unreachable', status || null);
      throw error;
    }
    if (finish === null) throw new ModelFailure('unreachable', status);
    return { whole: finish !== 'length', status };
  }

  #asked({ aiEndpoint, aiKey, aiModel }: ModelSettings, messages: readonly ModelMessage[], maxTokens: number) {
    const url = `${aiEndpoint!.trim().replace(/\/+$/, '')}/chat/completions`;
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream', ...(aiKey && { authorization: `Bearer ${aiKey}` }) };
    const body = JSON.stringify({ model: aiModel!.trim(), messages, stream: true, max_tokens: maxTokens });
    return this.outbound.stream({ url, headers, body, timeoutMs: this.timeoutMs, maxBytes: 512 * 1024 });
  }
}

/** Throws ModelFailure for what is no answer of this protocol, and for a refusal. */
function readAnswer(data: string, status: number): { text: string; finish: string | null } {
  const read = answer.safeParse(parseJson(data));
  if (!read.success) throw new ModelFailure('unreachable', status);
  const choice = read.data.choices[0];
  const said = choice?.delta ?? choice?.message;
  if (said?.refusal || choice?.finish_reason === 'content_filter') throw new ModelFailure('refused', status);
  return { text: said?.content ?? '', finish: choice?.finish_reason ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
