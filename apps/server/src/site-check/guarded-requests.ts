import type { Route } from 'playwright-core';
import type { Outbound, OutboundAnswer } from '../outbound/outbound.ts';

const mostRequests = 250;
const mostBytesEach = 4 * 1024 * 1024;
const mostBytesTogether = 24 * 1024 * 1024;
/** Large, and nothing to read on them. */
const unread: ReadonlySet<string> = new Set(['media', 'texttrack', 'eventsource', 'websocket', 'ping']);

/** Allows nobody: Playwright would add an allowance where a site gave none. */
const toNobody = 'https://nobody.invalid';

/**
 * Answers whatever a page asks for through the server's one way out, so that every address and every redirect is judged there. Chromium itself
 * never gets a redirect: it would follow it on its own.
 */
export const guardedRequests = (outbound: Pick<Outbound, 'fetch'>, signal: AbortSignal) => {
  let asked = 0;
  let received = 0;
  /** Documents that were fetched before they are asked for, each for one use. */
  const ready = new Map<string, OutboundAnswer>();

  const fetched = async (address: string, accept: string | undefined): Promise<OutboundAnswer> => {
    const before = ready.get(address);
    ready.delete(address);
    if (before !== undefined) return before;
    const left = mostBytesTogether - received;
    const answer = await outbound.fetch({
      address,
      ...(accept === undefined ? {} : { headers: { accept } }),
      mostBytes: Math.max(1, Math.min(mostBytesEach, left)),
      mostRedirects: 5,
      signal,
    });
    received += answer.body.byteLength;
    return answer;
  };

  const handle = async (route: Route): Promise<void> => {
    const request = route.request();
    asked += 1;
    if (
      asked > mostRequests ||
      received >= mostBytesTogether ||
      request.method() !== 'GET' ||
      unread.has(request.resourceType())
    )
      return route.abort('blockedbyclient');
    const address = request.url().split('#', 1)[0] ?? '';
    const answer = await fetched(address, request.headers()['accept']);
    if (answer.status >= 300 && answer.status < 400) return route.abort('blockedbyclient');
    if (request.isNavigationRequest() && answer.address !== address) {
      // A document lives where it came from: there its links and its origin are its own.
      ready.set(answer.address, answer);
      return route.fulfill({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        body: `<script>location.replace(${JSON.stringify(answer.address).replaceAll('<', '\\u003c')})</script>`,
      });
    }
    return route.fulfill({
      status: answer.status,
      headers: {
        ...(answer.type === undefined ? {} : { 'content-type': answer.type }),
        'access-control-allow-origin': answer.sharedWith ?? toNobody,
        'cache-control': 'no-store',
      },
      body: Buffer.from(answer.body),
    });
  };

  return {
    /** Keeps a document that was fetched already. */
    prepare: (answer: OutboundAnswer): void => {
      ready.set(answer.address, answer);
    },
    handle: async (route: Route): Promise<void> => {
      try {
        await handle(route);
      } catch {
        // Refused, gone, too large, too late, or the page was closed meanwhile: to the page all the same.
        await route.abort('failed').catch(() => undefined);
      }
    },
  };
};
