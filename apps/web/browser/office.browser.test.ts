import { codeAt } from './stack/authenticator.ts';
import { expect, test } from './test.ts';

test('a supervisor signs in, sees what is due first, and hands it out', async ({ page, world, watch }) => {
  // A wrong password, on purpose.
  watch.expect(/status of 401 .*\/sign-in\)$/);
  const { people } = world;
  const first = await world.submitted('示例夜航短片排序算法');
  const second = await world.submitted('示例晨光短片排序算法');
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '邮箱' }).fill(people.supervisor.email);
  await page.getByLabel('密码').fill('not this one, sorry');
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('邮箱或密码不对');
  await page.getByLabel('密码').fill(people.supervisor.password);
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();

  await test.step('the queue is ordered by due date, and can be narrowed by address', async () => {
    await expect(page.getByRole('link', { name: '示例晨光短片排序算法' })).toBeVisible();
    const due = await page
      .getByRole('main')
      .locator('tbody time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(due.length).toBeGreaterThan(1);
    expect(due).toEqual(due.toSorted());
    await page.getByRole('searchbox').fill('夜航');
    await page.getByRole('button', { name: '查找' }).click();
    await expect(page).toHaveURL(/[?&]q=/);
    await expect(page.getByRole('link', { name: '示例晨光短片排序算法' })).toHaveCount(0);
    await page.getByRole('button', { name: '清除条件' }).click();
    await expect(page.getByRole('link', { name: '示例晨光短片排序算法' })).toBeVisible();
  });

  await test.step('two at once', async () => {
    for (const title of ['示例夜航短片排序算法', '示例晨光短片排序算法'])
      await page.getByRole('checkbox', { name: `选择：${title}` }).check();
    await page.getByRole('combobox', { name: '分配给' }).selectOption({ label: people.reviewer.name });
    await page.getByRole('button', { name: '分配', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: '已分配 2 项。' })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: '示例夜航短片排序算法' })).toContainText(people.reviewer.name);
    const reviewer = await people.reviewer.session();
    for (const { id } of [first, second])
      expect(await reviewer.get(`/api/matters/filing/${id}`)).toMatchObject({ assignee: people.reviewer.account });
  });
});

