import { addDays } from '@suanjian/rulebook';
import { inspect } from './pages/inspect.ts';
import { accessibilityFaults, overflow, picture } from './pages/look.ts';
import { wordsOf } from './stack/forms.ts';
import type { Matter } from './stack/world.ts';
import { expect, test } from './test.ts';

const words = {
  register: { body: '示例算法安全委员会', officer: '示例负责人', mechanismOwnerPost: '示例算法安全部' },
  incident: {
    title: '示例推荐缓存失效',
    finder: '示例工程师',
    description: '重复展示。',
    services: '短片推荐',
    atOnce: '回滚。',
  },
  disposal: { description: '仿冒客服。' },
  model: { algorithm: '示例首页推荐', release: '2.0', changes: '示例变化。' },
  source: { name: '示例数据集', allowed: '示例合同' },
  tag: { tag: '足球', meaning: '三十日内多次看过足球内容。' },
  barred: { word: '赌球' },
  news: { licence: '示例许可一号', authority: '示例发证机关' },
  paper: { name: '示例通讯社', code: 'example-agency' },
} as const;

/** Titles are kept once, for every reader of a list, in the language of the register. */
const titles = ['算法安全主体责任台账', '未命名评估', '信息内容处置：诈骗', '（未写事件名称）'] as const;

const at = ({ kind, id }: Matter, more = ''): string => `/workspace/matters/${kind}/${id}${more}`;

