import { exampleAssessment, exampleSelfAssessment } from '@suanjian/matters';
import type { Caller, TestServer } from '../testing/test-server.ts';
import { casesBroughtOn } from './prepared-cases.ts';
import { expectDone } from './prepared-matter.ts';
import { seated } from './prepared-review.ts';
import { teamsBroughtOn } from './teams-brought-on.ts';

export interface Sides {
  readonly company: Caller;
  readonly province: Caller;
  readonly nation: Caller;
}

/** Brings matters of `oneOfEach` on, so that what is asked for later has been said as well. */
export const broughtOn = async (
  server: TestServer,
  matters: ReadonlyMap<string, string>,
  { company, province, nation }: Sides,
): Promise<void> => {
  const give: Give = async (by, kind, command, body = {}) => {
    await expectDone(by.post(`/api/matters/${kind}/${matters.get(kind)}/${command}`, body)).catch((error: unknown) => {
      throw new Error(`${kind}/${command}`, { cause: error });
    });
  };
  await give(company, 'revocation', 'state', { statement: '材料属实。' });
  await give(province, 'correction', 'dismiss', { reason: '核对无误。' });

  await give(company, 'incident', 'add-entry', { entry: { day: '2026-03-17', time: '09:10', words: '确认。' } });
  await give(company, 'incident', 'add-measure', { entry: { day: '2026-03-17', words: '回滚。' } });
  await give(company, 'incident', 'update', { update: { words: '已经恢复。' } });
  await give(company, 'incident', 'learn', { learned: { lessons: '增加演练。' } });
  await give(company, 'incident', 'record-assessment', {
    assessed: { assessedOn: '2026-03-18', assessedWhere: '回执。' },
  });
  await give(province, 'incident', 'write', { text: '请说明。' });
  await give(province, 'incident', 'note', { text: '再核对。' });
  await give(province, 'incident', 'ask-final-report', { reason: '需要全过程。' });
  await give(company, 'incident', 'report-finally', { report: { words: '最终情况。' } });
  await give(company, 'incident', 'close', { closing: { summary: '已经查清。' } });

  await give(company, 'disposal', 'add-items', { more: { items: [{ item: 'v-2' }] } });
  await give(company, 'disposal', 'stop', { stop: { on: '2026-03-17', at: '09:30' } });
  await give(company, 'disposal', 'measure', {
    measure: { action: 'delete', on: '2026-03-17', at: '09:40', note: '已删除。' },
  });
  await give(company, 'disposal', 'keep-records', { records: { kept: '档案一号。' } });
  await give(company, 'disposal', 'report', { report: { words: '已经停止传输。' } });
  await give(company, 'disposal', 'confirm', { confirmation: { way: 'statement', statement: '没有再展示。' } });

  await logsHandedOver(server, matters.get('log-request') ?? '', company, province, give);
  const { number } = (await company.get(`/api/matters/filing/${matters.get('filing')}`)).json<{ number: string }>();
  const request = { provider: number, basis: 'final/28.2', families: ['quote'], purpose: '核实投诉。' };
  const of = { by: 'user', ids: 'u-1', from: '2026-03-01', to: '2026-03-10', keepUntil: '2026-12-31' };
  await expectDone(province.post('/api/matters/log-request', { request: { ...request, ...of } }));
  await give(nation, 'filing', 'note', { text: '备注。' });
  for (const [template, form] of [
    ['self-assessment', exampleSelfAssessment],
    ['checklist-2024', exampleAssessment],
  ] as const)
    await expectDone(company.post('/api/matters/assessment', { about: { template }, form }));
  await reviewedAgain(server, matters.get('ethics-review') ?? '', company);
  await teamsBroughtOn(server, number, { company, province });
  await casesBroughtOn(server, matters, { company, province });
};

