import type { Caller, TestServer } from '../testing/test-server.ts';
import { expectDone } from './prepared-matter.ts';
import { accountOf } from './prepared-review.ts';
import { approvedInspection, officials, startedAssessment, type PreparedTeam } from './prepared-teams.ts';

type Give = (by: Caller, command: string, body?: unknown) => Promise<string>;

const giver =
  (kind: string, matter: string): Give =>
  (by, command, body = {}) =>
    expectDone(by.post(`/api/matters/${kind}/${matter}/${command}`, body)).catch((error: unknown) => {
      throw new Error(`${kind}/${command}`, { cause: error });
    });

/** Somebody who is named and turns out to have a tie there. */
const withConflict = async (
  server: TestServer,
  { planner }: PreparedTeam,
  province: Caller,
  give: Give,
): Promise<void> => {
  const { inspector: tied } = await officials(server, province);
  await give(planner, 'name-members', { people: [{ account: accountOf(tied), name: '检查员丙' }] });
  await give(tied, 'undertake', { given: true });
  await give(tied, 'declare-interests', { conflict: true, what: '亲属在那里工作。' });
};

/** Gives the record of an inspection to the company. */
const recorded = async ({ planner, deputy, inspector }: PreparedTeam, give: Give): Promise<void> => {
  const identity = { certificate: '粤A-1001', toWhom: '值班的人', capacity: '经理', shown: true };
  await give(inspector, 'show-identity', identity);
  await give(deputy, 'begin', identity);
  await give(inspector, 'check', { clause: 'final/17.1', result: 'partly', seen: '当场操作。' });
  const finding = { clause: 'final/17.1', what: '仍按标签排序。', from: '2026-03-01', gravity: 'ordinary' };
  await give(inspector, 'find', { ...finding, evidence: 'document', document: '配置截图。' });
  await give(inspector, 'find', { ...finding, evidence: 'statement', said: '经理说没有改。' });
  await give(inspector, 'draw-record', { summary: '核对推荐服务。', signBy: '2026-03-27' });
  await give(planner, 'countersign-record');
};

/** Two inspections from plan to end, one signed and one not, and an assessment by the office. */
export const teamsBroughtOn = async (
  server: TestServer,
  number: string,
  { company, province }: { readonly company: Caller; readonly province: Caller },
): Promise<void> => {
  const team = await officials(server, province);
  const began = server.now;
  const plan = { way: 'on-the-spot', tellOn: undefined };
  const signed = await approvedInspection(team, number, plan);
  const unsigned = await approvedInspection(team, number, plan);
  const assessment = giver('official-assessment', await startedAssessment(team, number));
  await withConflict(server, team, province, assessment);
  server.now = '2026-03-20T02:00:00.000Z';
  const give = giver('inspection', signed);
  await withConflict(server, team, province, give);
  await recorded(team, give);
  await give(company, 'state-view', { statement: '只影响旧版。' });
  await give(company, 'sign-record', { signer: '负责人', capacity: '负责人', accepts: false, objection: '有出入。' });
  await give(team.deputy, 'report', { conclusion: '须改正。', outcome: 'rectification' });
  await give(team.planner, 'close');
  const other = giver('inspection', unsigned);
  await recorded(team, other);
  const witnesses = [
    { name: '赵例', of: '物业' },
    { name: '钱例', of: '街道' },
  ];
  await other(team.inspector, 'record-refusal', { kind: 'refused', note: '当面表示不签。', witnesses });
  await assessed(team, company, assessment);
  server.now = began;
};

const assessed = async ({ planner, deputy, inspector }: PreparedTeam, company: Caller, give: Give): Promise<void> => {
  for (let point = 1; point <= 8; point += 1)
    await give(inspector, 'answer', {
      question: `point${point}`,
      answer: point === 1 ? 'partly' : 'met',
      account: '核对。',
    });
  await give(inspector, 'add-evidence', { about: 'point1', kind: 'document', takenOn: '2026-03-17', note: '截图。' });
  for (const kind of ['abuse', 'holes', 'malicious-use', 'content'])
    await give(inspector, 'score-risk', {
      kind,
      present: true,
      description: '可能影响读者。',
      likelihood: '3',
      effect: '3',
      measures: '监测。',
      remainingLikelihood: '2',
      remainingEffect: '2',
      post: '算法岗',
    });
  await give(inspector, 'score-risk', { kind: 'data', present: false, whyAbsent: '不用个人信息。' });
  await give(inspector, 'conclude', {
    outcome: 'with-conditions',
    summary: '限期补上。',
    grade: 'II',
    gradeWhy: '影响面大。',
    stateBy: '2026-03-27',
  });
  await give(deputy, 'countersign');
  await give(company, 'state-view', { statement: '已经着手。' });
  await give(planner, 'close', { answer: '已经考虑。', outcome: 'rectification' });
};
