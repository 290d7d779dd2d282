import { extractText } from 'unpdf';
import type { Page } from '@playwright/test';
import { addDays, builtInCalendar, workingDayFrom } from '@suanjian/rulebook';
import { inspect } from './pages/inspect.ts';
import { hasSettled } from './pages/look.ts';
import { signedBundle, verificationKey } from './stack/bundle.ts';
import { operator, signIn, type Caller } from './stack/caller.ts';
import { dailyLog, type DailyLog } from './stack/decision-log.ts';
import { testInOwnWorld } from './stack/own-world.ts';
import type { Person } from './stack/people.ts';
import type { Matter } from './stack/world.ts';
import { expect } from './test.ts';

const test = testInOwnWorld().extend<{ readonly log: DailyLog }>({
  // oxlint-disable-next-line no-empty-pattern
  log: async ({}, use) => {
    const log = await dailyLog();
    await use(log);
    await log.remove();
  },
});

const check = 'opt-out-honoured';
const seed = 47;
/** As many days as the indicator wants to have seen, and a few. */
const pastDays = 45;
const clauses = [{ clause: 'final/17.1' }];
const words = {
  algorithm: '示例泄漏推荐算法',
  ordered: '关闭个性化推荐之后不再使用用户标签。',
  shown: '关闭后的展示没有个性化。',
  done: '修复了没有读取开关的页面。',
  facts: '关闭之后仍有个性化展示，已经改正。',
  proposal: '警告。',
  reasons: '关闭之后仍有个性化展示，检查和预警都已记录。',
  comply: '警告，不需缴款。',
  remedies: '六十日内申请复议，六个月内起诉。',
  why: '符合立案条件。',
  live: '回看过去没有误报。',
} as const;

const pathOf = ({ kind, id }: Matter): string => `/workspace/matters/${kind}/${id}`;

/** A day on which the switch was honoured. */
const quietDay = (filing: string, day: string, treeSize: number): string =>
  signedBundle(seed, {
    filing,
    day,
    treeSize,
    results: [
      {
        id: check,
        title: { zh: '关闭后立即停止', en: 'Opt-out honoured' },
        clause: 'final/17.1',
        verdict: 'pass',
        scale: 'count',
        estimate: 0,
      },
    ],
  });

const said = async (content: Buffer): Promise<string> =>
  (await extractText(new Uint8Array(content), { mergePages: true })).text.replaceAll(/[\s\u200b]/gu, '');

