import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { playScene, type Scene } from './pages/scene.ts';
import type { Person } from './stack/people.ts';
import { startStack, type StackDatabase } from './stack/server.ts';
import { createWorld, type World } from './stack/world.ts';

export { expect } from '@playwright/test';

/** What a page must never do: throw, complain, or break the content security policy. */
export interface Watch {
  readonly troubles: readonly string[];
  /** Complaints that a story provokes on purpose, for example a refused command. */
  expect(complaint: RegExp): void;
  over(context: BrowserContext): Promise<void>;
}

const createWatch = (): Watch => {
  const found: string[] = [];
  const expected: RegExp[] = [];
  const tell = (trouble: string): void => void found.push(trouble);
  return {
    get troubles() {
      return found.filter((trouble) => !expected.some((each) => each.test(trouble)));
    },
    expect: (complaint) => void expected.push(complaint),
    over: async (context) => {
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          tell(`${message.type()}: ${message.text()} (${message.location().url || message.page()?.url()})`);
      });
      context.on('weberror', (error) => tell(`thrown: ${error.error().message} (${error.page()?.url()})`));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
          console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
        );
      });
    },
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
  actionTimeout: 15_000,
  navigationTimeout: 30_000,
  baseURL: async ({ world }, use) => use(world.address),
  // oxlint-disable-next-line no-empty-pattern
  extraHTTPHeaders: async ({}, use) => use(ownAddress()),
  watch: [
    async ({ context }, use) => {
      const watch = createWatch();
      await watch.over(context);
      await use(watch);
      base.expect(watch.troubles).toEqual([]);
    },
    { auto: true },
  ],
  pageOf: async ({ browser, world, watch, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: world.address,
        extraHTTPHeaders: ownAddress(),
        ...options,
      });
      contexts.push(context);
      await watch.over(context);
      const { cookies } = await person.session();
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: world.address })));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
