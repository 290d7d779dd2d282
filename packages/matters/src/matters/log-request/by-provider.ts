import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { LeafJudgement } from '../../engine/lookups.ts';
import { providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { askingAt } from '../common/asking-at.ts';
import { missingInPart, numberIn, partOf, partRefusals, wordsIn } from '../common/part.ts';
import { handoverForm, holdingForm } from './form.ts';
import { periodIn, periodRefusals, within, type Period } from './scope.ts';
import type { LogRequestEvent, LogRequestState } from './state.ts';
import { confirmedHold, notProved } from './statement.ts';

const m = matterOf<LogRequestState, LogRequestEvent>();

const outside = ({ from, to }: Period): Refusal => ({
  code: 'log-request/outside-period',
  pointer: '/handover/from',
  text: text(
    `只能移交 ${from} 至 ${to} 的记录，其他的不在调取范围内。`,
    `Only records of ${from} to ${to} are asked for; others are not handed over.`,
  ),
});

export const providerCommands = {
  'confirm-hold': m.command<{ readonly holding: FormValues }, LeafJudgement>({
    title: text('确认保全', 'Confirm the hold'),
    help: text(
      '用日志自己的输出确认保全已经生效。登记过日志公钥的，签名也在这里核验；没有登记的，注明未核验。',
      'With what the log itself prints, say that the hold is in force. Its signature is verified where the log’s key is registered; elsewhere it is marked as unverified.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['sent'],
    to: ['held'],
    clauses: ['final/28.2', 'draft/23.2'],
    ...askingAt('holding', holdingForm),
    gather: async ({ request, period }, { holding }, lookups, { matter, ground: { owner } }) => {
      const found = confirmedHold(holding, { request, period, matter });
      return 'refusal' in found || owner === undefined ? 'unknown-key' : lookups.provedByLog(found.claim, owner);
    },
    decide: ({ request, period }, { holding }, { matter, gathered: judged }) => {
      const found = confirmedHold(holding, { request, period, matter });
      if ('refusal' in found) return refuse(found.refusal);
      if (judged === 'not-proved') return refuse(notProved);
      const checked = judged === 'proved' ? 'signature' : 'shape';
      return accept({
        type: 'hold-confirmed',
        holding: { ...partOf(holding), checked },
        held: { ...found.held, checked },
      });
    },
  }),
  'hand-over': m.command<{ readonly handover: FormValues }, readonly string[]>({
    title: text('移交', 'Hand over'),
    help: text(
      '由算法安全责任人登记移交：文件摘要、记录数、证据叶、交给谁。文件不经过本系统。',
      'The responsible officer records it: hash, number of records, leaf, to whom. The file does not pass through this system.',
    ),
    by: [providerParty('officer')],
    from: ['held'],
    to: ['handed-over'],
    clauses: ['final/28.2', 'draft/23.2'],
    ...askingAt('handover', handoverForm),
    gather: (_state, { handover }, lookups) => missingInPart(handoverForm, handover, lookups),
    decide: ({ period: asked }, { handover }, { today, gathered: missing }) => {
      const period = periodIn(handover);
      if (period === undefined) return refuse(outside(asked));
      return acceptUnless(
        [
          ...partRefusals(handoverForm, handover, 'handover', missing),
          ...periodRefusals(period, today, '/handover'),
          ...(within(period, asked) ? [] : [outside(asked)]),
        ],
        {
          type: 'handed-over',
          handover: partOf(handover),
          handedOver: {
            ...period,
            hash: wordsIn(handover, 'fileHash'),
            rows: numberIn(handover, 'rows') ?? 0,
            leaf: numberIn(handover, 'leaf') ?? 0,
          },
        },
      );
    },
  }),
};
