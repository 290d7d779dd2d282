import { formatFilingNumber } from '@suanjian/register';
import { announced } from './stack/register-rows.ts';
import { expect, test } from './test.ts';

test('a reader searches in Chinese, narrows down, and reads a record with its history', async ({ page, request }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('晚风');
  await page.getByRole('search').getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(/\/register\?q=%E6%99%9A%E9%A3%8E$/);
  const results = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) });
  await expect(results).toHaveCount(3);

  await test.step('facets narrow the search, and can be taken away again', async () => {
    await page.getByRole('group', { name: '算法类型' }).getByRole('checkbox', { name: '检索过滤' }).check();
    await page.getByRole('button', { name: '应用' }).click();
    await expect(results).toHaveCount(1);
    await expect(results.first()).toContainText('晚风阅读站内检索算法');
    await page.getByRole('link', { name: /去掉“检索过滤/ }).click();
    await expect(results).toHaveCount(3);
    await expect(page.getByRole('searchbox')).toHaveValue('晚风');
  });

  await test.step('an exact name stands first', async () => {
    await page.getByRole('searchbox').fill('晚风短片精选算法');
    await page.getByRole('button', { name: '查找' }).click();
    await expect(results.first()).toContainText('完全一致');
    await expect(results.first()).toContainText('已注销');
  });

  await test.step('the record tells what changed', async () => {
    await page.goto('/register?q=晚风阅读文章');
    await page.getByRole('link', { name: '晚风阅读文章推荐算法' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('晚风阅读文章推荐算法');
    const history = page.getByRole('region', { name: '历史' });
    await expect(history).toContainText('北京晚风示例书店有限公司');
    await expect(history).toContainText('北京晚风示例阅读有限公司');
  });

  await test.step('the same as JSON', async () => {
    const href = await page.getByRole('link', { name: '本页的 JSON 数据' }).getAttribute('href');
    expect(href).toBe(`/register/${announced.eveningWind}.json`);
    const answer = await request.get(href ?? '');
    expect(answer.headers()['content-type']).toContain('application/json');
    expect(await answer.json()).toMatchObject({
      number: announced.eveningWind,
      status: 'filed',
      content: { algorithmName: '晚风阅读文章推荐算法' },
    });
  });
});

test('the full number leads to the record, in either language', async ({ page }) => {
  await page.goto(`/register/${encodeURIComponent(formatFilingNumber(announced.generated))}`);
  await expect(page).toHaveURL(new RegExp(`/register/${announced.generated}$`));
  await page.goto(`/en/register/${encodeURIComponent(formatFilingNumber(announced.generated))}`);
  await expect(page).toHaveURL(new RegExp(`/en/register/${announced.generated}$`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('changing the language keeps the page and is remembered', async ({ page }) => {
  await page.goto(`/register/${announced.eveningWind}`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/register/${announced.eveningWind}$`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('晚风阅读文章推荐算法');
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Register' }).click();
  await page.getByRole('searchbox').fill('晚风');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('searchbox')).toHaveValue('晚风');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('an error in a record can be reported', async ({ page, world, watch }) => {
    // The browser says so when a form is answered by its faults.
    watch.expect(/status of 422 .*\/report\)$/);
    await page.goto(`/register/${announced.eveningWind}`);
    const report = page.getByRole('region', { name: '报告这条信息有误' });
    await report.locator('summary').click();
    await report.getByRole('button', { name: '提交报告' }).click();
    await expect(page.getByRole('alert')).toContainText('请更正后再提交');
    await report.getByRole('combobox', { name: '哪一部分' }).selectOption('应用产品');
    await report.getByRole('textbox', { name: '哪里不对' }).fill('产品已经改名，公示的还是旧名称。');
    await report.getByRole('textbox', { name: '应当是什么' }).fill('晚风书架');
    await report.getByRole('button', { name: '提交报告' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('已收到你的报告');
    await page.getByRole('link', { name: '回到这条记录' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('晚风阅读文章推荐算法');
    const office = await world.people.nationAdministrator.session();
    const list = await office.get<{ readonly items: readonly { readonly kind: string }[] }>(
      '/api/matters?kind=correction',
    );
    expect(list.items.length).toBeGreaterThan(0);
  });

  test('search, number check and guide answer by address alone', async ({ page }) => {
    await page.goto('/register?q=晚风&technique=ranking-selection');
    await expect(page.getByRole('link', { name: '晚风短片精选算法' })).toBeVisible();

    await page.goto('/check');
    await page
      .getByRole('textbox', { name: '备案编号' })
      .fill(`${announced.eveningWind.slice(0, 20)}${(Number(announced.eveningWind[20]) + 1) % 10}`);
    await page.getByRole('main').getByRole('button', { name: '核验' }).click();
    await expect(page.getByRole('status')).toContainText('编号不符合规则');
    await expect(page.getByRole('region', { name: '相近的已公示编号' })).toContainText('晚风阅读文章推荐算法');

    await page.getByRole('textbox', { name: '备案编号' }).fill(announced.eveningWind);
    await page.getByRole('main').getByRole('button', { name: '核验' }).click();
    await expect(page.getByRole('status')).toContainText('公示库中有这条备案');
    await expect(page.getByRole('region', { name: '编号的结构' })).toContainText('北京');
  });

  test('the guide leads to a reasoned conclusion', async ({ page }) => {
    await page.goto('/guide');
    const concluded = page.getByRole('region', { name: '理由' });
    for (let question = 1; question <= 15 && !(await concluded.isVisible()); question += 1) {
      await expect(page.getByText(`第 ${question} 个问题`)).toBeVisible();
      const date = page.getByLabel('日期', { exact: true });
      if (await date.isVisible()) await date.fill('2026-03-02');
      else await page.getByRole('main').getByRole('radio').first().check();
      await page.getByRole('main').getByRole('button', { name: '继续' }).click();
    }
    await expect(concluded.getByRole('listitem').first()).toBeVisible();
    await expect(concluded.getByRole('link').first()).toHaveAttribute('href', /^\/clauses\//);
    await expect(page.getByRole('region', { name: '你的回答' })).toBeVisible();
  });
});
