import { publicPlaces } from './pages/places.ts';
import { inspect } from './pages/inspect.ts';
import { test } from './test.ts';

test.describe.configure({ mode: 'parallel' });

for (const { name, path, status } of publicPlaces)
  test(`everybody can use the page: ${name}`, async ({ page, scene, watch }) => {
    if (status !== undefined) watch.expect(new RegExp(`status of ${status} `));
    const place = path(scene);
    const common = { name, written: scene.written(), ...(status === undefined ? {} : { status }) };
    await inspect(page, { ...common, language: 'zh', address: place });
    await inspect(page, { ...common, language: 'en', address: `/en${place}` });
  });