test('what a company has in order can be read without scrolling through all of it', async ({
  pageOf,
  watch,
  world,
}) => {
  test.setTimeout(180_000);
  const { people, today } = world;
  world.wrote(...wordsOf(words), ...titles);
  const officer = await people.officer.session();
  const register = await world.open(officer, 'responsibility', {
    form: {
      ...words.register,
      mechanismApproved: addDays(today, -90),
      mechanismReviewMonths: 6,
      mechanismStatus: 'in-force',
      incidentReportMajor: 5,
    },
  });
  const page = await pageOf(people.officer);
  await page.goto(at(register));
  const sections = page.getByRole('main').locator('details');
  await expect(sections.first()).toHaveAttribute('open', '');
  expect(await sections.count()).toBeGreaterThan(5);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4500);

  await test.step('the table of contents opens a section and goes there, by keyboard', async () => {
    const last = sections.last();
    const title = (await last.getByRole('heading', { level: 3 }).textContent()) ?? '';
    await expect(last).not.toHaveAttribute('open', '');
    await page.getByRole('main').getByRole('listitem').getByRole('link', { name: title }).press('Enter');
    await expect(last).toHaveAttribute('open', '');
    await expect(last.locator('summary')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(last).not.toHaveAttribute('open', '');
    await page.getByRole('button', { name: '全部展开' }).click();
    await expect(page.locator('main details:not([open])')).toHaveCount(0);
    await page.getByRole('button', { name: '全部收起' }).click();
    await expect(page.locator('main details[open]')).toHaveCount(0);
  });

  await test.step('registers beside the systems are kept, and what records decide is said with its clause', async () => {
    const give = (command: string, input: object): Promise<void> => world.give(officer, register, command, input);
    await give('adopt', {});
    const source = { ...words.source, kind: 'licensed', until: addDays(today, -1), personal: false };
    const { algorithm, release } = words.model;
    await give('record-release', { model: { ...words.model, trained: true, sources: [source] } });
    await give('release-in-service', { service: { algorithm, release, from: today } });
    await give('propose-tag', { tag: { ...words.tag, kind: 'interest' } });
    await give('bar-word', { barred: words.barred });
    await give('publish-news-sources', { news: { ...words.news, until: addDays(today, 90), sources: [words.paper] } });
    await page.goto(at(register));
    const checks = page.getByRole('region', { name: '由记录判断的检查' });
    // What this story recorded; other stories may have left this company more to answer for.
    await expect(checks.getByText('未通过').nth(1)).toBeVisible();
    await expect(checks).toContainText('许可已于');
    await expect(checks).toContainText('至今没有审核');
    await expect(page.getByRole('region', { name: '用户标签词典' })).toContainText('待批准');
    await expect(page.getByRole('region', { name: '新闻许可和稿源' })).toContainText(words.paper.name);
    await page.getByRole('button', { name: '提出标签' }).click();
    await expect(page.getByRole('dialog')).toContainText('含有禁用词的，不能提出');
    await picture(page, 'duties-propose-tag', 'zh', 'desk');
    await page.keyboard.press('Escape');
  });

  const incident = await world.open(officer, 'incident', {
    form: {
      ...words.incident,
      severity: 'major',
      detectedOn: addDays(today, -1),
      detectedAt: '09:00',
      foundBy: 'monitoring',
      spread: true,
      filings: [],
    },
  });
  await test.step('an incident leads to the assessment that it calls for, which knows the event', async () => {
    await page.goto(at(incident));
    await page.getByRole('link', { name: '新建安全评估' }).click();
    await page.getByRole('button', { name: '开始' }).click();
    await page.waitForURL(/\/matters\/assessment\/[^/]+\/edit/);
    const id = /assessment\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';
    const { state } = await officer.get<{ readonly state: { readonly form: object } }>(`/api/matters/assessment/${id}`);
    expect(state.form).toMatchObject({
      template: 'safety-2018',
      trigger: 'spread',
      triggeredOn: addDays(today, -1),
    });
    await page.goto(at(incident));
    await expect(page.getByRole('region', { name: '相关事项' })).toContainText('安全评估');
  });

  await test.step('where a reason is asked for, who reads it is said', async () => {
    await page.getByRole('button', { name: '不是安全事件' }).click();
    await expect(page.getByRole('dialog').getByLabel(/^理由/)).toHaveAccessibleDescription(
      /理由不加密保存，能看到这一步的各方（主管部门、企业）都会读到/,
    );
    await page.keyboard.press('Escape');
  });

  const disposal = await world.open(officer, 'disposal', {
    form: {
      ...words.disposal,
      source: 'own',
      items: [{ item: 'v-1' }],
      category: 'fraud',
      nature: 'illegal',
      foundOn: addDays(today, -1),
      foundAt: '09:00',
    },
  });
  await world.give(officer, disposal, 'stop', { stop: { on: addDays(today, -1), at: '09:30' } });
  await test.step('a disposal is taken to the log as a file', async () => {
    await page.goto(at(disposal));
    const file = page.getByRole('region', { name: '处置记录文件' });
    await file.getByLabel('日志中的平台代号').fill('demo-platform');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      file.getByRole('button', { name: '下载' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toMatchObject({ item: 'v-1', action: 'stop' });
  });

  for (const language of ['zh', 'en'] as const) {
    await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
    for (const [name, address] of [
      ['duties-responsibility', at(register)],
      ['duties-incident', at(incident)],
      ['duties-disposal', at(disposal)],
      ['duties-assess', at(incident, '/open/assessment')],
    ] as const)
      await inspect(page, { name, language, address, written: world.written() });
  }

  // Something to choose from, so that it is there when it can be had again.
  const chosen = { algorithmName: '示例可选短片排序算法' };
  world.wrote(...wordsOf(chosen));
  await world.open(officer, 'filing', { form: { ...chosen, technique: 'ranking-selection' } });
  watch.expect(/503/);
  await test.step('what cannot be had is told, and tried again', async () => {
    for (const [name, address, path, again] of [
      ['duties-pick-error', at(incident, '/open/assessment'), '**/api/choices?*', chosen.algorithmName],
      ['duties-on-error', at(incident), '**/api/matters?on=*', 'Safety assessment · 未命名评估'],
    ] as const) {
      await page.route(path, (route) => route.fulfill({ status: 503, body: '' }));
      await page.goto(address);
      await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 30_000 });
      await picture(page, name, 'en', 'phone');
      expect.soft(await overflow(page), name).toEqual([]);
      expect.soft(await accessibilityFaults(page), name).toEqual([]);
      await page.unroute(path);
      await page.getByRole('alert').first().getByRole('button').click();
      await expect(page.getByText(again).first()).toBeVisible();
    }
  });
});
