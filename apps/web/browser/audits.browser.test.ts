import type { Page } from '@playwright/test';
import { inspect } from './pages/inspect.ts';
import { accessibilityFaults, overflow, picture, widths } from './pages/look.ts';
import { signedBundle, verificationKey } from './stack/bundle.ts';
import type { Matter } from './stack/world.ts';
import { expect, test } from './test.ts';

const checks = {
  optOut: {
    id: 'opt-out-honoured',
    title: { zh: '关闭推荐后不再个性化', en: 'Opting out is honoured' },
    clause: 'final/17.1',
  },
  labels: { id: 'unlabelled-synthetic', title: { zh: '合成内容有标识', en: 'Synthetic items are labelled' } },
  spread: { id: 'slate-spread', title: { zh: '同一屏不集中', en: 'Slates are spread' } },
} as const;

const bundles = (filing: string) => {
  const small = { ...checks.labels, clause: 'final/9.1', verdict: 'pass', suppressed: true } as const;
  const advisory = { ...checks.spread, clause: 'final/12', severity: 'advisory', scale: 'difference' } as const;
  return {
    january: signedBundle(21, {
      filing,
      month: '2026-01',
      treeSize: 5000,
      results: [{ ...checks.optOut, verdict: 'pass', estimate: 0, interval: [0, 0.0004] }, small],
    }),
    february: signedBundle(21, {
      filing,
      month: '2026-02',
      treeSize: 9000,
      results: [
        { ...checks.optOut, verdict: 'fail', estimate: 0.0023, interval: [0.0017, 0.0031] },
        small,
        { ...advisory, verdict: 'not-enough-data', estimate: 0.012, interval: [-0.01, null], status: 'shadow' },
      ],
    }),
    older: signedBundle(21, {
      filing,
      month: '2025-12',
      treeSize: 4000,
      results: [{ ...checks.optOut, verdict: 'pass', estimate: 0, interval: [0, 0.001] }],
    }),
  };
};

const pathOf = ({ kind, id }: Matter): string => `/workspace/matters/${kind}/${id}/audits`;

const asFile = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

const clauses = (page: Page) => page.getByRole('region', { name: '逐条结论' });

