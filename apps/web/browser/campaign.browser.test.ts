import type { Page } from '@playwright/test';
import type { CampaignDashboard } from '@suanjian/contracts';
import { clausesToAnswer, commitmentOf } from '@suanjian/matters';
import { addDays, builtInCalendar, workingDayFrom, type CivilDate } from '@suanjian/rulebook';
import { extractText } from 'unpdf';
import { inspect } from './pages/inspect.ts';
import { hasSettled, widths } from './pages/look.ts';
import { filedBy, industryBody, moreCompanies, type Company } from './stack/companies.ts';
import { testInOwnWorld } from './stack/own-world.ts';
import type { Matter, World } from './stack/world.ts';
import { expect } from './test.ts';

const test = testInOwnWorld();

const preset = 'campaign-2022';
const seed = '7f1c-9a40-55de-0b21';
const words = {
  name: '示例浙江算法治理行动',
  goals: '重点看关闭选项和应备未备的服务。',
  why: '用户多、投诉集中，全部纳入。',
  whyUnfiled: '具有舆论属性，没有查到备案。',
  unregistered: '示例无名科技有限公司',
  service: '示例无名短视频',
  asked: '请重点核对关闭个性化的入口。',
  met: '对照条款逐项核对。',
  unmet: '旧版客户端的关闭入口在第四层菜单。',
  measure: '把入口移到设置首屏。',
  shown: '首屏可以看到关闭入口。',
  needless: '只供本公司员工使用。',
  holds: '看过页面，确实不对外。',
  results: '十家企业都已自查，发现一处入口过深。',
  difficulties: '小平台没有专人。',
  next: '纳入日常检查。',
  leftOpen: '一家没有登记，书面督促。',
} as const;

const workday = (from: CivilDate, days: number): CivilDate => workingDayFrom(builtInCalendar, addDays(from, days)).due;

const addressOf = ({ kind, id }: Matter): string => `/workspace/matters/${kind}/${id}`;

const both = async (page: Page, world: World, name: string, address: string): Promise<void> => {
  for (const language of ['zh', 'en'] as const) {
    await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
    await inspect(page, { name, language, address, written: world.written() });
  }
  await page.context().addCookies([{ name: 'language', value: 'zh', url: world.address }]);
  await page.setViewportSize(widths.desk);
  await page.goto(address);
  await hasSettled(page);
};

/** Everything that a self-inspection asks; one clause is not met where there is a day to put it right, and then it is not submitted yet. */
const answered = async (
  { give }: World,
  by: Company,
  matter: Matter,
  fixedBy: CivilDate | undefined,
): Promise<void> => {
  const company = await by.session();
  for (const clause of clausesToAnswer(preset))
    await give(
      company,
      matter,
      'answer',
      clause === 'final/17.1' && fixedBy !== undefined
        ? { clause, result: 'unmet', account: words.unmet, measure: words.measure, fixedBy }
        : { clause, result: 'met', account: words.met },
    );
  if (fixedBy === undefined) await give(company, matter, 'submit', { truthful: true });
};

