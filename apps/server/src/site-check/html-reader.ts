import type { Outbound } from '../outbound/outbound.ts';
import { decodeBody, readHtml } from './html-page.ts';
import { fetchPage, type SiteReader } from './reader.ts';

/** Reads what a server sends, before any script has run: what there is without Chromium. */
export const htmlReader = (outbound: Pick<Outbound, 'fetch'>, signal: AbortSignal): SiteReader => ({
  way: 'without-script',
  read: async (address) => {
    const answer = await fetchPage(outbound, address, signal);
    return readHtml(decodeBody(answer.body, answer.type), answer.address);
  },
  close: async () => undefined,
});
