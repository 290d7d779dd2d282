import type { Outbound } from '../outbound/outbound.ts';
import { browserReader, usableBrowser, type BrowserOptions } from './browser-reader.ts';
import { htmlReader } from './html-reader.ts';
import type { SiteReader } from './reader.ts';

export interface ReaderPorts {
  readonly outbound: Pick<Outbound, 'fetch'>;
  /** Absent: no browser is to be had. */
  readonly browser?: BrowserOptions;
  /** Told when the browser is there and does not start. */
  readonly log?: (message: string, facts?: object) => void;
}

export type OpenReader = (signal: AbortSignal) => Promise<SiteReader>;

/** Chromium where it is to be had, else the page's HTML alone. */
export const openReader =
  ({ outbound, browser, log }: ReaderPorts): OpenReader =>
  async (signal) => {
    if (browser !== undefined)
      try {
        return await browserReader(browser, outbound, signal);
      } catch (error) {
        log?.('Chromium did not start; sites are read without script', {
          kind: error instanceof Error ? error.name : typeof error,
        });
      }
    return htmlReader(outbound, signal);
  };

export const configuredReader = (
  outbound: Pick<Outbound, 'fetch'>,
  chromiumPath: string | undefined,
  log?: ReaderPorts['log'],
): OpenReader => {
  const browser = usableBrowser(chromiumPath);
  return openReader({
    outbound,
    ...(browser === undefined ? {} : { browser }),
    ...(log === undefined ? {} : { log }),
  });
};
