import type { Caller, TestServer } from '../testing/test-server.ts';
import { expectDone, type MatterOfKind } from './prepared-matter.ts';
import { accountOf, seated } from './prepared-review.ts';

interface CasePeople {
  readonly one: Caller;
  readonly two: Caller;
  readonly chair: Caller;
  readonly head: Caller;
  readonly secondHead: Caller;
}

/** Officials whom the store knows, so that they can be named to a case. */
const people = async (server: TestServer, province: Caller): Promise<CasePeople> => {
  const found = {
    one: server.colleague(province, 'reviewer'),
    two: server.colleague(province, 'reviewer'),
    chair: server.colleague(province, 'reviewer'),
    head: server.colleague(province, 'supervisor'),
    secondHead: server.colleague(province, 'supervisor'),
  };
  await seated(server, Object.values(found));
  return found;
};

const clauses = [{ clause: 'final/17.1' }];
const act = { from: '2026-02-02', goesOn: false, until: '2026-03-10', graveHarm: false };
const penalty = {
  measures: ['warning', 'order-to-correct', 'suspend-updates', 'fine'],
  fine: 20_000,
  other: false,
  reasons: '关闭之后仍有个性化展示，情节严重。',
};

/** A case, brought to its notice. */
const noticed = async ({ one, two, head }: CasePeople, opening: Readonly<Record<string, unknown>>): Promise<string> => {
  const matter = await expectDone(
    one.post('/api/matters/violation-case', {
      source: 'complaint',
      clauses,
      ...act,
      facts: '关闭个性化推荐之后仍然使用用户标签。',
      ...opening,
    }),
  );
  const path = `/api/matters/violation-case/${matter}`;
  const officers = { first: accountOf(one), second: accountOf(two) };
  await expectDone(head.post(`${path}/establish`, { ...officers, reason: '符合立案条件。' }));
  await expectDone(
    one.post(`${path}/add-evidence`, {
      kind: 'electronic',
      what: '关闭之后的展示记录。',
      obtained: '企业移交。',
      lawful: true,
    }),
  );
  await expectDone(
    one.post(`${path}/conclude`, {
      facts: '关闭之后仍有个性化展示。',
      clauses,
      ...act,
      refusal: true,
      refusalShown: '通知之后没有改正。',
      gravity: true,
      gravityShown: '涉及全部用户。',
      corrected: false,
      complex: false,
      publicInterest: false,
      proposal: '罚款。',
    }),
  );
  await expectDone(two.post(`${path}/countersign`));
  await expectDone(head.post(`${path}/notify`, penalty));
  return matter;
};

export const order = {
  clauses,
  findings: '关闭个性化推荐之后仍然按用户标签推荐。',
  measures: [{ what: '关闭之后不再使用用户标签。', shownBy: '关闭后个性化展示为零。', check: 'opt-out-honoured' }],
  by: '2026-04-15',
};

/** An order that was served, and a case whose notice was given: each where both sides see it. */
export const casesOf = async (
  server: TestServer,
  province: Caller,
  filing: string,
): Promise<readonly MatterOfKind[]> => {
  const found = await people(server, province);
  const rectification = await expectDone(found.one.post('/api/matters/rectification', { ...order, parent: filing }));
  await expectDone(found.head.post(`/api/matters/rectification/${rectification}/serve`));
  return [
    ['rectification', rectification],
    ['violation-case', await noticed(found, { parent: filing })],
  ];
};

/** Both brought on to where everything that is asked for later has been said as well; the days pass meanwhile. */
export const casesBroughtOn = async (
  server: TestServer,
  matters: ReadonlyMap<string, string>,
  { company, province }: { readonly company: Caller; readonly province: Caller },
): Promise<void> => {
  const rectification = `/api/matters/rectification/${matters.get('rectification')}`;
  await expectDone(company.post(`${rectification}/ask-extension`, { until: '2026-05-08', why: '需要发版。' }));
  await expectDone(
    company.post(`${rectification}/answer`, {
      measures: [{ measure: 1, done: true, doneOn: '2026-03-18', words: '已经修复。' }],
    }),
  );

  const found = await people(server, province);
  const { one, chair, head, secondHead } = found;
  const matter = await noticed(found, { parent: matters.get('filing') });
  const give = (by: Caller, command: string, body: unknown = {}) =>
    expectDone(by.post(`/api/matters/violation-case/${matter}/${command}`, body));
  await give(company, 'defend', { words: '只影响部分用户。' });
  await give(one, 'weigh', { adopted: 'part', words: '影响范围属实。' });
  await give(company, 'request-hearing');
  await give(one, 'schedule-hearing', {
    day: '2026-04-15',
    time: '09:30',
    place: '三楼会议室',
    chair: accountOf(chair),
    open: true,
  });
  await give(one, 'announce-hearing');
  const before = server.now;
  server.now = '2026-04-15T04:00:00.000Z';
  await give(chair, 'hold-hearing', {
    on: '2026-04-15',
    attended: true,
    words: '双方已经质证。',
    signed: false,
    whyUnsigned: '当事人拒绝签字，记录在案。',
  });
  await give(chair, 'review-legally', { passed: true, words: '事实清楚，程序合法。' });
  await give(secondHead, 'agree');
  await give(head, 'decide', { ...penalty, comply: '十五日内缴至指定银行。', remedies: '六十日内申请复议。' });
  await give(one, 'serve', { way: 'in-person', on: '2026-04-15' });
  await give(company, 'ask-deferral', { why: '资金周转困难。' });
  server.now = before;
};
