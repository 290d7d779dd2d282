import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import type { Outbound } from '../outbound/outbound.ts';
import { guardedRequests } from './guarded-requests.ts';
import { lookAt, scrollToDigits } from './look.ts';
import type { SeenLink } from './page.ts';
import { fetchPage, PageFault, type SiteReader } from './reader.ts';

/** Where systems put it; Debian's first. Nothing is ever downloaded. */
const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

export interface BrowserOptions {
  readonly executable: string;
  /** Only in tests, which run as root in containers: strangers' pages are never opened without Chromium's own walls. */
  readonly withoutSandbox?: boolean;
}

/** The Chromium to visit with, or none: none is installed, it was switched off, or the server runs as root, where it has no sandbox. */
export const usableBrowser = (configured: string | undefined): BrowserOptions | undefined => {
  if (configured === 'off' || process.getuid?.() === 0) return undefined;
  const executable = (configured === undefined ? usualPlaces : [configured]).find((place) => existsSync(place));
  return executable === undefined ? undefined : { executable };
};

/**
 * What a page asks for is answered by the server itself; should anything slip past that (shared workers, preconnections, WebRTC), it meets a proxy
 * that is not there and a resolver that knows no name.
 */
const walls = [
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=WebRtcHideLocalIpsWithMdns,Prerender2,SharedWorker,NetworkPrediction',
  '--js-flags=--max-old-space-size=256',
];

const window = { width: 1280, height: 800 };
const mostText = 500_000;
const mostLinks = 3_000;
const mostFrames = 8;
const largestPicture = 1024 * 1024;

const seenSchema = z.object({
  text: z.string().max(mostText + 1000),
  links: z.array(z.object({ address: z.string().max(2000), text: z.string().max(300) })).max(mostLinks),
});

/** Nothing of the server's environment: it holds addresses and secrets. */
const bareEnvironment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  HOME: '/nonexistent',
  LANG: 'zh_CN.UTF-8',
});

const isShownFrame = async (frame: Frame): Promise<boolean> => {
  if (frame.parentFrame() === null) return true;
  const box = await (await frame.frameElement()).boundingBox();
  return box !== null && box.width >= 20 && box.height >= 8;
};

/** What a page does not answer in time, because it or a frame of it never got anywhere, is not known. */
const soon = <Value>(work: Promise<Value>, milliseconds = 3_000): Promise<Value | undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  return Promise.race([work.catch(() => undefined), promise]).finally(() => clearTimeout(timer));
};

const lookAtPage = async (page: Page): Promise<{ readonly text: string; readonly links: readonly SeenLink[] }> => {
  const texts: string[] = [];
  const links: SeenLink[] = [];
  for (const frame of page.frames().slice(0, mostFrames)) {
    // A frame may be gone or blocked; what the others say stands.
    const seen = await soon(
      isShownFrame(frame).then((shown) => (shown ? frame.evaluate(lookAt, { mostText, mostLinks }) : undefined)),
    );
    const parsed = seenSchema.safeParse(seen);
    if (!parsed.success) continue;
    texts.push(parsed.data.text);
    links.push(...parsed.data.links);
  }
  return { text: texts.join('\n'), links };
};

/** A picture of what the window shows; a smaller window when it would be too large. */
const pictureOf = async (page: Page, digits: string): Promise<Uint8Array | undefined> => {
  await soon(page.evaluate(scrollToDigits, digits));
  for (const size of [window, { width: 800, height: 500 }]) {
    await page.setViewportSize(size);
    const picture = await page
      .screenshot({ type: 'png', animations: 'disabled', timeout: 8_000 })
      .catch(() => undefined);
    if (picture !== undefined && picture.byteLength <= largestPicture) return picture;
  }
  return undefined;
};

const emptyContext = async (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    acceptDownloads: false,
    serviceWorkers: 'block',
    viewport: window,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: [],
  });

/** Rejects when the visit's time is over; a page that never comes to rest is left behind with its browser. */
const within = async <Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new PageFault('timeout'));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

/** Opens Chromium for one visit. @throws whatever stands in the way of starting it */
export const browserReader = async (
  { executable, withoutSandbox = false }: BrowserOptions,
  outbound: Pick<Outbound, 'fetch'>,
  signal: AbortSignal,
): Promise<SiteReader> => {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: !withoutSandbox,
    args: walls,
    env: bareEnvironment(),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 20_000,
  });

  const see = async (address: string, around: string | undefined) => {
    // First without the browser: a site that is away, or no page, never gets to it.
    const arrived = await fetchPage(outbound, address, signal);
    const context = await emptyContext(browser);
    try {
      const requests = guardedRequests(outbound, signal);
      requests.prepare(arrived);
      await context.routeWebSocket(
        () => true,
        (socket) => socket.close(),
      );
      await context.route(() => true, requests.handle);
      const page = await context.newPage();
      context.on('page', (other) => void other.close().catch(() => undefined));
      await page.goto(arrived.address, { waitUntil: 'load', timeout: 20_000 }).catch(() => undefined);
      await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
      // Pages draw their foot when somebody comes there.
      await soon(page.evaluate(() => globalThis.scrollTo(0, document.body.scrollHeight)));
      await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
      const seen = await lookAtPage(page);
      const screenshot = around === undefined ? undefined : await pictureOf(page, around);
      return { address: page.url(), ...seen, ...(screenshot === undefined ? {} : { screenshot }) };
    } finally {
      void context.close().catch(() => undefined);
    }
  };

  return {
    way: 'browser',
    read: (address, around) => within(signal, see(address, around)),
    close: () => browser.close(),
  };
};
