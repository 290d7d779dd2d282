import { addDays, builtInCalendar, workingDayFrom, type CivilDate } from '@suanjian/rulebook';
import { inspect } from './pages/inspect.ts';
import { hasSettled } from './pages/look.ts';
import { signedBundle, verificationKey } from './stack/bundle.ts';
import type { Matter } from './stack/world.ts';
import { expect, test } from './test.ts';

const seed = 31;
const clauses = [{ clause: 'final/17.1' }];
const words = {
  facts: '关闭个性化推荐之后仍按用户标签推荐。',
  measure: '关闭之后不再使用用户标签。',
  shown: '关闭后的展示没有个性化。',
  done: '已经修复并上线。',
  evidence: '结果包里的关闭核查。',
  obtained: '企业报送，已经验签。',
  gravity: '涉及全部用户，持续一个月。',
  proposal: '警告并责令改正。',
  reasons: '关闭之后仍有个性化展示。',
  because: '符合立案条件。',
  statement: '只影响一部分用户。',
} as const;

/** What an audit of one month found about opting out. */
const bundleOf = (filing: string, month: string, verdict: 'pass' | 'fail', treeSize: number): string =>
  signedBundle(seed, {
    filing,
    month,
    treeSize,
    results: [
      {
        id: 'opt-out-honoured',
        title: { zh: '关闭推荐后不再个性化', en: 'Opting out is honoured' },
        clause: 'final/17.1',
        verdict,
        estimate: verdict === 'pass' ? 0 : 0.0023,
        interval: verdict === 'pass' ? [0, 0.0004] : [0.0017, 0.0031],
      },
    ],
  });

const pathOf = ({ kind, id }: Matter): string => `/workspace/matters/${kind}/${id}`;

test('a leak: an order with a date, the same check on later days, and the file of it', async ({
  pageOf,
  world,
  watch,
}) => {
  test.setTimeout(240_000);
  const { people, give, open } = world;
  const [reviewer, supervisor, company] = await Promise.all([
    people.reviewer.session(),
    people.supervisor.session(),
    people.officer.session(),
  ]);
  const algorithm = '示例整改推荐算法';
  const filing = await world.filed(algorithm);
  world.wrote(...Object.values(words));

  const office = await pageOf(people.reviewer);
  const provider = await pageOf(people.officer);
  await test.step('the company registers its key and sends what its audits found', async () => {
    await provider.goto(`/workspace/matters/filing/${filing.id}/audits`);
    const keys = provider.getByRole('region', { name: '验证公钥' });
    await keys.getByLabel('新的验证公钥').fill(verificationKey(seed));
    await keys.getByRole('button', { name: '登记' }).click();
    await expect(keys.getByText(verificationKey(seed))).toBeVisible();
    const upload = provider.getByRole('region', { name: '上传结果包' });
    for (const note of [
      bundleOf(filing.number, '2026-02', 'fail', 5000),
      bundleOf(filing.number, '2026-05', 'pass', 9000),
    ]) {
      await upload.getByLabel('或粘贴全文').fill(note);
      await upload.getByRole('button', { name: '上传' }).click();
      await expect(upload.getByRole('status')).toContainText('已接收结果包');
      await hasSettled(provider);
    }
  });

  const due: CivilDate = workingDayFrom(builtInCalendar, addDays(world.today, 20)).due;
  const order = await open(reviewer, 'rectification', {
    parent: filing.id,
    clauses,
    findings: words.facts,
    measures: [{ what: words.measure, shownBy: words.shown, check: 'opt-out-honoured' }],
    by: due,
  });
  await give(supervisor, order, 'serve');
  await give(company, order, 'answer', {
    measures: [{ measure: 1, done: true, doneOn: '2026-04-01', words: words.done }],
  });

  // Bundles of other stories' algorithms may stand beside.
  const verify = async (month: string): Promise<void> => {
    await office.goto(pathOf(order));
    await office.getByRole('button', { name: '用检查核实', exact: true }).first().click();
    const window = office.getByRole('dialog');
    await window.getByLabel(/第几项措施/).fill('1');
    await window.getByRole('radio', { name: new RegExp(`关闭推荐.*${month}.*${algorithm}`, 'u') }).check();
    await window.getByRole('button', { name: '用检查核实' }).click();
  };

  await test.step('data from before the fix prove nothing; the same check on later days closes it', async () => {
    watch.expect(/422/);
    await verify('2026年2月1日');
    await expect(office.getByRole('dialog')).toContainText('整改在 2026-04-01 才完成');
    await verify('2026年5月1日');
    await expect(office.getByRole('dialog')).toHaveCount(0);
    await office.getByRole('button', { name: '整改完成', exact: true }).first().click();
    await office.getByRole('dialog').getByRole('button', { name: '整改完成' }).click();
    await expect(office.getByText('每一项措施都已核实').first()).toBeVisible();
  });

  await test.step('both sides read it, and it is one file', async () => {
    for (const [side, page] of [
      ['office', office],
      ['company', provider],
    ] as const)
      for (const language of ['zh', 'en'] as const) {
        await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
        await inspect(page, {
          name: `rectification-${side}`,
          language,
          address: pathOf(order),
          written: world.written(),
        });
      }
    const file = await office.request.get(`/api/matters/rectification/${order.id}/document.pdf`);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  });
});