/** A review that begins anew, with an interest declared, something said, and conditions that are met. */
const reviewedAgain = async (server: TestServer, matter: string, company: Caller): Promise<void> => {
  const path = `/api/matters/ethics-review/${matter}`;
  const give = (by: Caller, command: string, body: unknown = {}) => expectDone(by.post(`${path}/${command}`, body));
  const committee = [
    server.colleague(company, 'editor'),
    server.colleague(company, 'viewer'),
    server.colleague(company, 'auditor'),
    server.colleague(company, 'administrator'),
  ] as const;
  const [chair, ...others] = committee;
  const accounts = await seated(server, committee);
  const fields = [['technology'], ['law'], ['minors'], ['workers']];
  const members = accounts.map((account, index) => ({ account, name: `委员${index + 1}`, fields: fields[index] }));
  await give(company, 'reopen-review', { reopening: { what: '换了目标。' } });
  await give(company, 'compose', { committee: { members, chair: accounts[0] } });
  await give(committee[3], 'declare', { declaration: { conflict: true, what: '模型是我设计的。' } });
  const sitting = [chair, ...others.slice(0, 2)];
  for (const member of sitting) await give(member, 'declare', { declaration: { conflict: false } });
  await give(chair, 'open-deliberation');
  for (const member of sitting) await give(member, 'speak', { statement: { statement: '需要条件。' } });
  for (const member of sitting) await give(member, 'vote', { vote: { choice: 'conditions', note: '先控制影响。' } });
  await give(chair, 'close-vote', {
    conclusion: {
      grounds: '有条件同意。',
      conditions: [{ condition: '不用停留时间。', responsible: '算法部', due: '2026-05-08' }],
    },
  });
  await give(company, 'fulfil', { condition: { condition: 1, done: '已经停用。' } });
  await give(chair, 'accept-fulfilment', { condition: { condition: 1 } });
};

type Give = (by: Caller, kind: string, command: string, body?: unknown) => Promise<void>;

const base64 = (bytes: number): string => Buffer.alloc(bytes, 7).toString('base64');

/** What `suanjian log holds` prints, as far as it is read. */
const statementOf = (matter: string): string =>
  JSON.stringify({
    format: 'suanjian-holds/1',
    // Well formed, and signed by a key that nobody has registered.
    checkpoint: `logs.example.cn/yunling\n9\n${base64(32)}\n\n— logs.example.cn/yunling ${base64(68)}\n`,
    key: 'logs.example.cn/yunling+00000000+AAAA',
    holds: [
      {
        state: 'in-force',
        hold: {
          id: 'h-1',
          scope: { from: '2026-03-01', to: '2026-03-10', families: ['quote'] },
          actor: '王',
          basis: 'final/28.2',
          matter,
          opened: 1_774_000_000_000,
        },
        leaf: {
          format: 'suanjian-log/1',
          kind: 'hold',
          hold: 'h-1',
          commitment: 'a'.repeat(64),
          time: 1_774_000_000_000,
        },
        leafIndex: 7,
        leafPath: ['b'.repeat(64)],
      },
    ],
  });

const logsHandedOver = async (
  server: TestServer,
  matter: string,
  company: Caller,
  province: Caller,
  give: Give,
): Promise<void> => {
  const fileHash = 'c'.repeat(64);
  await give(company, 'log-request', 'confirm-hold', { holding: { statement: statementOf(matter) } });
  await give(company, 'log-request', 'hand-over', {
    handover: {
      fileHash,
      rows: 12,
      leaf: 8,
      checkpoint: 'logs.example.cn/yunling',
      from: '2026-03-01',
      to: '2026-03-10',
      recipient: '某某',
      way: 'medium',
      access: '三号柜。',
    },
  });
  await give(province, 'log-request', 'receive', { receipt: { fileHash, destroyBy: '2026-05-08' } });
  await give(province, 'log-request', 'undertake', { undertaking: { given: true } });
  await give(province, 'log-request', 'state-destruction', {
    destruction: { on: '2026-03-18', how: '粉碎介质。', copies: true },
  });
  await give(server.colleague(province, 'reviewer'), 'log-request', 'confirm-destruction');
};
