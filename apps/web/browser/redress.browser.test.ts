import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults, hasSettled, overflow, picture, widths } from './pages/look.ts';
import { expect, test } from './test.ts';

const words = {
  what: '同一间酒店同一晚，我的老账号比新账号贵 60 元。',
  contact: '示例联系方式 010-00000000',
  answer: '核查了两次报价：新账号领取了公开的新人券，已在商品页说明。',
  why: '我的朋友没有领券，价格也更低。',
  ruling: '比对了审计结果，同一时刻老用户的报价偏高，要求公司改正并退还差价。',
  reason: '匹配比较显示差异超过实质大小。',
} as const;

/** The window of a command in the workspace, opened by its button. */
const opened = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('button', { name, exact: true }).first().click();
  return page.getByRole('dialog');
};

/** Everything sealed that this side may open. */
const unsealed = async (page: Page): Promise<void> => {
  const buttons = page.getByRole('button', { name: /^显示(保密|个人|商业)|^显示/ });
  while ((await buttons.count()) > 0) {
    await buttons.first().click();
    await hasSettled(page);
  }
};

const good = async (page: Page, name: string): Promise<void> => {
  await hasSettled(page);
  expect.soft(await overflow(page), `${name}: overflow`).toEqual([]);
  expect.soft(await accessibilityFaults(page), `${name}: accessibility`).toEqual([]);
};