test('a reviewer judges with the keyboard; sealed values leave a trace that the provider sees', async ({
  pageOf,
  world,
}) => {
  const { people } = world;
  const title = '示例灯塔短片排序算法';
  const matter = await world.submitted(title);
  const page = await pageOf(people.reviewer);
  const address = `/workspace/matters/filing/${matter.id}`;
  await page.goto(address);
  const form = page.getByRole('region', { name: '申报内容' });
  await expect(form).toContainText('保密，已隐藏');

  await test.step('? shows the keys, Escape closes, Alt leads to the panels', async () => {
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: '快捷键' });
    await expect(keys).toContainText('Alt + 2');
    await page.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('region', { name: '前后矛盾' })).toBeFocused();
    await page.keyboard.press('Alt+5');
    await expect(page.getByRole('group', { name: '办理', exact: true })).toBeFocused();
    await page.keyboard.press('Alt+1');
    await expect(form).toBeFocused();
  });

  await test.step('sealed values are shown on demand, and the reading is kept', async () => {
    await page.getByRole('button', { name: '显示保密内容' }).click();
    await expect(page.getByText('保密内容已显示，本次查看已记录')).toBeVisible();
    await expect(form).toContainText('灰度对照两周，投诉率不升。');
    await expect(form).toContainText('个人信息，已隐藏');
    const provider = await pageOf(people.officer);
    await provider.goto(`${address}/readings`);
    const row = provider.getByRole('row').filter({ hasText: '算法性能' }).filter({ hasText: '示例浙江算法办' });
    await expect(row).toHaveCount(1);
    await expect(
      provider.getByRole('row').filter({ hasText: '算法安全负责人电话' }).filter({ hasText: '示例浙江算法办' }),
    ).toHaveCount(0);
  });

  await test.step('a return names fields, each with its reason', async () => {
    await form.getByRole('checkbox', { name: '需要补正：公示：算法运行机制' }).check();
    await form.getByRole('textbox', { name: '为什么要补正：公示：算法运行机制' }).fill('没有说明编辑怎样复审。');
    await page.getByRole('group', { name: '办理', exact: true }).getByRole('button', { name: '退回补正' }).click();
    const decision = page.getByRole('dialog', { name: '退回补正' });
    await expect(decision.getByRole('textbox', { name: '为什么要补正：公示：算法运行机制' })).toHaveValue(
      '没有说明编辑怎样复审。',
    );
    await decision.getByRole('button', { name: '退回补正' }).click();
    await expect(decision).toContainText('请写明理由。');
    await decision.getByRole('textbox', { name: /^理由/ }).fill('公示内容有一处不完整。');
    await decision.getByRole('button', { name: '退回补正' }).click();
    await expect(decision).toHaveCount(0);
    await expect(page.getByRole('region', { name: '办到哪一步' })).toContainText('退回补正');
    const provider = await (await people.officer.session()).get(`/api/matters/filing/${matter.id}`);
    expect(provider).toMatchObject({
      status: 'returned',
      state: { returned: { fields: [{ pointer: '/form/disclosureMechanism', reason: '没有说明编辑怎样复审。' }] } },
    });
  });

  await test.step('resubmitted, the province forwards it and the nation files it', async () => {
    const officer = await people.officer.session();
    await world.give(officer, matter, 'save', {
      form: { disclosureMechanism: '机器初选，两名编辑复审，取前二十条。' },
    });
    await world.give(officer, matter, 'submit', { declaration: true });
    await page.reload();
    await expect(page.getByRole('region', { name: '与上一版的差别' })).toContainText('公示：算法运行机制');
    await page
      .getByRole('group', { name: '办理', exact: true })
      .getByRole('button', { name: '通过并报送国家级审核' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '通过并报送国家级审核' }).click();
    await expect(page.getByRole('region', { name: '办到哪一步' })).toContainText('国家级审核中');

    const nation = await pageOf(people.nationReviewer);
    await nation.goto('/workspace/queue');
    await nation.getByRole('link', { name: title }).click();
    await nation.getByRole('group', { name: '办理', exact: true }).getByRole('button', { name: '准予备案' }).click();
    await nation.getByRole('dialog').getByRole('button', { name: '准予备案' }).click();
    await expect(nation.getByRole('region', { name: '办到哪一步' })).toContainText('已备案');
    await nation.getByRole('link', { name: '公示页' }).click();
    await expect(nation.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  await test.step('its own punctuality is told, to everybody', async () => {
    await page.goto('/workspace/punctuality');
    await expect(
      page.getByRole('row').filter({ hasText: '浙江' }).filter({ hasText: '答复备案的期限' }),
    ).not.toHaveCount(0);
    await page.goto('/punctuality');
    await expect(
      page.getByRole('row').filter({ hasText: '浙江' }).filter({ hasText: '答复备案的期限' }),
    ).not.toHaveCount(0);
  });
});

test('grading is explained while it is answered, and kept', async ({ pageOf, world }) => {
  const matter = await world.submitted('示例分级短片排序算法');
  const page = await pageOf(world.people.reviewer);
  await page.goto(`/workspace/matters/filing/${matter.id}`);
  const grading = page.getByRole('region', { name: '分级' });
  await expect(grading).toContainText('还没有评定等级。');
  for (const select of await grading.getByRole('combobox').all()) await select.selectOption({ index: 1 });
  await grading.getByRole('button', { name: '评定' }).click();
  await expect(grading).not.toContainText('还没有评定等级。');
  await page.reload();
  await expect(grading).not.toContainText('还没有评定等级。');
  await expect(grading.getByRole('definition').first()).toBeVisible();
});

test('a second factor is set up and asked for', async ({ page, world, watch }) => {
  // A wrong code, on purpose.
  watch.expect(/status of 401 .*\/sign-in\/second-factor\)$/);
  const { email, password } = world.people.guarded;
  const signIn = async (): Promise<void> => {
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: '邮箱' }).fill(email);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
  };
  await signIn();
  await page.getByRole('link', { name: '账户安全' }).click();
  const section = page.getByRole('region', { name: '两步验证' });
  await section.getByLabel('先输入密码确认').fill(password);
  await section.getByRole('button', { name: '开启' }).click();
  const uri = await section.getByText(/^otpauth:/).textContent();
  expect(uri).toContain('secret=');
  await expect(section.getByRole('status')).toContainText('恢复码');
  const now = Date.now();
  await section.getByLabel('六位数字').fill(codeAt(uri ?? '', now));
  await section.getByRole('button', { name: '确定' }).click();
  await expect(section).toContainText('两步验证已开启');
  await page.getByRole('button', { name: '退出登录' }).click();
  await signIn();
  await expect(page.getByRole('heading', { level: 1, name: '输入验证码' })).toBeVisible();
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByRole('alert')).toContainText('验证码不对');
  // One period on: a code is good once, and those of the neighbouring periods are taken too.
  await page.getByLabel('验证码').fill(codeAt(uri ?? '', now + 30_000));
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();
});
