import type {
  IndicatorListAnswer,
  MonitoringAnswer,
  ProviderSeriesAnswer,
  ReplayAnswer,
  TriedIndicatorAnswer,
  WarningAnswer,
} from '@suanjian/contracts';
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
      office: entry.provider,
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
      points: history.map((point, at) => (at > 42 ? { ...point, expected: 0.006, usual: [0.004, 0.009] } : point)),
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

const replay: ReplayAnswer = {
  from: dayOf(60),
  to: dayOf(1),
  series: 40,
  judged: 2310,
  warnings: 3,
  daysWithWarnings: 3,
  days: 60,
  allowedDays: 0.3,
};
const version = {
  id: entry.indicator,
  theme: 'data-use',
  title: entry.title,
  meaning: warning.meaning,
  clauses: warning.clauses,
  per: 'algorithm',
  unit: 'share',
  direction: 'up',
  perSeries: 0.001,
  perDay: 0.005,
} as const;
const definition = {
  id: version.id,
  title: version.title,
  meaning: version.meaning,
  direction: 'up',
  rates: { perSeries: 0.001, perDay: 0.005 },
  history: { days: 56, atLeast: 42 },
};
const indicators: IndicatorListAnswer = {
  items: [
    {
      ...version,
      version: 2,
      status: 'shadow',
      threshold: 2,
      definition: { ...definition, version: 2, threshold: 2 },
      decisions: [
        { action: 'replayed', account: 'a', reason: 'Before it counts.', at: '2026-03-17T01:00:00.000Z', replay },
      ],
    },
    {
      ...version,
      version: 1,
      status: 'live',
      threshold: 1.5,
      definition: { ...definition, version: 1, threshold: 1.5 },
      decisions: [],
    },
  ],
  officeRate: 0.005,
  mayDecide: true,
};
const tried: TriedIndicatorAnswer = { replay, counting: { version: 1, replay: { ...replay, warnings: 5 } } };

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
      await inspect(page, {
        name,
        language,
        address,
        written: [...written(), entry.provider, entry.title.zh, warning.meaning.zh],
      });
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

  await test.step('a case is opened from it, with what the warning says filled in', async () => {
    await look('monitoring-opening', `/workspace/new/violation-case?warning=${id}`);
    const sent: unknown[] = [];
    // Left unanswered: what is asked for is all that is looked at here.
    await page.route('**/api/matters/violation-case', (route) => void sent.push(route.request().postDataJSON()));
    await page.context().addCookies([{ name: 'language', value: 'en', url: world.address }]);
    await page.goto(`/workspace/monitoring/warnings/${id}`);
    await page.getByRole('link', { name: 'Register a lead' }).click();
    await expect(page.getByRole('link', { name: entry.title.en })).toBeVisible();
    await expect(page.getByRole('textbox', { name: /^Provider/u })).toHaveValue(entry.provider);
    for (const question of ['Still goes on', 'Life, health or financial safety harmed'])
      await page.getByRole('group', { name: question }).getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect
      .poll(() => sent)
      .toMatchObject([{ warning: id, source: 'monitoring', clauses: [{ clause: 'final/17.1' }], from: entry.day }]);
  });

  await page.route('**/api/monitoring/indicators', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: indicators }) : route.fallback(),
  );
  await page.route('**/api/monitoring/indicators/try', (route) => route.fulfill({ json: tried }));
  const proposing = `/workspace/monitoring/indicators/${entry.indicator}/propose`;
  await test.step('what is watched, and a version on trial beside the one before', () =>
    look('monitoring-indicators', '/workspace/monitoring/indicators'));
  await test.step('a version is written, tried on the past, and proposed', async () => {
    await look('monitoring-propose', proposing);
    const sent: unknown[] = [];
    await page.route('**/api/monitoring/indicators', async (route) => {
      if (route.request().method() === 'GET') return route.fulfill({ json: indicators });
      sent.push(route.request().postDataJSON());
      return route.fulfill({ status: 201, json: indicators.items[0] });
    });
    await page.context().addCookies([{ name: 'language', value: 'en', url: world.address }]);
    await page.goto(proposing);
    await expect(page.getByText('No difference.')).toBeVisible();
    await page.getByRole('textbox', { name: /^Threshold/u }).fill('3');
    const difference = page.getByRole('group', { name: 'Difference from version 1' });
    await expect(difference.getByRole('row', { name: 'Threshold 1.5 3' })).toBeVisible();
    await page.getByRole('button', { name: 'Try it on the past' }).click();
    const replayed = page.getByRole('group', { name: 'What it would have done' });
    await expect(replayed.getByRole('row', { name: 'Warnings it would have given 3 5' })).toBeVisible();
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(page.getByText('Say why.')).toBeVisible();
    await page.getByLabel('Reason for the proposal').fill('Fewer warnings that lead nowhere.');
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(page).toHaveURL(/\/monitoring\/indicators$/u);
    expect(sent).toMatchObject([{ definition: { version: 3, threshold: 3, direction: 'up', season: 'weekdays' } }]);
  });

  await test.step('a company reads its own indicators, and of warnings what was shared', async () => {
    const own = await pageOf(world.people.officer);
    await own.context().addCookies([{ name: 'language', value: 'en', url: world.address }]);
    const place = { address: '/workspace/monitoring', written: written() };
    await inspect(own, { name: 'monitoring-own-empty', language: 'en', ...place });
    await own.route('**/api/monitoring/own', (route) =>
      route.fulfill({ json: { ...series, series: series.series.slice(0, 1) } }),
    );
    for (const language of ['en', 'zh'] as const) {
      await own.context().addCookies([{ name: 'language', value: language, url: world.address }]);
      await inspect(own, { name: 'monitoring-own', language, ...place });
    }
    await own.getByText('以表格显示').click();
    await expect(own.getByRole('columnheader', { name: '通常的范围' })).toBeVisible();
  });
  expect(watch.troubles).toEqual([]);
});
