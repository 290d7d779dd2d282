import { test as base } from '../test.ts';
import { startStack, type RunningStack } from './server.ts';
import { createWorld, type World } from './world.ts';

/** For stories that move the clock: a world for one file alone, so that no other story wakes up on another day. */
export const testInOwnWorld = () =>
  base.extend<object, { readonly stack: RunningStack; readonly world: World }>({
    stack: [
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const stack = await startStack();
        try {
          await use(stack);
        } finally {
          await stack.stop();
        }
      },
      { scope: 'worker', timeout: 180_000 },
    ],
    world: [async ({ stack }, use) => use(await createWorld(stack)), { scope: 'worker', timeout: 180_000 }],
  });