test('the campaign of 2022 over ten companies, from its targets to the closing report', async ({
  pageOf,
  world,
  stack,
  watch,
}) => {
  test.setTimeout(240_000);
  const { people, open, give, today } = world;
  world.wrote(...Object.values(words), seed);
  const [reviewer, supervisor] = await Promise.all([people.reviewer.session(), people.supervisor.session()]);
  const companies = await moreCompanies(world, stack.token, 10);
  const [withFiling, without] = [companies.slice(0, 4), companies.slice(4)];
  const numbers: string[] = [];
  for (const [index, company] of withFiling.entries())
    numbers.push((await filedBy(world, company, `示例第${index + 1}号精选算法`)).number);

  const campaign = await open(reviewer, 'campaign', {
    preset,
    name: words.name,
    from: today,
    until: addDays(today, 200),
    sampleSize: 2,
    byGrade: false,
    commitment: commitmentOf(seed),
    goals: words.goals,
  });
  const dashboard = `/workspace/campaigns/${campaign.id}`;
  const shown = (): Promise<CampaignDashboard> => reviewer.get(`/api/campaigns/${campaign.id}`);
  const office = await pageOf(people.reviewer);

  await test.step('nobody is on the list; the office searches by what it knows and takes whom it finds, by keyboard', async () => {
    await both(office, world, 'campaign-empty', dashboard);
    await both(office, world, 'campaign-search', `${dashboard}/targets`);
    watch.expect(/404/);
    await both(office, world, 'campaign-absent', dashboard.replace(campaign.id, people.reviewer.organisation));
    await office.goto(addressOf(campaign));
    await office.getByRole('link', { name: '进展看板' }).click();
    await office.getByRole('link', { name: '查找对象' }).click();
    await office.getByLabel(/^名称/).fill('没有这个名字');
    await office.keyboard.press('Enter');
    await expect(office.getByText('没有查到符合全部条件的对象。')).toBeVisible();
    await office.getByLabel(/^名称/).fill('');
    await office.getByRole('checkbox', { name: '排序精选类' }).check();
    await office.getByLabel(/^地区/).fill('330000');
    await office.keyboard.press('Enter');
    const found = office.getByRole('region', { name: '查到的对象' });
    await expect(found.getByRole('checkbox')).toHaveCount(numbers.length + 1);
    await expect(found).toContainText('浙江省杭州市');
    const first = found.getByRole('checkbox', { name: new RegExp(withFiling[0]?.subject.name ?? '', 'u') });
    await first.focus();
    await office.keyboard.press('Space');
    await expect(first).not.toBeChecked();
    await office.keyboard.press('Space');
    await office.getByRole('button', { name: `把 ${numbers.length} 个对象加入名单` }).click();
    await expect(found.getByText('请写明理由。')).toBeVisible();
    await found.getByLabel('选择理由').fill(words.why);
    await office.keyboard.press('Tab');
    await office.keyboard.press('Enter');
    await expect(office).toHaveURL(new RegExp(`${dashboard}$`, 'u'));
    await expect(office.getByRole('row')).toHaveCount(numbers.length + 1);
  });

  await test.step('who has filed nothing is found as well, and who is not registered is named', async () => {
    await office.goto(`${dashboard}/targets`);
    await office.getByRole('radio', { name: '没有有效备案' }).check();
    await office.getByRole('button', { name: '查找', exact: true }).click();
    const found = office.getByRole('region', { name: '查到的对象' });
    // Six of the ten, and the company of everybody's world.
    await expect(found.getByRole('checkbox')).toHaveCount(without.length + 2);
    await found.getByRole('checkbox', { name: new RegExp(world.subject.name, 'u') }).uncheck();
    await found.getByLabel('选择理由').fill(words.whyUnfiled);
    await found.getByRole('button', { name: /加入名单/ }).click();
    await expect(office.getByRole('row')).toHaveCount(companies.length + 1);
    await give(reviewer, campaign, 'select-targets', {
      why: words.whyUnfiled,
      targets: [{ provider: words.unregistered, service: words.service }],
    });
    await give(supervisor, campaign, 'start');
  });

  const due = workday(today, 20);
  await test.step('all of them are asked in one act', async () => {
    await office.goto(dashboard);
    const ask = office.getByRole('region', { name: '一次发起全部自查' });
    await expect(ask).toContainText('将向 10 个对象发起自查，向 6 家应备案未备案的企业督促备案。');
    await both(office, world, 'campaign-ask', dashboard);
    await ask.getByLabel(/^完成日期/).fill(due);
    await ask.getByLabel(/^说明/).fill(words.asked);
    await ask.getByRole('button', { name: '全部发起' }).click();
    await expect(ask.getByRole('status')).toHaveText('已发起自查 10 件，督促备案 6 件。');
  });

  const rows = (await shown()).targets;
  const selfInspectionOf = (company: Company, number?: string): Matter => {
    const id = rows.find(({ key }) => key === (number ?? company.subject.name))?.selfInspection?.id;
    if (id === undefined) throw new RangeError(`${company.name} was not asked`);
    return { kind: 'self-inspection', id };
  };
  const fixedBy = workday(today, 60);
  await test.step('the companies answer, and see what is asked of them', async () => {
    const [first] = withFiling;
    const [sixth] = without;
    if (first === undefined || sixth === undefined) throw new RangeError('ten companies');
    const page = await pageOf(first);
    await both(page, world, 'self-inspection-asked', addressOf(selfInspectionOf(first, numbers[0])));
    for (const [index, company] of companies.entries()) {
      const matter = selfInspectionOf(company, numbers[index]);
      await answered(world, company, matter, index === 0 ? fixedBy : undefined);
      if (index === 0) {
        await page.goto(addressOf(matter));
        await expect(page.getByRole('region', { name: '要自查的条款' })).toContainText('已填写 15/15 条');
        await page.getByRole('button', { name: '提交自查' }).click();
        await page.getByRole('dialog').getByRole('radio', { name: '是' }).check();
        await page.getByRole('dialog').getByRole('button', { name: '提交自查' }).click();
        await expect(page.getByText('主管部门核对。')).toBeVisible();
      }
      if (index < 9) await give(reviewer, matter, 'accept');
    }
    const reminded = await pageOf(sixth);
    const { id = '' } = rows.find(({ key }) => key === sixth.subject.name)?.reminder ?? {};
    const reminder: Matter = { kind: 'filing-reminder', id };
    await reminded.goto('/workspace');
    await hasSettled(reminded);
    await expect(reminded.getByRole('main')).toContainText('督促备案');
    await both(reminded, world, 'filing-reminder-company', addressOf(reminder));
    await give(await sixth.session(), reminder, 'answer', { answer: 'not-needed', account: words.needless });
    await both(office, world, 'filing-reminder-office', addressOf(reminder));
    await give(reviewer, reminder, 'settle', { reason: words.holds });
    await both(office, world, 'self-inspection-office', addressOf(selfInspectionOf(first, numbers[0])));
  });

  await test.step('what was found is ordered to be rectified from the dashboard', async () => {
    await office.goto(dashboard);
    await office.getByRole('link', { name: '责令整改' }).click();
    await expect(office.getByRole('heading', { level: 1 })).toHaveText('责令限期整改');
    const order = await open(reviewer, 'rectification', {
      parent: selfInspectionOf(withFiling[0] as Company, numbers[0]).id,
      clauses: [{ clause: 'final/17.1' }],
      findings: words.unmet,
      measures: [{ what: words.measure, shownBy: words.shown }],
      by: fixedBy,
    });
    await give(supervisor, order, 'serve');
    await give(supervisor, campaign, 'draw', { seed });
    await office.goto(dashboard);
    await office.getByLabel('显示').selectOption({ label: '整改未办结的 (1)' });
    await expect(office.getByRole('row')).toHaveCount(2);
    await both(office, world, 'campaign-dashboard', dashboard);
  });

  await test.step('it is closed with its report, which is a PDF', async () => {
    const head = await pageOf(people.supervisor);
    await head.goto(addressOf(campaign));
    await head.getByRole('button', { name: '总结并结束' }).click();
    const window = head.getByRole('dialog');
    for (const [label, value] of [
      [/^成效/, words.results],
      [/^难点/, words.difficulties],
      [/^下一步/, words.next],
      [/^没有完成的自查/, words.leftOpen],
    ] as const)
      await window.getByLabel(label).fill(value);
    await window.getByRole('button', { name: '总结并结束' }).click();
    await expect(window).toHaveCount(0);
    await both(head, world, 'campaign-closed', addressOf(campaign));
    const file = await head.request.get(`/api/matters/campaign/${campaign.id}/document.pdf?lang=zh`);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const { text } = await extractText(new Uint8Array(await file.body()), { mergePages: true });
    const said = text.replaceAll(/\s+/g, '');
    for (const part of [words.results, words.leftOpen, words.why, seed, words.unregistered, ...numbers, '责令整改1'])
      expect(said, part).toContain(part.replaceAll(/\s+/g, ''));
  });
});

