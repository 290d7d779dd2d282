import { siteStandingContract, type SiteStandingAnswer } from '@suanjian/contracts';
import { inspect } from './pages/inspect.ts';
import { expect, test } from './test.ts';

const visitId = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';

/** What the server would say after three visits; the suite itself contacts nobody. */
const visited = (before: SiteStandingAnswer, running: boolean): SiteStandingAnswer => {
  const address = 'https://read.site.example/';
  const visit = { id: visitId, address, askedBy: 'schedule', way: 'browser', hasScreenshot: true } as const;
  return {
    ...before,
    running,
    addresses: [address],
    mayAsk: true,
    nextAt: '2026-03-17T02:00:00.000Z',
    verdicts: [
      {
        check: 'site-badge',
        title: { zh: '网站备案编号与链接在位', en: 'Number and link stand on the site' },
        clause: 'final/26',
        verdict: 'fail',
      },
      {
        check: 'site-notice',
        title: { zh: '网站公示在位', en: 'Published notice stands' },
        clause: 'final/16',
        verdict: 'pass',
      },
    ],
    sites: [{ address, badge: 'fail', notice: 'pass', away: 1 }],
    visits: [
      {
        ...visit,
        at: '2026-03-16T02:00:00.000Z',
        askedBy: 'person',
        way: 'without-script',
        hasScreenshot: false,
        fault: { zh: '对方没有在规定时间内答复。', en: 'The other side did not answer in time.' },
      },
      {
        ...visit,
        at: '2026-03-09T02:00:00.000Z',
        findings: { number: true, link: false, notice: 'linked', noticeAddress: `${address}notice` },
      },
    ],
  };
};

test('a provider and its office read what the sites show, and ask for a visit', async ({ pageOf, world, watch }) => {
  test.setTimeout(240_000);
  const { kind, id } = await world.filed('示例网站检查排序算法');
  const address = `/workspace/matters/${kind}/${id}/site-checks`;
  const page = await pageOf(world.people.officer);
  const written = (): readonly string[] => world.written();

  await test.step('nothing was visited yet', async () => {
    for (const language of ['en', 'zh'] as const) {
      await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
      await inspect(page, { name: 'site-checks-empty', language, address, written: written() });
    }
    await page.goto(`/workspace/matters/${kind}/${id}`);
    await page.getByRole('link', { name: '网站公示检查' }).click();
    await expect(page.getByText('公示的产品里没有网站，无法这样检查。')).toBeVisible();
  });

  let running = false;
  const before = siteStandingContract.parse(await (await page.request.get(`/api/site-checks?filing=${id}`)).json());

  for (const [person, name] of [
    [world.people.officer, 'site-checks'],
    [world.people.reviewer, 'site-checks-office'],
  ] as const)
    await test.step(`results as ${name}`, async () => {
      const reader = await pageOf(person);
      await reader.route('**/api/site-checks?*', (route) => route.fulfill({ json: visited(before, running) }));
      for (const language of ['en', 'zh'] as const) {
        await reader.context().addCookies([{ name: 'language', value: language, url: world.address }]);
        await inspect(reader, { name, language, address, written: written() });
      }
      await expect(reader.getByText('没有看到公示链接')).toBeVisible();
      await expect(reader.getByRole('link', { name: /查看截图/ })).toHaveAttribute('href', /\/screenshot$/);
    });

  await test.step('asked for, refused when too soon', async () => {
    const reader = await pageOf(world.people.officer);
    await reader.route('**/api/site-checks?*', (route) => route.fulfill({ json: visited(before, running) }));
    await reader.route('**/api/site-checks', (route) => {
      running = true;
      return route.fulfill({ status: 202, json: { filing: id } });
    });
    await reader.goto(address);
    await reader.getByRole('button', { name: '现在检查' }).click();
    await expect(reader.getByText('正在访问，完成后自动更新。')).toBeVisible();
    await expect(reader.getByRole('button', { name: '现在检查' })).toBeDisabled();
    running = false;
    await expect(reader.getByRole('button', { name: '现在检查' })).toBeEnabled({ timeout: 15_000 });
  });
  expect(watch.troubles).toEqual([]);
});
