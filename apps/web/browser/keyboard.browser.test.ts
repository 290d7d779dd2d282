import type { Locator, Page } from '@playwright/test';
import { isSaved } from './fill.ts';
import { expect, test } from './test.ts';

const mostSteps = 80;

/** Goes on by Tab until it stands there, as somebody without a mouse would. */
const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluateAll((found) => found.some((each) => each === document.activeElement))) return;
  }
  throw new Error(`Tab never came to ${wanted.toString()}`);
};

test('a search, and the way to a record, need no mouse', async ({ page }) => {
  await page.goto('/register');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('晚风阅读文章');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]q=/);
  await tabTo(page, page.getByRole('link', { name: '晚风阅读文章推荐算法' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('晚风阅读文章推荐算法');
});

test('signing in and writing a filing need no mouse', async ({ page, world }) => {
  const { email, password } = world.people.editor;
  const title = '只用键盘写的算法';
  world.wrote(title);
  await page.goto('/sign-in?next=/workspace/new-filing');
  await tabTo(page, page.getByRole('textbox', { name: '邮箱' }));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('密码'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '新建算法备案' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '开始' }));
  await page.keyboard.press('Enter');

  const basic = page.getByRole('main').getByRole('region', { name: '基本信息', exact: true });
  await expect(basic).toBeVisible();
  const kinds = basic.getByRole('group', { name: /^算法类型/ });
  await tabTo(page, kinds.getByRole('radio'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(kinds.getByRole('radio', { checked: true })).toBeFocused();
  const name = basic.getByLabel(/^算法名称/);
  await tabTo(page, name);
  await page.keyboard.type(title);
  await tabTo(page, basic.getByRole('checkbox').first());
  await page.keyboard.press('Space');
  await expect(basic.getByRole('checkbox').first()).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: '下一步' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('region', { name: '算法情况', exact: true })).toBeVisible();
  await isSaved(page);
  await page.reload();
  await page.goBack();
  await expect(name).toHaveValue(title);
});

test('a decision opens, keeps the focus, and gives it back', async ({ pageOf, world }) => {
  const matter = await world.submitted('示例键盘短片排序算法');
  const page = await pageOf(world.people.reviewer);
  await page.goto(`/workspace/matters/filing/${matter.id}`);
  const button = page.getByRole('group', { name: '办理', exact: true }).getByRole('button', { name: '退回补正' });
  await button.focus();
  await page.keyboard.press('Enter');
  const decision = page.getByRole('dialog', { name: '退回补正' });
  await expect(decision).toBeVisible();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    await expect(decision.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(decision).toHaveCount(0);
  await expect(button).toBeFocused();
});
