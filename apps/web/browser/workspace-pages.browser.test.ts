import { workspacePlaces } from './pages/places.ts';
import { inspect } from './pages/inspect.ts';
import { test } from './test.ts';

/** Every browser that is opened reads the whole workspace anew: one for so many pages. */
const together = 8;

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
