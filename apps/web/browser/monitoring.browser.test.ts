import type { MonitoringAnswer, ProviderSeriesAnswer, WarningAnswer } from '@suanjian/contracts';
import { inspect } from './pages/inspect.ts';
import { expect, test } from './test.ts';

const id = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
const dayOf = (back: number): string => new Date(Date.UTC(2026, 2, 16 - back)).toISOString().slice(0, 10);
const history = Array.from({ length: 57 }, (_, at) => ({
  day: dayOf(56 - at),
  value: at === 20 ? null : at === 56 ? 0.06 : 0.005 + ((at * 7) % 5) / 2000,
}));
const entry = {
  id,
  organisation: id,
  provider: '示例科技有限公司',
  indicator: 'opt-out-leak',
  title: { zh: '关闭后仍个性化的比例', en: 'Personalised after switching off' },
  theme: 'data-use',
  unit: 'share',
  subject: 'provider',
  day: dayOf(0),
  lastDay: dayOf(0),
  status: 'new',
} as const;
const standing: MonitoringAnswer = {
  warnings: [entry],
  silences: [
    {
      id,
      organisation: id,
      indicator: entry.indicator,
      title: entry.title,
      subject: 'provider',
      until: '2026-04-01',
      mayEnd: true,
    },
  ],
  run: { day: '2026-03-17', tested: 412, warned: 1, silenced: 0, continued: 0 },
  officeRate: 0.05,
  mayTriage: true,
};
const warning: WarningAnswer = {
  ...entry,
  meaning: { zh: '关闭之后仍按个人特征推荐的请求所占的比例。', en: 'Share of requests that were still personalised.' },
  clauses: ['final/17.1', 'opinions/7'],
  check: 'opt-out-honoured',
  seen: 0.06,
  expected: 0.006,
  usual: [0.004, 0.009],
  p: 1e-7,
  q: 1e-5,
  tested: 412,
  past: 55,
  days: 1,
  dispersion: 1.2,
  history,
  bundles: [{ id, filing: id, hash: '0'.repeat(64) }],
  complaints: [],
  acts: [{ action: 'raised', at: '2026-03-17T01:00:00.000Z' }],
  mayTriage: true,
};
const series: ProviderSeriesAnswer = {
  provider: entry.provider,
  series: [
    {
      ...entry,
      status: 'live',
      points: history.map((point, at) => (at > 42 ? { ...point, expected: 0.006 } : point)),
    },
    {
      ...entry,
      indicator: 'price-gap',
      title: { zh: '同物异价的差距', en: 'Price gap for the same thing' },
      theme: 'market',
      unit: 'measure',
      status: 'shadow',
      points: history.map(({ day }, at) => ({ day, value: ((at * 7) % 11) / 1000 - 0.005 })),
    },
  ],
};

test('an office reads warnings and deals with one; a company sees what was shared', async ({
  pageOf,
  world,
  watch,
}) => {
  test.setTimeout(240_000);
  const page = await pageOf(world.people.reviewer);
  const written = (): readonly string[] => world.written();
  const look = async (name: string, address: string): Promise<void> => {
    for (const language of ['en', 'zh'] as const) {
      await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
      await inspect(page, { name, language, address, written: [...written(), entry.provider] });
    }
  };

  await test.step('before anything was warned of', () => look('monitoring-empty', '/workspace/monitoring'));

  await page.route('**/api/monitoring', (route) => route.fulfill({ json: standing }));
  await page.route('**/api/monitoring/warnings/*', (route) => route.fulfill({ json: warning }));
  await page.route('**/api/monitoring/providers/*', (route) => route.fulfill({ json: series }));
  await test.step('what was warned of', () => look('monitoring', '/workspace/monitoring'));
  await test.step('one warning', () => look('monitoring-warning', `/workspace/monitoring/warnings/${id}`));
  await test.step('all of a provider', () => look('monitoring-provider', `/workspace/monitoring/providers/${id}`));

  await test.step('a reason is asked for, and sent with the step', async () => {
    const sent: unknown[] = [];
    await page.route('**/api/monitoring/warnings/*/dismiss', async (route) => {
      sent.push(route.request().postDataJSON());
      await route.fulfill({ json: { id } });
    });
    await page.context().addCookies([{ name: 'language', value: 'en', url: world.address }]);
    await page.goto(`/workspace/monitoring/warnings/${id}`);
    await page.getByLabel('What to do').selectOption('dismiss');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('Say why.')).toBeVisible();
    expect(sent).toEqual([]);
    await page.getByLabel('Reason', { exact: true }).fill('A change of the log.');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('Recorded.')).toBeVisible();
    expect(sent).toEqual([{ reason: 'A change of the log.' }]);
  });
  expect(watch.troubles).toEqual([]);
});
