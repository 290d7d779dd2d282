import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { playScene, type Scene } from './pages/scene.ts';
import { pagePool, type PagePool, type Tell } from './stack/page-pool.ts';
import type { Person } from './stack/people.ts';
import { startStack, type StackDatabase } from './stack/server.ts';
import { createWorld, type World } from './stack/world.ts';

export { expect } from '@playwright/test';

/** What a page must never do: throw, complain, or break the content security policy. */
export interface Watch {
  readonly troubles: readonly string[];
  /** Complaints that a story provokes on purpose, for example a refused command. */
  expect(complaint: RegExp): void;
  readonly tell: Tell;
}

const createWatch = (): Watch => {
  const found: string[] = [];
  const expected: RegExp[] = [];
  return {
    get troubles() {
      return found.filter((trouble) => !expected.some((each) => each.test(trouble)));
    },
    expect: (complaint) => void expected.push(complaint),
    tell: (trouble) => void found.push(trouble),
  };
};

let addresses = 0;

/** The server sees every browser come from a place of its own, as it would behind a proxy. */
const ownAddress = (): Record<string, string> => {
  addresses += 1;
  return { 'x-forwarded-for': `10.${process.pid % 250}.${addresses >> 8}.${addresses & 255}` };
};

interface TestFixtures {
  readonly watch: Watch;
  /** A browser in which somebody is signed in already. */
  readonly pageOf: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
}

/** Chosen by the project. */
export interface StackOptions {
  readonly database: StackDatabase;
}

interface WorkerFixtures extends StackOptions {
  readonly world: World;
  /** Made when the first test asks for it. */
  readonly scene: Scene;
  readonly pool: PagePool;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: ['embedded', { scope: 'worker', option: true }],
  world: [
    async ({ database }, use) => {
      const stack = await startStack(database);
      try {
        await use(await createWorld(stack));
      } finally {
        await stack.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  scene: [async ({ world }, use) => use(await playScene(world)), { scope: 'worker', timeout: 60_000 }],
  pool: [
    async ({ browser, world }, use) => {
      const pool = pagePool(browser, world.address);
      await use(pool);
      await pool.close();
    },
    { scope: 'worker' },
  ],
  actionTimeout: 15_000,
  navigationTimeout: 30_000,
  baseURL: async ({ world }, use) => use(world.address),
  // oxlint-disable-next-line no-empty-pattern
  extraHTTPHeaders: async ({}, use) => use(ownAddress()),
  watch: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const watch = createWatch();
      await use(watch);
      base.expect(watch.troubles).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ pool, watch, extraHTTPHeaders, javaScriptEnabled, viewport, hasTouch }, use) => {
    const page = await pool.take({ javaScriptEnabled, viewport, hasTouch }, extraHTTPHeaders ?? {}, watch.tell);
    await use(page);
    await pool.giveBack(page);
  },
  pageOf: async ({ pool, world, watch, javaScriptEnabled, viewport, hasTouch }, use) => {
    const pages: Page[] = [];
    await use(async (person, options = {}) => {
      const wanted = { javaScriptEnabled, viewport, hasTouch, ...options };
      const page = await pool.take(wanted, ownAddress(), watch.tell);
      pages.push(page);
      const { cookies } = await person.session();
      await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: world.address })));
      return page;
    });
    for (const page of pages) await pool.giveBack(page);
  },
});