test('a leak in a log, from the warning to the closed case and its file', async ({
  pageOf,
  world,
  stack,
  log,
  watch,
}) => {
  test.setTimeout(240_000);
  const { people, give, open, today, address } = world;
  world.wrote(...Object.values(words));
  const sysop = operator(stack.address, stack.token);
  /** Sessions do not outlive the night. */
  const anew = ({ email, password }: Person): Promise<Caller> => signIn(address, { email, password });
  const enter = (page: Page, { cookies }: Caller): Promise<void> =>
    page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })));

  const filing = await world.filed(words.algorithm);
  await test.step('days without a leak, and an indicator that watches', async () => {
    const [company, nation] = [await people.officer.session(), await people.nationAdministrator.session()];
    await company.post('/api/audits/keys', { vkey: verificationKey(seed) });
    for (let back = pastDays; back > 1; back -= 1)
      await company.post('/api/audits/bundles', {
        note: quietDay(filing.number, addDays(today, -back), pastDays - back + 1),
      });
    await sysop.post('/api/administration/monitoring/run', {});
    for (const step of ['replay', 'live'])
      await nation.post(`/api/monitoring/indicators/opt-out-leak/1/${step}`, { reason: words.live });
  });

  const provider = await pageOf(people.officer);
  const office = await pageOf(people.reviewer);
  const upload = async (note: string): Promise<void> => {
    await provider.goto(`/workspace/matters/filing/${filing.id}/audits`);
    const region = provider.getByRole('region', { name: '上传结果包' });
    await region.getByLabel('或粘贴全文').fill(note);
    await region.getByRole('button', { name: '上传' }).click();
    await expect(region.getByRole('status')).toContainText('已接收结果包');
  };

  await test.step('then the log leaks; the company sends what its audit says', async () => {
    const leaky = { day: addDays(today, -1), rows: 20_000, plant: 'opt-out-leak=0.6' };
    const { note, key } = await log.audited(leaky, filing.number, check);
    expect(note).toContain('"verdict":"fail"');
    await (await people.officer.session()).post('/api/audits/keys', { vkey: key });
    await upload(note);
  });

  // An open page notices that its session is over.
  watch.expect(/401/);
  await stack.live(1);
  let company = await anew(people.officer);
  let reviewer = await anew(people.reviewer);
  await enter(provider, company);
  await enter(office, reviewer);

  await sysop.post('/api/administration/monitoring/run', {});

  let matter: Matter = { kind: 'violation-case', id: '' };
  await test.step('a warning, and a case that is opened from it', async () => {
    await office.goto('/workspace/monitoring');
    await office
      .getByRole('link', { name: /关闭后仍个性化的比例/ })
      .first()
      .click();
    await office.getByRole('link', { name: /登记违法线索/ }).click();
    await office.waitForURL(/\/workspace\/new\/violation-case/);
    await hasSettled(office);
    await office
      .getByRole('group', { name: /仍在继续/ })
      .getByRole('radio', { name: '是' })
      .check();
    await office
      .getByRole('group', { name: /危害生命健康/ })
      .getByRole('radio', { name: '否' })
      .check();
    await office.getByRole('main').locator('button[type=submit]').click();
    await office.waitForURL(/\/matters\/violation-case\/[\w-]+$/);
    matter = { kind: 'violation-case', id: office.url().split('/').at(-1) ?? '' };
    await expect(office.getByText('线索').first()).toBeVisible();
  });

  const head = await anew(people.supervisor);
  await give(head, matter, 'establish', {
    first: people.reviewer.account,
    second: people.supervisor.account,
    reason: words.why,
  });
  const due = workingDayFrom(builtInCalendar, addDays(today, 20)).due;
  const order = await open(reviewer, 'rectification', {
    parent: matter.id,
    clauses,
    findings: words.facts,
    measures: [{ what: words.ordered, shownBy: words.shown, check }],
    by: due,
  });
  await give(head, order, 'serve');
  await give(company, order, 'answer', {
    measures: [{ measure: 1, done: true, doneOn: addDays(today, 1), words: words.done }],
  });

  await stack.live(3);
  company = await anew(people.officer);
  reviewer = await anew(people.reviewer);
  await enter(provider, company);
  await enter(office, reviewer);
  const [second, decider] = [await anew(people.supervisor), await anew(people.nationAdministrator)];

  await test.step('a log without the leak, and the same check verifies the order', async () => {
    const clean = { day: addDays(today, 2), rows: 30_000, ahead: 3 };
    const { note } = await log.audited(clean, filing.number, check);
    expect(note).toContain('"verdict":"pass"');
    await upload(note);
    await office.goto(pathOf(order));
    await office.getByRole('button', { name: '用检查核实', exact: true }).first().click();
    const window = office.getByRole('dialog');
    await window.getByLabel(/第几项措施/).fill('1');
    await window
      .getByRole('radio', { name: /关闭后立即停止/ })
      .first()
      .check();
    await window.getByRole('button', { name: '用检查核实' }).click();
    await expect(office.getByRole('dialog')).toHaveCount(0);
    await office.getByRole('button', { name: '整改完成', exact: true }).first().click();
    await office.getByRole('dialog').getByRole('button', { name: '整改完成' }).click();
    await expect(office.getByText('每一项措施都已核实').first()).toBeVisible();
  });

  await test.step('the case is concluded, decided, carried out and closed', async () => {
    await give(reviewer, matter, 'conclude', {
      facts: words.facts,
      clauses,
      from: addDays(today, -1),
      goesOn: false,
      until: addDays(today, 1),
      graveHarm: false,
      refusal: false,
      gravity: false,
      corrected: true,
      complex: false,
      publicInterest: false,
      proposal: words.proposal,
    });
    await give(second, matter, 'countersign');
    const penalty = { measures: ['warning'], other: false, reasons: words.reasons };
    await give(decider, matter, 'notify', penalty);
    await give(company, matter, 'waive');
    await give(decider, matter, 'decide', { ...penalty, comply: words.comply, remedies: words.remedies });
    await give(reviewer, matter, 'serve', { way: 'in-person', on: addDays(today, 3) });
    await give(reviewer, matter, 'record-execution', { measure: 'warning', on: addDays(today, 3) });
    await give(decider, matter, 'close');
  });

  await test.step('it reads like a case file, and is one', async () => {
    for (const language of ['en', 'zh'] as const) {
      await office.context().addCookies([{ name: 'language', value: language, url: address }]);
      await inspect(office, { name: 'case-closed', language, address: pathOf(matter), written: world.written() });
    }
    const file = await office.request.get(`/api/matters/violation-case/${matter.id}/document.pdf?lang=zh`);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const text = await said(await file.body());
    for (const part of [
      '违法案件案卷',
      '已结案',
      '预警',
      `${check}:fail`,
      '登记线索',
      '立案',
      '调查结论',
      '拟处罚告知',
      '处罚决定',
      words.reasons,
      '附件1：限期整改案卷',
      words.ordered,
      words.done,
      `${check}:pass`,
      '整改完成',
      due,
      '送达决定',
      '结案',
    ])
      expect.soft(text, part).toContain(part.replaceAll(/\s/gu, ''));
  });
});