test('an industry body publishes a standard, and a company adopts it', async ({ pageOf, world, stack }) => {
  test.setTimeout(120_000);
  const { people, give, today } = world;
  const said = {
    mandate: '章程第三条。',
    called: '关闭选项',
    text: '关闭以后立即停止。',
    bound: '关闭后个性化展示为零',
  };
  const body = await industryBody(world, stack.token);
  world.wrote(...Object.values(said), 'TSJ-01');
  const page = await pageOf(body);
  await test.step('its workspace is empty, and it begins a list', async () => {
    await page.goto('/workspace');
    await expect(page).toHaveURL(/\/workspace\/matters$/u);
    await both(page, world, 'body-empty', '/workspace/matters');
    await both(page, world, 'body-begins', '/workspace/new/standard');
    await page.getByRole('radio', { name: '行业协会' }).check();
    await page.getByLabel(/^依据/).fill(said.mandate);
    await page.getByRole('button', { name: '开始' }).click();
    await expect(page).toHaveURL(/\/matters\/standard\//u);
  });
  const standard: Matter = { kind: 'standard', id: page.url().split('/').at(-1) ?? '' };
  await give(await body.session(), standard, 'publish', {
    code: 'TSJ-01',
    version: '1.0',
    called: said.called,
    from: today,
    pack: 'c'.repeat(64),
    words: said.text,
    thresholds: [{ check: 'opt-out-honoured', bound: said.bound }],
  });
  await both(page, world, 'standard-body', addressOf(standard));
  await both(await pageOf(people.reviewer), world, 'standard-office', addressOf(standard));
  const company = await pageOf(people.officer);
  await company.goto('/workspace/new/standard-adoption');
  await company.getByLabel(/^发布的组织/).fill(body.name);
  await company.getByLabel(/^标准代号/).fill('TSJ-01');
  await company.getByLabel(/^版本/).fill('1.0');
  await company.getByRole('button', { name: '开始' }).click();
  await expect(company).toHaveURL(/\/matters\/standard-adoption\//u);
  await both(company, world, 'adoption-company', new URL(company.url()).pathname);
});
