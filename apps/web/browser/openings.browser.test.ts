import { inspect } from './pages/inspect.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'parallel' });

for (const side of ['officer', 'supervisor'] as const)
  test(`every matter that stands alone can be begun by everybody, as ${side}`, async ({ pageOf, world }) => {
    test.setTimeout(300_000);
    const page = await pageOf(world.people[side]);
    await page.goto('/workspace/matters');
    const links = page.getByRole('region', { name: '发起' }).getByRole('link');
    await expect(links.first()).toBeVisible();
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    for (const language of ['zh', 'en'] as const) {
      await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
      for (const address of addresses)
        await inspect(page, {
          name: `${side}-begin-${address.split('/').at(-1)}`,
          language,
          address,
          written: world.written(),
        });
    }
  });
