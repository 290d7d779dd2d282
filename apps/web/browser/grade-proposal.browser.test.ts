import type { Locator, Page } from '@playwright/test';
import { matterDefinitions, questionsFor } from '@suanjian/matters';
import { addDays, builtInCalendar, gradingScheme, workingDayFrom } from '@suanjian/rulebook';
import { fieldOf } from './fill.ts';
import { inspect } from './pages/inspect.ts';
import { accessibilityFaults, hasSettled, overflow, picture, widths } from './pages/look.ts';
import type { Matter, World } from './stack/world.ts';
import { expect, test } from './test.ts';

const words = {
  algorithm: '示例待评级短片排序算法',
  because: '投诉集中，需要核实。',
  checked: '当场操作并核对配置。',
  risk: '可能影响部分用户。',
  measures: '监测、复核，超过阈值自动停用。',
  post: '排序算法负责人',
  member: '钱示例',
  deputy: '赵示例',
  certificate: '浙示例-2001',
  otherCertificate: '国示例-2002',
  summary: '一项部分做到，建议限期补上。',
  gradeWhy: '影响面比备案时大，建议从严。',
  view: '已经着手补上，影响面没有变大。',
  answer: '已经考虑，结论不变。',
  reason: '评估查明影响面变大，按建议从严管理。',
} as const;

const mostSteps = 150;

