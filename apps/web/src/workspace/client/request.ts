import type { z } from 'zod';
import { failureOf, RequestFailure } from './failure.ts';

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Milliseconds; for what takes longer than a page may. */
  readonly patience?: number;
}

const patience = 60_000;

const bodyOf = (body: unknown): { readonly body?: BodyInit; readonly headers: Record<string, string> } => {
  if (body === undefined) return { headers: {} };
  if (body instanceof FormData) return { body, headers: {} };
  if (body instanceof Blob) return { body, headers: { 'content-type': body.type } };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
};

const jsonOf = async (response: Response): Promise<unknown> => {
  const written = await response.text();
  if (written === '') return undefined;
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
};

/** Asks the server and reads its answer by a contract. Throws `RequestFailure`, and nothing else. */
export const request = async <Answer>(path: string, contract: z.ZodType<Answer>, ask: Ask = {}): Promise<Answer> => {
  const { body, headers } = bodyOf(ask.body);
  const signals = [AbortSignal.timeout(ask.patience ?? patience), ...(ask.signal === undefined ? [] : [ask.signal])];
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method: ask.method ?? 'GET',
      headers: { accept: 'application/json', ...headers, ...ask.headers },
      credentials: 'same-origin',
      signal: AbortSignal.any(signals),
      ...(body === undefined ? {} : { body }),
    });
    answer = await jsonOf(response);
  } catch {
    throw new RequestFailure('offline');
  }
  if (!response.ok) throw failureOf(response.status, answer);
  const read = contract.safeParse(answer);
  if (!read.success) throw new RequestFailure('unreadable');
  return read.data;
};
