import type { Page } from '@playwright/test';
import { addDays, daysBetween, type CivilDate } from '@suanjian/rulebook';
import { accessibilityFaults, hasSettled, overflow, picture, untranslated, widths } from './pages/look.ts';
import type { Caller } from './stack/caller.ts';
import { anew, fiftyMatters, moreReviewers } from './stack/office-desk.ts';
import { testInOwnWorld } from './stack/own-world.ts';
import type { World } from './stack/world.ts';
import { expect } from './test.ts';

const test = testInOwnWorld();

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly assignee?: string;
  readonly due?: { readonly on: CivilDate };
}

const words = { why: '按熟悉的领域分工。', note: '已电话联系。', answer: '公示内容有一处不完整。' } as const;

const desk = async (by: Caller): Promise<readonly Item[]> =>
  (await by.get<{ readonly items: readonly Item[] }>('/api/matters?desk=province&open=true&sort=due&size=200')).items;

const enter = ({ address }: World, page: Page, { cookies }: Caller): Promise<void> =>
  page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })));

/** The page as it stands, with what was chosen on it: in Chinese at a desk, in English on a phone. */
const good = async (page: Page, name: string): Promise<void> => {
  for (const width of ['desk', 'phone'] as const) {
    await page.setViewportSize(widths[width]);
    expect.soft(await overflow(page), `${name}, ${width}: overflow`).toEqual([]);
    expect.soft(await accessibilityFaults(page), `${name}, ${width}: accessibility`).toEqual([]);
    await picture(page, name, 'zh', width);
  }
  await page.setViewportSize(widths.desk);
};

test('a day in the office: fifty matters, handed out at once, one late, and the next morning tells', async ({
  pageOf,
  world,
  stack,
  watch,
}) => {
  test.setTimeout(120_000);
  const { people, give, today } = world;
  world.wrote(...Object.values(words));
  const colleagues = await moreReviewers(world, stack.token);
  const waiting = await fiftyMatters(world);
  const atFirst = await desk(await people.reviewer.session());
  expect(atFirst).toHaveLength(50);
  expect(new Set(atFirst.map(({ kind }) => kind)).size).toBe(9);

  const due = atFirst.find(({ kind }) => kind === 'filing')?.due?.on ?? today;
  const page = await pageOf(people.supervisor);
  // An open page notices that its session is over.
  watch.expect(/401/);
  await stack.live(daysBetween(today, due));
  const [reviewer, supervisor] = [await anew(world, people.reviewer), await anew(world, people.supervisor)];
  await enter(world, page, supervisor);
  await page.goto('/workspace/queue');
  await hasSettled(page);
  const boxes = page.getByRole('checkbox', { name: /^选择：/ });
  await expect(boxes).toHaveCount(50);
  const assign = page.getByRole('button', { name: '分配', exact: true });
  const said = page.getByRole('status').filter({ hasText: '已分配' });

  await test.step('ten by keyboard to one', async () => {
    await boxes.first().focus();
    for (let row = 1; row < 10; row += 1) await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('已选 10 项')).toBeVisible();
    await page.getByRole('combobox', { name: '分配给' }).selectOption({ label: people.reviewer.name });
    await assign.press('Enter');
    await expect(said).toContainText('已分配 10 项。');
    await expect(said).toBeFocused();
    const given = (await desk(supervisor)).filter(({ assignee }) => assignee === people.reviewer.account);
    expect(given).toHaveLength(10);
  });

  const three = [people.reviewer, ...colleagues];
  const moved = (await desk(supervisor)).find(({ kind, assignee }) => kind === 'complaint' && assignee === undefined);
  if (moved === undefined) throw new RangeError('no complaint waits');

  await test.step('all of them evenly among three; one that changed meanwhile is told and left', async () => {
    watch.expect(/412/);
    await boxes.first().focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByText('已选 50 项')).toBeVisible();
    await page.getByRole('combobox', { name: '分配给' }).selectOption({ label: '平均分给几个人' });
    await expect(assign).toBeDisabled();
    for (const { name } of three) await page.getByRole('checkbox', { name, exact: true }).check();
    await page.getByRole('textbox', { name: /^理由/ }).fill(words.why);
    await good(page, 'office-day-chosen');
    await give(reviewer, moved, 'note', { text: words.note });
    await assign.click();
    await expect(said).toContainText('已分配 49 项。', { timeout: 20_000 });
    await expect(said).toContainText('1 项在此期间有变化，没有分配');
    await expect(said).toContainText(moved.title);
    await good(page, 'office-day-changed');
    const now = await desk(supervisor);
    const loads = three.map(({ account }) => now.filter(({ assignee }) => assignee === account).length);
    expect(loads.reduce((sum, load) => sum + load)).toBe(49);
    expect(Math.max(...loads)).toBe(17);
    await expect(page.getByText('已选 1 项')).toBeVisible();
    await page.getByRole('combobox', { name: '分配给' }).selectOption({ label: people.reviewer.name });
    await assign.click();
    await expect(said).toContainText('已分配 1 项。');
    const one = now.find(({ assignee }) => assignee === colleagues[0]?.account);
    const history = await reviewer.get<{
      readonly timeline: readonly { readonly type: string; readonly reason?: string }[];
    }>(`/api/matters/${one?.kind}/${one?.id}`);
    expect(history.timeline.findLast(({ type }) => type === 'assigned')?.reason).toBe(words.why);
  });

  const [late, ...inTime] = waiting;
  if (late === undefined) throw new RangeError('no filing waits');
  await test.step('all are answered on their last day but one', async () => {
    const fields = [{ pointer: '/form/disclosureMechanism', reason: words.answer }];
    for (const filing of inTime) await give(reviewer, filing, 'return', { fields, reason: words.answer });
    await page.goto('/workspace/punctuality');
    const row = page.getByRole('row').filter({ hasText: '浙江' }).filter({ hasText: '答复备案的期限' });
    await expect(row.getByRole('cell')).toContainText(['答复备案的期限', '35', '0', '100%', '1', '0']);
  });

  await test.step('the next morning', async () => {
    await stack.live(daysBetween(today, addDays(due, 1)));
    const awake = await anew(world, people.supervisor);
    await enter(world, page, awake);
    await expect.poll(() => page.request.get('/api/notices').then((told) => told.text())).toContain(late.id);
    await page.goto('/workspace/queue');
    await expect(page.getByRole('row').nth(1)).toContainText('示例第5号短片排序算法');
    for (const [address, figure] of [
      ['/workspace/punctuality', /100%\s*0\s*1\s*$/],
      ['/punctuality', '97.2%'],
      ['/en/punctuality', '97.2%'],
    ] as const) {
      await page.goto(address);
      await hasSettled(page);
      const row = page
        .getByRole('row')
        .filter({ hasText: /浙江|Zhejiang/ })
        .filter({ hasText: /答复备案的期限|filing/i })
        .first();
      await expect(row).toContainText(figure);
    }
    expect(await untranslated(page, world.written())).toEqual([]);
    await good(page, 'office-day-punctuality');
  });
});
