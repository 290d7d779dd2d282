import type { Page } from '@playwright/test';
import { overflow, widths } from './pages/look.ts';
import { announced } from './stack/register-rows.ts';
import { expect, test } from './test.ts';

test.use({ viewport: widths.phone, hasTouch: true });

const fits = async (page: Page): Promise<void> => expect(await overflow(page), page.url()).toEqual([]);

test('on a phone: search, record, report', async ({ page }) => {
  await page.goto('/');
  await fits(page);
  await page.getByRole('searchbox').fill('晚风');
  await page.getByRole('search').getByRole('button', { name: '查找' }).tap();
  await expect(page).toHaveURL(/[?&]q=/);
  await fits(page);
  await page.getByRole('link', { name: '晚风阅读文章推荐算法' }).tap();
  await expect(page).toHaveURL(new RegExp(`/register/${announced.eveningWind}$`));
  await fits(page);
  const report = page.getByRole('region', { name: '报告这条信息有误' });
  await report.locator('summary').tap();
  await expect(report.getByRole('textbox', { name: '哪里不对' })).toBeVisible();
  await fits(page);
});

test('on a phone: a provider reads its deadlines and goes on with a form', async ({ pageOf, scene, world }) => {
  const page = await pageOf(world.people.officer, { viewport: widths.phone, hasTouch: true });
  await page.goto('/workspace');
  await fits(page);
  await page.getByRole('button', { name: '菜单' }).tap();
  await page.getByRole('navigation', { name: '工作台导航' }).getByRole('link', { name: '算法' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: '算法' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '工作台导航' })).toBeHidden();
  await fits(page);
  await page.goto(`/workspace/matters/filing/${scene.returned.id}/edit`);
  const steps = page.getByRole('navigation', { name: '步骤' }).getByRole('combobox');
  await steps.selectOption('6. 公示内容');
  await expect(page.getByLabel(/^公示：算法运行机制/)).toHaveAccessibleDescription(/没有说明编辑怎样复审。/);
  await fits(page);
  await steps.selectOption('8. 检查与提交');
  await expect(page.getByRole('checkbox', { name: /^我已核对全部内容/ })).toBeVisible();
  await fits(page);
});

test('on a phone: an office reviews by tabs', async ({ pageOf, scene, world }) => {
  const page = await pageOf(world.people.supervisor, { viewport: widths.phone, hasTouch: true });
  await page.goto('/workspace/queue');
  await fits(page);
  await page.getByRole('link', { name: '示例待审短片排序算法' }).tap();
  await page.getByRole('tab', { name: '前后矛盾' }).tap();
  await expect(page.getByRole('tabpanel', { name: '前后矛盾' })).toBeVisible();
  await fits(page);
  await page.getByRole('tab', { name: '办理记录' }).tap();
  await expect(page.getByRole('tabpanel', { name: '办理记录' })).toContainText('提交');
  await page.goto(`/workspace/matters/filing/${scene.filed.id}`);
  await expect(page.getByRole('region', { name: '办到哪一步' })).toContainText('已备案');
  await fits(page);
});
