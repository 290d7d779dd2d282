import type { Locator, Page } from '@playwright/test';
import { matterDefinitions, type FieldDefinition } from '@suanjian/matters';
import { fillField } from './fill.ts';
import { accessibilityFaults, hasSettled, overflow, picture, widths } from './pages/look.ts';
import { providersLog } from './stack/decision-log.ts';
import { expect, test } from './test.ts';

const words = {
  what: '同一间酒店同一晚，我的老账号比新账号贵 60 元。',
  contact: '示例联系方式 010-00000000',
  answer: '核查了两次报价：新账号领取了公开的新人券，已在商品页说明。',
  why: '我的朋友没有领券，价格也更低。',
  ruling: '比对了审计结果，同一时刻老用户的报价偏高，要求公司改正并退还差价。',
  reason: '匹配比较显示差异超过实质大小。',
} as const;

/** A field of the company's answer, as the definition asks for it. */
const answerField = (name: string): FieldDefinition => {
  const asks = matterDefinitions.find(({ kind }) => kind === 'complaint')?.commands['answer']?.asks;
  const field = typeof asks === 'object' ? asks.form.fields[name] : undefined;
  if (field === undefined) throw new RangeError(`an answer does not ask for ${name}`);
  return field;
};

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

test('two prices: from a log and a phone without script to the company, the office and back', async ({
  browser,
  contextOptions,
  pageOf,
  world,
}) => {
  test.setTimeout(240_000);
  const { people, subject } = world;
  const filing = await world.filed('示例商城定价算法');
  const log = await providersLog(world.today, 'price-by-tenure=0.08');
  const sentences = await log.explain(log.request);
  world.wrote(...Object.values(words), ...sentences.map(({ zh }) => zh));
  const officer = await pageOf(people.officer);

  await test.step('the company audits its log, and sends what it found', async () => {
    const { note, key } = await log.audit(filing.number, 'differential-pricing');
    await officer.goto(`/workspace/matters/filing/${filing.id}/audits`);
    const keys = officer.getByRole('region', { name: '验证公钥' });
    await keys.getByLabel('新的验证公钥').fill(key);
    await keys.getByRole('button', { name: '登记' }).click();
    await expect(keys.getByText('使用中')).toBeVisible();
    const upload = officer.getByRole('region', { name: '上传结果包' });
    await upload.getByLabel('或粘贴全文').fill(note);
    await upload.getByRole('button', { name: '上传' }).click();
    await expect(officer.getByRole('region', { name: '逐条结论' })).toContainText('差异化定价');
  });

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
    await phone.getByLabel('备案编号').fill(filing.number);
    await phone.getByLabel('先交给谁').selectOption({ label: '公司' });
    await phone.getByRole('button', { name: '提交' }).click();
    await expect(phone.getByRole('alert')).toContainText('请更正后再提交');
    await expect(phone.getByLabel('公司名称')).toHaveValue(subject.name);
    await phone.getByLabel('发生了什么').fill(words.what);
    await phone.getByLabel('请求编号或订单号').fill(log.request);
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

  await test.step('the company finds it, does not learn who it was, and explains from the record', async () => {
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
    await expect(officer.getByText(log.request)).toBeVisible();
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
    await fillField(window, answerField('explanation'), sentences);
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
    for (const { zh } of sentences) await expect(phone.getByText(zh)).toBeVisible();
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
    await supervisor.getByRole('button', { name: '附上审计结果', exact: true }).click();
    const picking = supervisor.getByRole('dialog');
    await picking.getByRole('button', { name: '附上审计结果' }).click();
    await expect(picking.getByText('还没有填写').first()).toBeVisible();
    // By keyboard: look for it, go to what was found, choose it.
    await picking.getByRole('searchbox').fill('没有这种检查');
    await expect(picking.getByRole('status')).toHaveText('没有找到，请换一个词。');
    await picking.getByRole('searchbox').fill('差异化定价');
    await expect(picking.getByRole('radio')).toHaveCount(1);
    await picking.getByRole('searchbox').press('Enter');
    await expect(picking).toBeVisible();
    for (const width of ['phone', 'desk'] as const) {
      await supervisor.setViewportSize(widths[width]);
      expect.soft(await overflow(supervisor), `picking ${width}: overflow`).toEqual([]);
      expect.soft(await accessibilityFaults(supervisor), `picking ${width}: accessibility`).toEqual([]);
      await picture(supervisor, 'redress-picking', 'zh', width);
    }
    await picking.getByRole('searchbox').press('Tab');
    await supervisor.keyboard.press('Space');
    await expect(picking.getByRole('radio')).toBeChecked();
    await picking.getByRole('button', { name: '附上审计结果' }).click();
    const comparison = supervisor.getByRole('region', { name: '审计的可比比较' });
    await expect(comparison).toContainText('差异化定价');
    // Eight hundredths are planted; on which days the log lies moves what is found of it.
    await expect(comparison).toContainText(/估计值 (?:7\.[5-9]\d*|8(?:\.[0-4]\d*)?)%/);
    await expect(comparison).toContainText(/区间 [78](?:\.\d+)?% 至 8(?:\.\d+)?%/);
    await expect(comparison).toContainText('老用户与新用户');
    await expect(comparison).toContainText('同一天、同一商品');
    await expect(comparison).toContainText('上传时已核验');
    for (const [code, width] of [
      ['en', 'phone'],
      ['zh', 'desk'],
    ] as const) {
      await supervisor.context().addCookies([{ name: 'language', value: code, url: world.address }]);
      await supervisor.setViewportSize(widths[width]);
      await supervisor.reload();
      await expect(supervisor.getByText(code === 'zh' ? '已转主管部门' : 'Gone to the office').first()).toBeVisible();
      await good(supervisor, `complaint at the office ${code} ${width}`);
      await picture(supervisor, 'redress-office', code, width);
    }
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
    for (const [page, code, width] of [
      [supervisor, 'zh', 'desk'],
      [officer, 'en', 'phone'],
    ] as const) {
      await page.context().addCookies([{ name: 'language', value: code, url: world.address }]);
      await page.setViewportSize(widths[width]);
      await page.goto(`/workspace/matters/filing/${filing.id}`);
      const related = page.getByRole('region', { name: code === 'zh' ? '相关事项' : 'Related matters' });
      await expect(related.getByRole('link', { name: /同物不同价/ })).toBeVisible();
      await expect(related).toContainText(code === 'zh' ? '主管部门已决定' : 'Decided by the office');
      await good(page, `on a filing ${code} ${width}`);
      await picture(page, 'matters-on-filing', code, width);
    }
    await phone.goto('/follow');
    await expect(phone.getByText('主管部门已决定').first()).toBeVisible();
    await expect(phone.getByText(words.ruling)).toBeVisible();
  });
  await context.close();
  await log.remove();
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
