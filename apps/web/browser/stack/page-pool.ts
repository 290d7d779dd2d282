import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

/** Told what goes wrong in a browser. */
export type Tell = (trouble: string) => void;

export interface PagePool {
  /** A page without cookies, storage or routes, in a context of its own; whatever goes wrong in it is told until it is given back. */
  take(options: BrowserContextOptions, headers: Readonly<Record<string, string>>, tell: Tell): Promise<Page>;
  giveBack(page: Page): Promise<void>;
  close(): Promise<void>;
}

interface Lent {
  readonly context: BrowserContext;
  readonly key: string;
  page: Page;
  tell: Tell | undefined;
}

/** A small answer of the server without any script: where a page waits, so that its process stays warm and asks for nothing. */
const waitingRoom = '/healthz';

const listen = async (lent: Lent): Promise<void> => {
  const { context } = lent;
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      lent.tell?.(`${message.type()}: ${message.text()} (${message.location().url || message.page()?.url()})`);
  });
  context.on('weberror', (error) => lent.tell?.(`thrown: ${error.error().message} (${error.page()?.url()})`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
};

/** Nothing that a test did is left for the next one. */
const clear = async ({ context, page }: Lent, viewport: BrowserContextOptions['viewport']): Promise<void> => {
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearCookies();
  await page.goto(waitingRoom);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  if (viewport) await page.setViewportSize(viewport);
};

/**
 * Browsers that one test after another borrows. A new one reads and compiles all of the workspace, which costs more than a second of
 * processor time; one that was there before does not.
 */
export const pagePool = (browser: Browser, address: string): PagePool => {
  const lent = new Map<Page, Lent & { readonly options: BrowserContextOptions }>();
  const idle: (Lent & { readonly options: BrowserContextOptions })[] = [];
  const make = async (key: string, options: BrowserContextOptions) => {
    const context = await browser.newContext({ ...options, baseURL: address });
    const made = { context, key, options, page: await context.newPage(), tell: undefined };
    await listen(made);
    return made;
  };
  return {
    take: async (options, headers, tell) => {
      const key = JSON.stringify(options);
      const at = idle.findIndex((each) => each.key === key);
      const [found] = at === -1 ? [] : idle.splice(at, 1);
      const one = found ?? (await make(key, options));
      await one.context.setExtraHTTPHeaders({ ...headers });
      one.tell = tell;
      lent.set(one.page, one);
      return one.page;
    },
    giveBack: async (page) => {
      const one = lent.get(page);
      if (one === undefined) return;
      lent.delete(page);
      one.tell = undefined;
      try {
        if (page.isClosed()) one.page = await one.context.newPage();
        await clear(one, one.options.viewport);
        idle.push(one);
      } catch {
        // Whatever state it is in: the next test gets a new one.
        await one.context.close();
      }
    },
    close: async () => {
      for (const { context } of [...idle, ...lent.values()]) await context.close();
    },
  };
};
