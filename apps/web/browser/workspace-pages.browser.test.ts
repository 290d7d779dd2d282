import { workspacePlaces } from './pages/places.ts';
import { inspect } from './pages/inspect.ts';
import { test } from './test.ts';

for (const { as, places } of workspacePlaces)
  for (const { name, path } of places)
    test(`everybody can use the page: ${name}`, async ({ pageOf, scene, world }) => {
      const page = await pageOf(world.people[as]);
      for (const language of ['zh', 'en'] as const) {
        await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
        await inspect(page, { name, language, address: path(scene), written: scene.written() });
      }
    });
