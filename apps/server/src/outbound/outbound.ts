import { lookup } from 'node:dns/promises';
import { exchange, type Answer } from './exchange.ts';
import { OutboundFault } from './faults.ts';
import { isPublicAddress } from './public-address.ts';
import { checkedTarget, usableUrl, type Resolve } from './target.ts';

export interface OutboundRequest {
  readonly address: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of the answer's body; 1 MiB unless told. */
  readonly mostBytes?: number;
  /** For everything together, resolving and redirects included; 10,000 ms unless told. */
  readonly milliseconds?: number;
  /** 3 unless told; a request with a body follows none. */
  readonly mostRedirects?: number;
  readonly signal?: AbortSignal;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly type: string | undefined;
  /** Its `access-control-allow-origin`, for whoever keeps the rules of browsers. */
  readonly sharedWith?: string;
  readonly body: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly address: string;
}

/** The only way in which the server contacts an address that somebody else has named. */
export interface Outbound {
  /** @throws OutboundFault */
  fetch(request: OutboundRequest): Promise<OutboundAnswer>;
  /** Whether the address could be contacted now, without contacting it. @throws OutboundFault */
  check(address: string): Promise<void>;
}

export interface OutboundOptions {
  /** The system's resolver unless told. */
  readonly resolve?: Resolve;
  /** Which addresses may be connected to; public ones unless told. Tests put their own servers here, nothing else should. */
  readonly permits?: (address: string) => boolean;
  readonly userAgent?: string;
}

const systemResolve: Resolve = async (name) => {
  const found = await lookup(name, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const redirectOf = ({ status, location }: Answer, from: URL): URL | undefined => {
  if (!redirects.has(status) || location === undefined) return undefined;
  const to = usableUrl(location, from);
  // What was asked over a secure connection is not asked again in the open.
  if (from.protocol === 'https:' && to.protocol === 'http:') throw new OutboundFault('address-unusable');
  return to;
};

/** Rejects with the signal's reason; resolvers cannot be stopped, only left. */
const unlessAborted = async <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void =>
    reject(signal.reason instanceof OutboundFault ? signal.reason : new OutboundFault('interrupted'));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

export const createOutbound = ({
  resolve = systemResolve,
  permits = isPublicAddress,
  userAgent = 'Suanjian',
}: OutboundOptions = {}): Outbound => {
  const withinTime = async <Value>(
    milliseconds: number,
    outer: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new OutboundFault('timeout')), milliseconds);
    try {
      return await work(outer === undefined ? late.signal : AbortSignal.any([late.signal, outer]));
    } finally {
      clearTimeout(timer);
    }
  };
  const target = (url: URL, signal: AbortSignal) => unlessAborted(checkedTarget(url, resolve, permits), signal);

  return {
    check: async (address) => {
      await withinTime(5_000, undefined, (signal) => target(usableUrl(address), signal));
    },
    fetch: ({
      address,
      method = 'GET',
      headers = {},
      body,
      mostBytes = 1024 * 1024,
      milliseconds = 10_000,
      mostRedirects = 3,
      signal: outer,
    }) =>
      withinTime(milliseconds, outer, async (signal) => {
        const follows = body === undefined && method === 'GET' ? mostRedirects : 0;
        let url = usableUrl(address);
        const { origin } = url;
        for (let followed = 0; ; followed += 1) {
          // What was meant for one site, a signature or a token, is not carried to another.
          const own = url.origin === origin ? headers : {};
          const answer = await exchange(await target(url, signal), {
            method,
            headers: { ...own, 'user-agent': userAgent },
            body,
            mostBytes,
            signal,
          });
          const next = follows === 0 ? undefined : redirectOf(answer, url);
          if (next === undefined) {
            const { status, type, body: received, sharedWith } = answer;
            const shared = sharedWith === undefined ? {} : { sharedWith };
            return { status, type, body: received, address: url.href, ...shared };
          }
          if (followed === follows) throw new OutboundFault('too-many-redirects');
          url = next;
        }
      }),
  };
};