test('two prices: from a phone without script to the company, the office and back', async ({
  browser,
  contextOptions,
  pageOf,
  world,
}) => {
  test.setTimeout(240_000);
  const { people, subject } = world;
  world.wrote(...Object.values(words));
  // No script at all on the person's side.
  const context = await browser.newContext({
    ...contextOptions,
    baseURL: world.address,
    javaScriptEnabled: false,
    viewport: widths.phone,
    hasTouch: true,
  });
  const phone = await context.newPage();
  let code = '';

  await test.step('the person complains; what is missing is told, and nothing written is lost', async () => {
    await phone.goto('/apply');
    await phone.getByRole('link', { name: '投诉举报' }).click();
    await phone.getByLabel('哪一类问题').selectOption({ label: '同物不同价' });
    await phone.getByLabel('公司名称').fill(subject.name);
    await phone.getByLabel('先交给谁').selectOption({ label: '公司' });
    await phone.getByRole('button', { name: '提交' }).click();
    await expect(phone.getByRole('alert')).toContainText('请更正后再提交');
    await expect(phone.getByLabel('公司名称')).toHaveValue(subject.name);
    await phone.getByLabel('发生了什么').fill(words.what);
    await phone.getByLabel('怎样联系你').selectOption({ label: '留下联系方式' });
    await phone.getByLabel(/^联系方式/).fill(words.contact);
    await phone.getByLabel('证据文件').setInputFiles({
      name: '截图.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    });
    await phone.getByRole('button', { name: '提交' }).click();
    code = (await phone.locator('code').textContent()) ?? '';
    expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
    expect(phone.url()).not.toContain(code);
  });

  const officer = await pageOf(people.officer);
  await test.step('the company finds it, does not learn who it was, and answers', async () => {
    await officer.goto('/workspace/matters');
    await good(officer, 'matters');
    await officer
      .getByRole('main')
      .getByRole('link', { name: /投诉|同物不同价/ })
      .first()
      .click();
    await expect(officer.getByText('公司办理中').first()).toBeVisible();
    await unsealed(officer);
    await expect(officer.getByText(words.what)).toBeVisible();
    await hasSettled(officer);
    await expect(officer.getByText(words.contact)).toHaveCount(0);
    const window = await opened(officer, '答复');
    await window.getByRole('button', { name: '答复' }).click();
    await expect(window.getByText('还没有填写').first()).toBeVisible();
    await window
      .getByRole('combobox', { name: /办理结果/ })
      .or(window.getByRole('radio', { name: '作了说明' }))
      .first()
      .click();
    const outcome = window.getByRole('combobox', { name: /办理结果/ });
    if ((await outcome.count()) > 0) await outcome.selectOption({ label: '作了说明' });
    await window.getByRole('textbox', { name: /^答复/ }).fill(words.answer);
    await window.getByRole('button', { name: '答复' }).click();
    await expect(officer.getByText('公司已答复').first()).toBeVisible();
  });

  await test.step('the person reads the answer with the code and is not content', async () => {
    await phone.goto('/follow/leave').catch(() => undefined);
    await context.clearCookies();
    await phone.goto('/follow');
    await phone.getByLabel('查询码').fill('AAAAA-AAAAA-AAAAA-AAAAA');
    await phone.getByRole('button', { name: '查看' }).click();
    await expect(phone.getByText('没有与这个查询码对应的事项')).toBeVisible();
    await phone.getByLabel('查询码').fill(code.toLowerCase());
    await phone.getByRole('button', { name: '查看' }).click();
    await expect(phone.getByText(words.answer)).toBeVisible();
    await expect(phone.getByText('下一步：等你答复')).toBeVisible();
    await phone.locator('summary', { hasText: '不满意' }).click();
    const form = phone.locator('details', { hasText: '不满意' });
    await form.getByLabel(/理由/).fill(words.why);
    await form.getByRole('button', { name: /不满意/ }).click();
    await expect(phone.getByText('已转主管部门').first()).toBeVisible();
    await expect(phone.getByText('下一步：由网信部门办理')).toBeVisible();
  });

  const supervisor = await pageOf(people.supervisor);
  await test.step('the office has it with what was said, decides, and the person is told', async () => {
    await supervisor.goto('/workspace/queue');
    await supervisor
      .getByRole('main')
      .getByRole('link', { name: /投诉|同物不同价/ })
      .first()
      .click();
    await expect(supervisor.getByText('已转主管部门').first()).toBeVisible();
    await good(supervisor, 'complaint at the office');
    await picture(supervisor, 'redress-office', 'zh', 'desk');
    const window = await opened(supervisor, '作出处理决定');
    const ruling = window.getByRole('combobox', { name: /结论/ });
    if ((await ruling.count()) > 0) await ruling.selectOption({ label: '属实' });
    else await window.getByRole('radio', { name: '属实', exact: true }).check();
    await window.getByRole('button', { name: /添加/ }).click();
    await window.getByRole('textbox', { name: /^条款/ }).fill('final/21');
    await window.getByRole('textbox', { name: /^告诉申请人/ }).fill(words.ruling);
    await window.getByRole('textbox', { name: /理由/ }).fill(words.reason);
    await window.getByRole('button', { name: '作出处理决定' }).click();
    await expect(supervisor.getByText('主管部门已决定').first()).toBeVisible();
    await phone.goto('/follow');
    await expect(phone.getByText('主管部门已决定').first()).toBeVisible();
    await expect(phone.getByText(words.ruling)).toBeVisible();
  });
  await context.close();
});

for (const language of ['zh', 'en'] as const)
  test(`the page of a followed matter can be used by everybody, in ${language}`, async ({ page, world }) => {
    world.wrote(words.what);
    const prefix = language === 'en' ? '/en' : '';
    await page.goto(`${prefix}/apply/complaint`);
    const select = page.getByRole('combobox');
    await select.nth(0).selectOption('ranking');
    await page.locator('[name=service]').fill('示例应用');
    await page.locator('[name=to]').selectOption('office');
    await page.locator('[name=what]').fill(words.what);
    await page.locator('[name=reached]').selectOption('anonymous');
    await page.locator('main button[type=submit]').click();
    await page.setViewportSize(widths.phone);
    await good(page, 'taken');
    await picture(page, 'apply-taken', language, 'phone');
    await page.goto(`${prefix}/follow`);
    for (const width of ['phone', 'desk'] as const) {
      await page.setViewportSize(widths[width]);
      await good(page, `followed ${width}`);
      await picture(page, 'followed', language, width);
    }
    for (const summary of await page.locator('summary').all()) await summary.click();
    await good(page, 'followed, opened');
  });
