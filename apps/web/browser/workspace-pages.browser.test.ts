import { workspacePlaces } from './pages/places.ts';
import { inspect } from './pages/inspect.ts';
import { test } from './test.ts';

test.describe.configure({ mode: 'parallel' });

/** Enough for a test of some seconds; any worker takes any of them. */
const together = 4;

for (const { as, places } of workspacePlaces)
  for (let from = 0; from < places.length; from += together) {
    const group = places.slice(from, from + together);
    test(`everybody can use the pages: ${group.map(({ name }) => name).join(', ')}`, async ({
      pageOf,
      scene,
      world,
    }) => {
      test.setTimeout(180_000);
      const page = await pageOf(world.people[as]);
      for (const language of ['zh', 'en'] as const) {
        await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
        for (const { name, path } of group)
          await test.step(`${name}, ${language}`, () =>
            inspect(page, { name, language, address: path(scene), written: scene.written() }));
      }
    });
  }