/** Goes on by Tab until one of these has the focus. */
const reach = async (page: Page, wanted: Locator): Promise<void> => {
  for (let step = 0; step < mostSteps; step += 1) {
    if (await wanted.evaluateAll((found) => found.some((each) => each === document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${wanted.toString()}`);
};

const press = async (page: Page, wanted: Locator, key = 'Enter'): Promise<void> => {
  await reach(page, wanted);
  await page.keyboard.press(key);
};

const write = async (page: Page, wanted: Locator, said: string): Promise<void> => {
  await reach(page, wanted);
  await page.keyboard.insertText(said);
};

/** Takes one of a row of choices: into the row by Tab, along it by the arrows. */
const choose = async (page: Page, group: Locator, name: string): Promise<void> => {
  await reach(page, group.getByRole('radio'));
  await page.keyboard.press('Space');
  const wanted = group.getByRole('radio', { name, exact: true });
  for (let step = 0; step < 5 && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
};

const pathOf = ({ kind, id }: Matter): string => `/workspace/matters/${kind}/${id}`;

const read = async (page: Page, world: World, matter: Matter, language: 'zh' | 'en'): Promise<void> => {
  await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
  await page.goto(pathOf(matter));
  await hasSettled(page);
};

const decide = async (page: Page, name: string): Promise<Locator> => {
  await press(page, page.getByRole('group', { name: '办理', exact: true }).getByRole('button', { name, exact: true }));
  const window = page.getByRole('dialog', { name, exact: true });
  await expect(window).toBeVisible();
  return window;
};

/** The page in both languages, and on a phone the grading, which stands behind a tab there. */
const lookedAt = async (page: Page, world: World, name: string, matter: Matter): Promise<void> => {
  for (const language of ['en', 'zh'] as const) {
    await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
    await inspect(page, { name, language, address: pathOf(matter), written: world.written() });
    await page.setViewportSize(widths.phone);
    await page.getByRole('tab', { name: language === 'zh' ? '分级' : 'Grading' }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
    expect.soft(await overflow(page), `${name}, ${language}, tab of the grading: overflow`).toEqual([]);
    await picture(page, `${name}-tab`, language, 'phone');
    if (language === 'en')
      expect.soft(await accessibilityFaults(page), `${name}, tab of the grading: accessibility`).toEqual([]);
    await page.setViewportSize(widths.desk);
  }
};

/** An assessment of a filing by a team of two, ready to be concluded by the reviewer. */
const assessing = async (world: World, number: string): Promise<Matter> => {
  const { people, give, open, today } = world;
  const [head, deputy, reviewer] = await Promise.all([
    people.supervisor.session(),
    people.nationAdministrator.session(),
    people.reviewer.session(),
  ]);
  const about = {
    template: 'checklist-2024',
    algorithmName: words.algorithm,
    techniques: ['ranking-selection'],
    role: 'provider',
    setsPrices: false,
    version: '1.0',
    versionSince: addDays(today, -60),
    periodFrom: addDays(today, -40),
    periodUntil: addDays(today, -10),
  };
  const matter = await open(head, 'official-assessment', {
    provider: number,
    ...about,
    basis: 'final/28.1',
    why: words.because,
    given: true,
    free: true,
  });
  await give(head, matter, 'name-members', {
    people: [
      { account: people.nationAdministrator.account, name: words.deputy, certificate: words.otherCertificate },
      { account: people.reviewer.account, name: words.member, certificate: words.certificate },
    ],
  });
  for (const by of [deputy, reviewer]) {
    await give(by, matter, 'undertake', { given: true });
    await give(by, matter, 'declare-interests', { conflict: false });
  }
  await give(deputy, matter, 'start');
  for (const [index, { id: question }] of questionsFor(about).entries())
    await give(reviewer, matter, 'answer', {
      question,
      answer: index === 0 ? 'partly' : 'met',
      account: words.checked,
    });
  for (const kind of ['abuse', 'holes', 'malicious-use', 'content', 'data'])
    await give(reviewer, matter, 'score-risk', {
      kind,
      present: true,
      description: words.risk,
      likelihood: '3',
      effect: '4',
      measures: words.measures,
      remainingLikelihood: '2',
      remainingEffect: '3',
      post: words.post,
    });
  return matter;
};

test('a grade that an assessment proposes, from its conclusion to the answer, by keyboard', async ({
  pageOf,
  world,
}) => {
  test.setTimeout(240_000);
  const { people, give, today } = world;
  world.wrote(...Object.values(words));
  const filing = await world.filed(words.algorithm);
  const assessment = await assessing(world, filing.number);
  const [deputy, head, reviewer] = await Promise.all([
    people.nationAdministrator.session(),
    people.supervisor.session(),
    people.reviewer.session(),
  ]);
  const office = await pageOf(people.supervisor);
  const grading = office.getByRole('region', { name: '分级', exact: true });
  const proposed = office.getByRole('region', { name: '等级建议', exact: true });

  await test.step('nothing is graded and nothing proposed', async () => {
    await read(office, world, filing, 'zh');
    await expect(grading).toContainText('还没有评定等级');
    await expect(proposed).toHaveCount(0);
    await picture(office, 'grade-none', 'zh', 'desk');
  });
  const lowest = Object.fromEntries(gradingScheme.factors.map(({ id, levels }) => [id, levels[0]?.id]));
  await give(reviewer, filing, 'grade', { answers: lowest });

  await test.step('a member concludes and proposes a grade', async () => {
    const member = await pageOf(people.reviewer);
    await read(member, world, assessment, 'zh');
    const window = await decide(member, '作出结论');
    const asked = matterDefinitions.find((each) => each.kind === 'official-assessment')?.commands['conclude']?.asks;
    if (typeof asked !== 'object') throw new RangeError('nothing is asked');
    const field = (name: string): Locator => {
      const definition = asked.form.fields[name];
      if (definition === undefined) throw new RangeError(`no field ${name}`);
      return fieldOf(window, definition);
    };
    await choose(member, window.getByRole('group', { name: /^评估结论/ }), '有条件通过，按计划整改');
    await write(member, field('summary'), words.summary);
    await choose(member, window.getByRole('group', { name: /^建议等级/ }), '二级');
    await write(member, field('gradeWhy'), words.gradeWhy);
    await picture(member, 'grade-conclude', 'zh', 'desk');
    await reach(member, field('stateBy'));
    // How a date is typed is the browser's own affair.
    await field('stateBy').fill(workingDayFrom(builtInCalendar, addDays(today, 10)).due);
    await press(member, window.getByRole('button', { name: '作出结论' }));
    await expect(window).toHaveCount(0);
  });
  await give(deputy, assessment, 'countersign');

  await test.step('the company reads it with its reasons, and states its view', async () => {
    const company = await pageOf(people.officer);
    for (const language of ['en', 'zh'] as const) {
      await company.context().addCookies([{ name: 'language', value: language, url: world.address }]);
      const at = { name: 'grade-company', language, address: pathOf(assessment), written: world.written() };
      await inspect(company, at);
    }
    await company.setViewportSize(widths.desk);
    const main = company.getByRole('main');
    await press(company, main.getByRole('button', { name: '显示保密内容' }));
    await expect(main).toContainText(words.gradeWhy);
    await expect(main).toContainText('二级');
    await press(company, main.getByRole('button', { name: '陈述意见', exact: true }));
    const window = company.getByRole('dialog', { name: '陈述意见' });
    await write(company, window.getByLabel(/^意见/), words.view);
    await press(company, window.getByRole('button', { name: '陈述意见' }));
    await expect(window).toHaveCount(0);
    await read(company, world, filing, 'zh');
    await expect(main).not.toContainText(words.gradeWhy);
  });
  await give(head, assessment, 'close', { answer: words.answer, outcome: 'rectification' });

  await test.step('the office that handles the filing finds the proposal', async () => {
    await lookedAt(office, world, 'grade-proposed', filing);
    await read(office, world, filing, 'zh');
    await expect(proposed).toContainText('二级');
    await expect(proposed).toContainText('等待答复');
    await expect(grading.getByText('三级').first()).toBeVisible();
  });

  await test.step('no answer without its reason', async () => {
    const window = await decide(office, '答复等级建议');
    await press(office, window.getByRole('button', { name: '答复等级建议' }));
    await expect(window.getByLabel(/^理由/)).toBeVisible();
    await picture(office, 'grade-answer-missing', 'zh', 'desk');
    await expect(window.getByText('请写明理由。')).toBeVisible();
    expect(await accessibilityFaults(office)).toEqual([]);
    await choose(office, window.getByRole('group', { name: /^按建议调整/ }), '是');
    await write(office, window.getByLabel(/^理由/), words.reason);
    await press(office, window.getByRole('button', { name: '答复等级建议' }));
    await expect(window).toHaveCount(0);
  });

  await test.step('it is adopted, and both are kept', async () => {
    await expect(proposed).toContainText('已采纳');
    await expect(proposed).toContainText(words.reason);
    await expect(office.getByRole('button', { name: '答复等级建议' })).toHaveCount(0);
    await lookedAt(office, world, 'grade-adopted', filing);
    const company = await pageOf(people.officer);
    await read(company, world, filing, 'zh');
    const main = company.getByRole('main');
    await expect(main).toContainText('等级：二级');
    await expect(main).toContainText(words.reason);
    await expect(main).not.toContainText('等级建议');
  });
});
