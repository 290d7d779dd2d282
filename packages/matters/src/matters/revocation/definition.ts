import { text } from '@suanjian/rulebook';
import { matterOf, type Notice } from '../../engine/definition.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { lapsedState, lapseEventTitles, lapseNotice } from '../common/lapse.ts';
import { letterNotice } from '../common/letter-notice.ts';
import { commands } from './commands.ts';
import { defenceForm, proposalForm } from './form.ts';
import { opening } from './opening.ts';
import type { RevocationEvent, RevocationState } from './state.ts';

export { defenceForm } from './form.ts';
export type { RevocationState } from './state.ts';

const m = matterOf<RevocationState, RevocationEvent>();

/** Notices say where the matter stands. Reasons are read in the record, where readings are recorded; mail and webhooks carry none of them. */
const noticesOf = (
  event: RevocationEvent,
  { title, number, answerBy, completed, waived }: RevocationState,
): readonly Notice[] => {
  switch (event.type) {
    case 'opened':
      return [
        {
          to: 'provider',
          subject: text(`拟撤销备案：${title}`, `Proposal to revoke: ${title}`),
          body: text(
            `主管部门拟撤销备案 ${number}。请查看事实和理由，并${answerBy === undefined ? '及时' : `在 ${answerBy} 前`}陈述和申辩（系统默认期限，并非法定期限）。`,
            `The office proposes to revoke filing ${number}. Read the facts and reasons, and answer${answerBy === undefined ? ' soon' : ` by ${answerBy}`} (a policy default of this system, not a time set by law).`,
          ),
        },
      ];
    case 'stated':
    case 'waived':
      return (['province', 'nation'] as const).map((officeLevel) => ({
        to: { officeLevel },
        subject: text(`提供者已回应拟撤销：${title}`, `The provider has answered: ${title}`),
        body:
          completed === undefined && waived === undefined
            ? text(
                `备案 ${number} 的提供者已作陈述，在答复期限内还可以补充。`,
                `The provider of filing ${number} has made a statement and may add to it until its time to answer is over.`,
              )
            : text(
                `备案 ${number} 的提供者已经陈述完毕或放弃陈述，可以作出决定。`,
                `The provider of filing ${number} has made its full statement or waived it; the decision can be taken.`,
              ),
      }));
    case 'revoked':
      return [
        {
          to: 'provider',
          subject: text(`备案已撤销：${title}`, `Revoked: ${title}`),
          body: text(
            `备案 ${number} 已被撤销，理由和依据见办理记录。`,
            `Filing ${number} is revoked. The reasons and the basis stand in the record.`,
          ),
        },
      ];
    case 'dropped':
      return [
        {
          to: 'provider',
          subject: text(`不予撤销：${title}`, `Not revoked: ${title}`),
          body: text(
            `备案 ${number} 继续有效，理由见办理记录。`,
            `Filing ${number} stands. The reasons stand in the record.`,
          ),
        },
      ];
    case 'lapsed':
      return [lapseNotice(text('拟撤销', 'Proposal to revoke'), { title, number })];
    case 'wrote':
      return [letterNotice(event.side, { title, number }, 'province')];
    case 'assigned':
    case 'noted':
    default:
      return [];
  }
};

/** No statutory clock runs here: neither edition sets one for hearing the provider or for deciding. */
export const revocation = m.define({
  kind: 'revocation',
  title: text('备案撤销', 'Revocation of a filing'),
  purpose: text(
    '撤销以不正当手段取得的备案，并先听取提供者的陈述和申辩。',
    'Revokes a filing obtained by improper means, after hearing the provider.',
  ),
  clauses: ['final/33.1', 'draft/29.1'],
  states: {
    proposed: {
      title: text('拟撤销', 'Proposed'),
      meaning: text('已告知提供者，正在听取陈述和申辩。', 'The provider has been told and may answer.'),
      visible: ['provider', 'office'],
      desk: { side: 'office', level: 'province' },
      tone: 'waiting',
    },
    revoked: {
      title: text('已撤销', 'Revoked'),
      meaning: text(
        '备案已被撤销，公示页保留原内容并注明。',
        'The filing is revoked; the public record keeps its content and says so.',
      ),
      visible: ['provider', 'office'],
      final: true,
      tone: 'bad',
    },
    dropped: {
      title: text('不予撤销', 'Dropped'),
      meaning: text('撤销程序终止，备案继续有效。', 'The proposal was given up; the filing stands.'),
      visible: ['provider', 'office'],
      final: true,
      tone: 'good',
    },
    lapsed: lapsedState,
  },
  opening,
  commands,
  events: {
    opened: { title: text('拟撤销并告知提供者', 'Proposed, provider notified') },
    stated: { title: text('提供者陈述和申辩', "Provider's statement") },
    waived: { title: text('提供者放弃陈述', 'Statement waived') },
    revoked: { title: text('决定撤销', 'Revoked') },
    dropped: { title: text('不予撤销', 'Dropped') },
    ...lapseEventTitles,
    ...deskEventTitles,
  },
  forms: { proposal: proposalForm, defence: defenceForm },
  inner: deskInner,
  begin: ({ filing, number, title, proposal, basis, answerBy }, { on }) => ({
    status: 'proposed',
    filing,
    number,
    title,
    proposal,
    basis,
    notified: on,
    ...(answerBy === undefined ? {} : { answerBy }),
    defence: {},
    stated: [],
    ...emptyDesk,
  }),
  evolve: {
    stated: (state, { defence, complete }, { on }) => ({
      ...state,
      defence,
      stated: [...state.stated, on],
      ...(complete === true ? { completed: state.completed ?? on } : {}),
    }),
    waived: (state, _event, { on }) => ({ ...state, waived: on }),
    revoked: (state, _event, { on, reason }) => ({
      ...state,
      status: 'revoked',
      decided: { on, reason: reason ?? '' },
    }),
    dropped: (state, _event, { on, reason }) => ({
      ...state,
      status: 'dropped',
      decided: { on, reason: reason ?? '' },
    }),
    lapsed: (state) => ({ ...state, status: 'lapsed' }),
    ...deskEvolution<RevocationState>(),
  },
  clocks: {},
  links: [],
  summary: ({ title, number, assignee }) => ({ title, number, ...(assignee === undefined ? {} : { assignee }) }),
  consequences: (event, state, _meta, { matter }) => ({
    effects:
      event.type === 'revoked'
        ? [
            {
              matter: { kind: 'filing', id: state.filing },
              command: 'revoke',
              input: { revocation: matter, basis: state.basis },
            },
          ]
        : [],
    notices: noticesOf(event, state),
  }),
});
