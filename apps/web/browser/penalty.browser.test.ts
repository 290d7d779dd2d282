import type { Locator, Page } from '@playwright/test';
import { matterDefinitions, type FormDefinition, type FormValues } from '@suanjian/matters';
import { addDays, addWorkingDays, builtInCalendar, daysBetween, workingDayFrom } from '@suanjian/rulebook';
import { fillField } from './fill.ts';
import { inspect } from './pages/inspect.ts';
import { signIn, type Caller } from './stack/caller.ts';
import { testInOwnWorld } from './stack/own-world.ts';
import type { Person } from './stack/people.ts';
import type { Matter } from './stack/world.ts';
import { expect } from './test.ts';

const test = testInOwnWorld();

const words = {
  algorithm: '示例处罚推荐算法',
  facts: '关闭个性化推荐之后仍按用户标签推荐。',
  pricing: '同物同时对不同用户报价不同。',
  evidence: '结果包和后台配置。',
  obtained: '企业报送，已经验签。',
  refused: '责令改正到期之后没有改正。',
  proposal: '罚款并责令暂停信息更新。',
  reasons: '责令改正之后仍不改正，关闭之后仍有个性化展示。',
  because: '符合立案条件。',
  further: '补充认定拒不改正。',
  statement: '只影响旧版客户端。',
  weighed: '影响范围属实，不影响认定。',
  place: '三楼会议室',
  record: '双方已经质证和申辩。',
  opinion: '事实清楚，程序合法。',
  comply: '十五日内缴至指定银行。',
  remedies: '六十日内申请复议，六个月内起诉。',
  mistaken: '对示例云帆短片有限公司罚款二千元，责令暂停信息更新。',
  published: '对示例云帆短片有限公司罚款二万元，责令暂停信息更新。',
  correction: '罚款金额误写，更正为二万元。',
  withdrawal: '复议机关变更了罚款，原决定不再公开。',
  society: '涉及全部用户，社会影响较大。',
  law: '示例价格条例',
  article: '第四条第一款',
} as const;

const pathOf = ({ kind, id }: Matter): string => `/workspace/matters/${kind}/${id}`;
const definition = matterDefinitions.find(({ kind }) => kind === 'violation-case');

/** What a command asks for; nothing where it is only confirmed. */
const fieldsOf = (command: string): FormDefinition['fields'] => {
  const asks = definition?.commands[command]?.asks;
  return typeof asks === 'object' ? asks.form.fields : {};
};

const fill = async (scope: Locator, command: string, values: FormValues): Promise<void> => {
  const fields = fieldsOf(command);
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (field === undefined) throw new RangeError(`no field ${name}`);
    await fillField(scope, field, value);
  }
};

/** The window of a command, with these values written into it. */
const windowOf = async (page: Page, command: string, values: FormValues, reason?: string) => {
  const title = definition?.commands[command]?.title.zh ?? '';
  await page.getByRole('button', { name: title, exact: true }).first().click();
  const window = page.getByRole('dialog');
  await fill(window, command, values);
  if (reason !== undefined) await window.getByLabel(/^理由/).fill(reason);
  return {
    window,
    send: () => window.getByRole('button', { name: title }).click(),
    isDone: () => expect(page.getByRole('dialog')).toHaveCount(0),
  };
};

const clauses = [{ clause: 'final/17.1' }];
const pricing = [{ clause: 'final/21' }];
const sanctions = ['order-to-correct', 'suspend-updates', 'fine'] as const;