test('a case, read by the office and by the company', async ({ pageOf, world, watch }) => {
  test.setTimeout(240_000);
  const { people, give, open } = world;
  const [one, head, other, company] = await Promise.all([
    people.nationReviewer.session(),
    people.nationAdministrator.session(),
    people.supervisor.session(),
    people.officer.session(),
  ]);
  const filing = await world.filed('示例案件推荐算法');
  world.wrote(...Object.values(words));
  const act = { from: '2026-02-02', goesOn: false, until: '2026-03-10', graveHarm: false };
  const offence = await open(one, 'violation-case', {
    parent: filing.id,
    source: 'monitoring',
    clauses,
    ...act,
    facts: words.facts,
  });
  const office = await pageOf(people.supervisor);
  const provider = await pageOf(people.officer);
  const both = async (page: typeof office, name: string): Promise<void> => {
    for (const language of ['zh', 'en'] as const) {
      await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
      await inspect(page, { name, language, address: pathOf(offence), written: world.written() });
    }
  };
  expect((await provider.request.get(`/api/matters/violation-case/${offence.id}`)).status()).toBe(404);

  await give(head, offence, 'establish', {
    first: people.nationReviewer.account,
    second: people.nationAdministrator.account,
    reason: words.because,
  });
  await give(one, offence, 'add-evidence', {
    kind: 'electronic',
    what: words.evidence,
    obtained: words.obtained,
    lawful: true,
  });
  await give(one, offence, 'conclude', {
    facts: words.facts,
    clauses,
    ...act,
    refusal: false,
    gravity: true,
    gravityShown: words.gravity,
    corrected: false,
    complex: false,
    publicInterest: false,
    proposal: words.proposal,
  });
  await give(head, offence, 'countersign');
  await both(office, 'case-concluded');

  await test.step('a fine over the bound is refused where it is typed, with the bound', async () => {
    await office.context().addCookies([{ name: 'language', value: 'zh', url: world.address }]);
    await office.goto(pathOf(offence));
    await office.getByRole('button', { name: '告知拟处罚', exact: true }).first().click();
    const window = office.getByRole('dialog');
    for (const measure of ['责令限期改正', '责令暂停信息更新', '罚款'])
      await window.getByRole('checkbox', { name: measure, exact: true }).check();
    watch.expect(/422/);
    await window.getByLabel(/罚款金额/).fill('100001');
    await window
      .getByRole('group', { name: /依据其他法律/ })
      .getByRole('radio', { name: '否' })
      .check();
    await window.getByLabel(/事实、理由和依据/).fill(words.reasons);
    await window.getByRole('button', { name: '告知拟处罚' }).click();
    await expect(window.getByText(/罚款最高 100,000 元/).first()).toBeVisible();
    await window.getByLabel(/罚款金额/).fill('20000');
    await window.getByRole('button', { name: '告知拟处罚' }).click();
    await expect(office.getByText('已告知，听取意见').first()).toBeVisible();
  });

  await give(company, offence, 'defend', { words: words.statement });
  await both(office, 'case-notified');
  await both(provider, 'case-notified-company');
  await give(other, offence, 'note', { text: words.because });
});
