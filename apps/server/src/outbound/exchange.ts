import type { LookupFunction } from 'node:net';
import { Agent, errors, request } from 'undici';
import { OutboundFault } from './faults.ts';
import type { Target } from './target.ts';

export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly type: string | undefined;
  /** Which other sites the answer is shared with, as it says itself. */
  readonly sharedWith: string | undefined;
  readonly body: Uint8Array;
}

/** Answers every look-up with what was checked, so that a name cannot lead elsewhere in between. */
const pinnedLookup =
  ({ addresses }: Target): LookupFunction =>
  (_name, options, callback) => {
    if (options.all === true)
      callback(
        null,
        addresses.map(({ address, family }) => ({ address, family })),
      );
    else callback(null, addresses[0].address, addresses[0].family);
  };

const readAtMost = async (body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.byteLength;
    if (length > mostBytes) throw new OutboundFault('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const faultOf = (error: unknown, signal: AbortSignal): OutboundFault => {
  if (error instanceof OutboundFault) return error;
  if (signal.aborted)
    return new OutboundFault(signal.reason instanceof OutboundFault ? signal.reason.code : 'interrupted', {
      cause: error,
    });
  if (
    error instanceof errors.ConnectTimeoutError ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError
  )
    return new OutboundFault('timeout', { cause: error });
  if (error instanceof errors.HeadersOverflowError) return new OutboundFault('too-large', { cause: error });
  if (error instanceof errors.HTTPParserError) return new OutboundFault('answer-unreadable', { cause: error });
  return new OutboundFault('unreachable', { cause: error });
};

/**
 * One request to a checked target over a connection of its own; redirects are answers here. Nothing is taken from the environment: the agent is
 * given, so that no proxy and no shared pool stands between. @throws OutboundFault
 */
export const exchange = async (
  target: Target,
  { method, headers, body, mostBytes, signal }: Exchange,
): Promise<Answer> => {
  const agent = new Agent({
    connections: 1,
    pipelining: 0,
    allowH2: false,
    maxHeaderSize: 16 * 1024,
    connect: { lookup: pinnedLookup(target) },
  });
  try {
    const answer = await request(target.url, {
      dispatcher: agent,
      method,
      // An answer packed small could unfold to any size.
      headers: { ...headers, 'accept-encoding': 'identity' },
      ...(body === undefined ? {} : { body }),
      signal,
    });
    const { location, 'content-type': type, 'access-control-allow-origin': sharedWith } = answer.headers;
    return {
      status: answer.statusCode,
      location: typeof location === 'string' ? location : undefined,
      type: typeof type === 'string' ? type : undefined,
      sharedWith: typeof sharedWith === 'string' ? sharedWith : undefined,
      body: await readAtMost(answer.body, mostBytes),
    };
  } catch (error) {
    throw faultOf(error, signal);
  } finally {
    await agent.destroy();
  }
};