test('a fine on its basis, a hearing, and a decision that is published, corrected and withdrawn', async ({
  page,
  pageOf,
  world,
  stack,
  watch,
}) => {
  test.setTimeout(240_000);
  const { people, give, open, today, address } = world;
  world.wrote(...Object.values(words));
  const act = { from: addDays(today, -40), goesOn: false, until: addDays(today, -10), graveHarm: false };
  const [one, two, chair] = await Promise.all([
    people.reviewer.session(),
    people.supervisor.session(),
    people.nationReviewer.session(),
  ]);
  const filing = await world.filed(words.algorithm);
  const found = (more: object) => ({
    facts: words.facts,
    clauses,
    ...act,
    refusal: false,
    gravity: false,
    corrected: false,
    complex: false,
    publicInterest: false,
    proposal: words.proposal,
    ...more,
  });
  /** A case that both of its officers have concluded. */
  const concluded = async (more: object): Promise<Matter> => {
    const { clauses: suspected } = { clauses, ...more };
    const lead = { parent: filing.id, source: 'filing', clauses: suspected, ...act, facts: words.facts };
    const matter = await open(one, 'violation-case', lead);
    await give(two, matter, 'establish', {
      first: people.reviewer.account,
      second: people.supervisor.account,
      reason: words.because,
    });
    const evidence = { kind: 'electronic', what: words.evidence, obtained: words.obtained, lawful: true };
    await give(one, matter, 'add-evidence', evidence);
    await give(one, matter, 'conclude', found(more));
    await give(two, matter, 'countersign');
    return matter;
  };
  // Refusals are answers that a browser complains about.
  watch.expect(/422/);
  const head = await pageOf(people.nationAdministrator);
  const penalty = { measures: sanctions, fine: 20_000, other: false, reasons: words.reasons };

  await test.step('no fine for a clause that leaves it to other laws, unless one is cited, and never above its bound', async () => {
    const unbased = await concluded({ clauses: pricing, facts: words.pricing });
    await head.goto(pathOf(unbased));
    const { window, send, isDone } = await windowOf(head, 'notify', {
      ...penalty,
      measures: ['order-to-correct', 'fine'],
    });
    await send();
    await expect(window.getByText(/没有设处罚，罚款须写明所依据的其他法律/).first()).toBeVisible();
    await fill(window, 'notify', {
      other: true,
      otherLaw: words.law,
      otherArticle: words.article,
      otherRank: 'administrative-regulation',
      otherLeast: 10_000,
      otherMost: 15_000,
    });
    await send();
    await expect(window.getByText(/罚款最高 15,000 元/).first()).toBeVisible();
    await fill(window, 'notify', { fine: 12_000 });
    await send();
    await isDone();
    await expect(head.getByText('已告知，听取意见').first()).toBeVisible();
  });

  const matter = await concluded({});
  await test.step('no fine without its trigger', async () => {
    await head.goto(pathOf(matter));
    const { window, send } = await windowOf(head, 'notify', penalty);
    await send();
    await expect(window.getByText(/罚款只在.*才能适用，本案没有认定/).first()).toBeVisible();
  });
  await give(two, matter, 'reopen', { reason: words.further });
  await give(one, matter, 'conclude', found({ refusal: true, refusalShown: words.refused }));
  await give(two, matter, 'countersign');

  await test.step('within its bound it is noticed; the company defends itself and asks for a hearing', async () => {
    await head.goto(pathOf(matter));
    const { window, send, isDone } = await windowOf(head, 'notify', { ...penalty, fine: 100_001 });
    await send();
    await expect(window.getByText(/罚款最高 100,000 元/).first()).toBeVisible();
    await fill(window, 'notify', { fine: 20_000 });
    await send();
    await isDone();
    const provider = await pageOf(people.officer);
    await provider.goto(pathOf(matter));
    const defence = await windowOf(provider, 'defend', { words: words.statement });
    await defence.send();
    await defence.isDone();
    const asked = await windowOf(provider, 'request-hearing', {});
    await asked.send();
    await asked.isDone();
    await provider.close();
  });
  await give(one, matter, 'weigh', { adopted: 'none', words: words.weighed });

  const day = workingDayFrom(builtInCalendar, addWorkingDays(builtInCalendar, today, 8).due).due;
  const arrangement = { day, time: '09:30', place: words.place, chair: people.nationReviewer.account, open: true };
  await give(chair, matter, 'schedule-hearing', arrangement);
  await give(chair, matter, 'announce-hearing');
  // An open page notices that its session is over.
  watch.expect(/401/);
  await stack.live(daysBetween(today, day));
  /** Sessions do not outlive the night. */
  const anew = ({ email, password }: Person): Promise<Caller> => signIn(address, { email, password });
  const enter = (into: Page, { cookies }: Caller): Promise<void> =>
    into.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })));
  const [investigator, reviewing, deciding] = await Promise.all([
    anew(people.reviewer),
    anew(people.nationReviewer),
    anew(people.nationAdministrator),
  ]);
  await enter(head, deciding);

  await test.step('the hearing is held by somebody who did not investigate', async () => {
    const presiding = await pageOf(people.nationReviewer);
    await enter(presiding, reviewing);
    await presiding.goto(pathOf(matter));
    const held = { on: day, attended: true, words: words.record, signed: true };
    const { send, isDone } = await windowOf(presiding, 'hold-hearing', held);
    await send();
    await isDone();
    await expect(presiding.getByText('听证已举行').first()).toBeVisible();
    await presiding.close();
  });
  await give(reviewing, matter, 'review-legally', { passed: true, words: words.opinion });

  await test.step('nothing harsher after the defence; as noticed it is decided', async () => {
    await head.goto(pathOf(matter));
    const decision = { ...penalty, comply: words.comply, remedies: words.remedies };
    const { window, send, isDone } = await windowOf(head, 'decide', { ...decision, fine: 30_000 });
    await send();
    await expect(window.getByText(/不能比告知的更重（罚款）/).first()).toBeVisible();
    await fill(window, 'decide', { fine: 20_000 });
    await send();
    await isDone();
    await expect(head.getByText('已决定，待送达').first()).toBeVisible();
  });
  await give(investigator, matter, 'serve', { way: 'in-person', on: day });

  /** What anybody reads at the decision's own address, as soon as the page is made anew. */
  const publicly = (parts: readonly string[], without: string) =>
    expect
      .poll(
        async () => {
          await page.goto(`/decisions/${matter.id}`);
          const read = await page.getByRole('main').innerText();
          return [...parts.filter((part) => !read.includes(part)), ...(read.includes(without) ? [without] : [])];
        },
        { timeout: 20_000 },
      )
      .toEqual([]);
  await test.step('published, and corrected with an explanation that anybody reads', async () => {
    await head.goto(pathOf(matter));
    const publishing = await windowOf(head, 'publish', { words: words.mistaken, checked: true }, words.society);
    await publishing.send();
    await publishing.isDone();
    await publicly([words.mistaken], words.reasons);
    const correcting = await windowOf(head, 'correct-publication', {
      words: words.published,
      checked: true,
      explanation: words.correction,
    });
    await correcting.send();
    await correcting.isDone();
    await publicly([words.published, words.correction], words.mistaken);
  });

  await test.step('changed by a review, it is withdrawn in time with an explanation', async () => {
    await give(investigator, matter, 'note-review', { kind: 'reconsideration', on: day });
    await give(investigator, matter, 'end-review', { outcome: 'changed', on: day, fine: 10_000 });
    await head.goto(pathOf(matter));
    await expect(head.getByText('撤回公开的决定').first()).toBeVisible();
    const withdrawing = await windowOf(head, 'withdraw-publication', { words: words.withdrawal });
    await withdrawing.send();
    await withdrawing.isDone();
    const { clocks } = await deciding.get<{
      readonly clocks: readonly { readonly name: string; readonly standing: string }[];
    }>(`/api/matters/violation-case/${matter.id}`);
    expect(clocks.find(({ name }) => name === 'toWithdraw')?.standing).toBe('met');
    await publicly([words.withdrawal], words.published);
  });

  for (const language of ['en', 'zh'] as const) {
    await head.context().addCookies([{ name: 'language', value: language, url: address }]);
    await inspect(head, { name: 'case-withdrawn', language, address: pathOf(matter), written: world.written() });
  }
});