test('a company registers its key and sends results; the office reads them over time', async ({
  pageOf,
  world,
  watch,
}) => {
  test.setTimeout(240_000);
  const filing = await world.filed('示例审计短片排序算法');
  const notes = bundles(filing.number);
  const page = await pageOf(world.people.officer);
  const language = (code: 'zh' | 'en') =>
    page.context().addCookies([{ name: 'language', value: code, url: world.address }]);
  const written = (): readonly string[] => world.written();
  const upload = page.getByRole('region', { name: '上传结果包' });
  const keys = page.getByRole('region', { name: '验证公钥' });

  await test.step('nothing was sent yet', async () => {
    for (const code of ['en', 'zh'] as const) {
      await language(code);
      await inspect(page, { name: 'audits-empty', language: code, address: pathOf(filing), written: written() });
    }
    await page.goto(`/workspace/matters/filing/${filing.id}`);
    await page.getByRole('link', { name: '审计结论' }).click();
    await expect(page.getByText('还没有上传审计结果包。')).toBeVisible();
  });

  await test.step('a bundle whose key is not known is refused, with every reason', async () => {
    watch.expect(/422/);
    await upload.getByRole('button', { name: '上传' }).press('Enter');
    await expect(upload.getByRole('alert')).toContainText('请选择文件');
    await expect(upload.getByLabel('结果包文件')).toBeFocused();
    const foreign = bundles(crypto.randomUUID()).january;
    await upload.getByLabel('或粘贴全文').fill(foreign);
    await upload.getByRole('button', { name: '上传' }).press('Enter');
    await expect(upload.getByRole('alert')).toContainText('签名不属于本单位登记的任何密钥');
    await expect(upload.getByRole('alert')).toContainText('结果包所写的备案不属于本单位');
    for (const width of ['desk', 'phone'] as const) {
      await page.setViewportSize(widths[width]);
      expect(await overflow(page)).toEqual([]);
      await picture(page, 'audits-refused', 'zh', width);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize(widths.desk);
  });

  await test.step('it registers its key, by keyboard', async () => {
    await keys.getByLabel('新的验证公钥').fill('hello');
    await page.keyboard.press('Enter');
    await expect(keys.getByRole('alert')).toBeVisible();
    for (const seed of [21, 22]) {
      await keys.getByLabel('新的验证公钥').fill(verificationKey(seed));
      await page.keyboard.press('Enter');
      await expect(keys.getByText(verificationKey(seed))).toBeVisible();
    }
  });

  await test.step('it sends bundles as a file and as text, and one of them twice', async () => {
    await upload.getByLabel('结果包文件').setInputFiles(asFile('january.note', notes.january));
    await upload.getByRole('button', { name: '上传' }).click();
    await expect(upload.getByRole('status')).toContainText('已接收结果包');
    await expect(clauses(page)).toContainText('第17条第1款');
    await upload.getByLabel('或粘贴全文').fill(notes.february);
    await upload.getByRole('button', { name: '上传' }).click();
    const finding = clauses(page).getByRole('listitem').filter({ hasText: '关闭推荐后不再个性化' }).last();
    await expect(finding).toContainText('未通过');
    await expect(finding).toContainText('估计值 0.23%；区间 0.17% 至 0.31%；容许到 0.1%');
    await expect(finding).toContainText('2026年2月1日 至 2026年2月28日');
    await expect(
      finding.getByRole('list', { name: '此前的结论: 关闭推荐后不再个性化' }).getByRole('listitem'),
    ).toHaveText(['通过 · 截至 2026年1月28日']);
    await expect(clauses(page)).toContainText('数字未给出：有分组不足 10 行');
    await expect(clauses(page)).toContainText('区间 -0.01 至 无上限');
    // The check on trial counts for nothing, so its clause is not among them.
    await expect(clauses(page)).toContainText(/逐条结论1 条未通过1 条通过第9条/);
    await upload.getByLabel('或粘贴全文').fill(notes.february);
    await upload.getByRole('button', { name: '上传' }).click();
    await expect(upload.getByRole('status')).toContainText('以前已经接收');
    await upload.getByLabel('或粘贴全文').fill(notes.older);
    await upload.getByRole('button', { name: '上传' }).click();
    await expect(upload.getByRole('status')).toContainText('日志变短了');
  });

  await test.step('it retires a key, and that stays to be seen', async () => {
    const row = keys.getByRole('listitem').filter({ hasText: verificationKey(22) });
    await row.getByRole('button', { name: /^停用/ }).press('Enter');
    const asked = page.getByRole('dialog');
    await expect(asked).toContainText('不能重新启用');
    await asked.getByRole('button', { name: '停用' }).press('Enter');
    await expect(asked).toBeHidden();
    await expect(row).toContainText('已停用');
    await expect(row.getByRole('button')).toHaveCount(0);
  });

  await test.step('the page with results can be used by everybody', async () => {
    for (const code of ['en', 'zh'] as const) {
      await language(code);
      await inspect(page, { name: 'audits-provider', language: code, address: pathOf(filing), written: written() });
    }
  });

  await test.step('the office reads the same, without forms, and takes the note away', async () => {
    const office = await pageOf(world.people.supervisor);
    for (const code of ['en', 'zh'] as const) {
      await office.context().addCookies([{ name: 'language', value: code, url: world.address }]);
      await inspect(office, { name: 'audits-office', language: code, address: pathOf(filing), written: written() });
    }
    await office.setViewportSize(widths.desk);
    await expect(office.getByRole('region', { name: '上传结果包' })).toHaveCount(0);
    await expect(office.getByRole('region', { name: '验证公钥' })).toHaveCount(0);
    await expect(office.getByRole('region', { name: '结果包证明什么，不证明什么' })).toContainText('未证明的');
    const entries = office.getByRole('region', { name: '结果包', exact: true }).getByRole('listitem');
    await expect(entries).toHaveCount(3);
    await expect(entries.last()).toContainText('日志变短了');
    const [file] = await Promise.all([
      office.waitForEvent('download'),
      entries
        .first()
        .getByRole('link', { name: /^下载签名原文/ })
        .click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString('utf8')).toBe(notes.february);
    await office.goto(`/workspace/matters/filing/${filing.id}`);
    await expect(office.getByRole('link', { name: '审计结论' })).toBeVisible();
  });
});

test('when the results cannot be had the page says so and tries again', async ({ pageOf, scene, world, watch }) => {
  watch.expect(/500|503/);
  const page = await pageOf(world.people.supervisor);
  for (const language of ['en', 'zh'] as const) {
    await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
    await page.route('**/api/audits?*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(pathOf(scene.filed));
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
    for (const width of ['desk', 'phone'] as const) {
      await page.setViewportSize(widths[width]);
      expect(await overflow(page)).toEqual([]);
      await picture(page, 'audits-error', language, width);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute('**/api/audits?*');
    await page.getByRole('alert').getByRole('button').click();
    await expect(
      page.getByText(language === 'zh' ? '还没有上传审计结果包。' : 'No result bundle has been sent yet.'),
    ).toBeVisible();
  }
});
