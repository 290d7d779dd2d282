import { Agent as PlainAgent, request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SafeAgent, request as safeRequest } from 'node:https';
import { text as words, type Text } from '@suanjian/rulebook';
import type { Receipt } from '../ingest/decision-log.ts';
import type { Refusal } from '../record/refusal.ts';
import type { OutgoingBatch } from './spool.ts';

/** What became of one attempt to deliver a batch. */
export type Delivery =
  /** It is durable; some of its records may have been refused. */
  | {
      readonly outcome: 'taken';
      readonly receipt: Receipt;
      readonly refused: number;
      readonly refusals: readonly Refusal[];
    }
  /** Nobody can say whether it arrived, or it may be taken later: the same again. */
  | { readonly outcome: 'again'; readonly text: Text; readonly afterSeconds?: number }
  /** It will never be taken as it is. */
  | {
      readonly outcome: 'refused';
      readonly text: Text;
      readonly refused: number;
      readonly refusals: readonly Refusal[];
    };

/** Sends batches to one service over connections that stay open. */
export class Courier {
  readonly #url: URL;
  readonly #token: string;
  readonly #agent: PlainAgent | SafeAgent;
  readonly #timeout: number;

  constructor(url: string, token: string, timeout: number) {
    this.#url = new URL(url);
    this.#token = token;
    this.#timeout = timeout;
    const options = { keepAlive: true, maxSockets: 1 };
    this.#agent = this.#url.protocol === 'https:' ? new SafeAgent(options) : new PlainAgent(options);
  }

  /** Never throws: what goes wrong on the way is an outcome. */
  async deliver(batch: OutgoingBatch, signal: AbortSignal): Promise<Delivery> {
    try {
      return interpret(await this.#post(batch, signal));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        outcome: 'again',
        text: words(
          `无法连到日志服务 ${this.#url.origin}（${reason}）`,
          `The log service ${this.#url.origin} could not be reached (${reason})`,
        ),
      };
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #post({ id, family, body }: OutgoingBatch, signal: AbortSignal): Promise<Answer> {
    const options: RequestOptions = {
      method: 'POST',
      agent: this.#agent,
      timeout: this.#timeout,
      signal,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/x-ndjson',
        'content-length': body.length,
        'batch-id': id,
      },
    };
    const target = new URL(`/v1/log/${family}`, this.#url);
    const answered = new Promise<IncomingMessage>((take, failed) => {
      const sent =
        target.protocol === 'https:' ? safeRequest(target, options, take) : plainRequest(target, options, take);
      sent.once('timeout', () => sent.destroy(new Error(`no answer within ${this.#timeout} ms`)));
      sent.once('error', failed);
      sent.end(body);
    });
    return readAnswer(await answered);
  }
}

interface Answer {
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly body: unknown;
}

const MOST_ANSWER = 16 * 2 ** 20;

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > MOST_ANSWER) throw new Error('the answer is too long');
    pieces.push(piece);
  }
  if (!response.complete) throw new Error('the connection ended in the middle of the answer');
  const retryAfter = Number(response.headers['retry-after']);
  return {
    status: response.statusCode ?? 0,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    body: parsed(Buffer.concat(pieces).toString()),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Statuses that say nothing about the batch itself: time, load, a token being changed, a proxy without its server. */
const passing = new Set([401, 403, 404, 408, 425, 429]);

function interpret({ status, retryAfter, body }: Answer): Delivery {
  if ((status === 200 || status === 207) && isTaken(body)) {
    const { receipt, refused, refusals } = body;
    return { outcome: 'taken', receipt, refused, refusals };
  }
  const detail = reasonOf(body);
  const text = words(
    `日志服务答复 ${status}${detail === undefined ? '' : `：${detail.zh}`}`,
    `The log service answered ${status}${detail === undefined ? '' : `: ${detail.en}`}`,
  );
  if (status >= 500 || status < 400 || passing.has(status)) {
    return { outcome: 'again', text, ...(retryAfter !== undefined && { afterSeconds: retryAfter }) };
  }
  return { outcome: 'refused', text, ...refusalsOf(body) };
}

interface Taken {
  readonly receipt: Receipt;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
}

const isTaken = (body: unknown): body is Taken =>
  typeof body === 'object' &&
  body !== null &&
  'receipt' in body &&
  typeof body.receipt === 'object' &&
  'refused' in body &&
  typeof body.refused === 'number' &&
  'refusals' in body &&
  Array.isArray(body.refusals);

function reasonOf(body: unknown): Text | undefined {
  if (typeof body !== 'object' || body === null || !('reason' in body)) return undefined;
  const { reason } = body;
  if (typeof reason !== 'object' || reason === null || !('zh' in reason) || !('en' in reason)) return undefined;
  return words(String(reason.zh), String(reason.en));
}

function refusalsOf(body: unknown): { readonly refused: number; readonly refusals: readonly Refusal[] } {
  if (typeof body !== 'object' || body === null || !('refusals' in body) || !Array.isArray(body.refusals)) {
    return { refused: 0, refusals: [] };
  }
  const refused = 'refused' in body && typeof body.refused === 'number' ? body.refused : body.refusals.length;
  return { refused, refusals: body.refusals as readonly Refusal[] };
}
