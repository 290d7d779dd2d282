import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf, type Effect } from '../../engine/definition.ts';
import { asking, type FormDefinition, type FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { MatterFacts } from '../../engine/lookups.ts';
import { matterParty, providerParty } from '../../engine/party.ts';
import { accept, refuse, type Refusal } from '../../engine/refusal.ts';
import { fieldsOf, pickMatter } from '../common/fields.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import { isOverdue } from '../common/redress/promised-day.ts';
import { office } from './office.ts';
import { everywhere, type ComplaintEvent, type ComplaintState, type News } from './state.ts';
import { withEntry } from './words.ts';

const m = matterOf<ComplaintState, ComplaintEvent>();

/** Where another one can be taken in: something is still to be answered. */
const takesIn = ['with-provider', 'asked', 'with-office', 'escalated', 'queried'] as const;

const leadForm: FormDefinition = {
  name: 'complaint-merge',
  steps: [
    {
      name: 'lead',
      title: text('合并办理', 'Merge'),
      intro: text(
        '这一件随另一件一起办理；申请人仍用自己的查询码查看，并会看到结果。',
        'This one is dealt with together with another. Its person keeps their own page and is told what comes of it.',
      ),
    },
  ],
  fields: {
    lead: fieldsOf('lead', 'public')(
      ['并入哪一件', 'Merge into'],
      [
        '同一家公司的另一件投诉，按类别、编号或日期查找。',
        'Another complaint about the same company. Look for it by kind, number or date.',
      ],
      pickMatter('complaint', ...takesIn),
    ),
  },
};

const mergeable = ['with-provider', 'with-office', 'escalated'] as const;

const refusal = (code: string, zh: string, en: string): Refusal => ({
  code: `complaint/${code}`,
  pointer: '/lead',
  text: text(zh, en),
});

const leadOf = (facts: MatterFacts | undefined, own: ComplaintState, id: MatterId): Refusal | undefined => {
  if (facts === undefined || facts.owner !== own.owner)
    return refusal(
      'no-such-lead',
      '没有针对同一家公司的这件投诉，请核对编号。',
      'There is no such complaint about the same company. Check the id.',
    );
  if (facts.id === id) return refusal('into-itself', '不能并入自己。', 'It cannot be merged into itself.');
  if (takesIn.every((status) => status !== facts.state.status))
    return refusal(
      'lead-is-over',
      '那一件已经有了结果或者也被合并了。',
      'That one is answered already, or merged itself.',
    );
  return facts.state['reachedProvider'] === own.reachedProvider
    ? undefined
    : refusal(
        'one-in-confidence',
        '其中一件公司不知道，不能合并。',
        'The company does not know of one of the two, so they cannot be merged.',
      );
};

const nothing = z.strictObject({});
const heard = z.strictObject({
  what: z.enum(['answered', 'escalated', 'decided', 'reopened']),
  outcome: z.string().max(40).optional(),
  words: z.string().max(5000).optional(),
});

export const merging = {
  merge: m.command({
    title: text('合并办理', 'Merge into another'),
    help: text(
      '同一家公司的同一个问题合并办理。申请人不会丢失自己的页面，之后的结果都会告诉他。',
      'The same trouble with the same company, dealt with together. Nobody loses their own page, and everybody is told what comes of it.',
    ),
    by: [providerParty('officer'), office],
    from: mergeable,
    to: ['merged'],
    ...asking(leadForm),
    gather: (_state, input, lookups) => lookups.matter('complaint', wordsIn(input, 'lead') as MatterId),
    decide: (state, _input, context) => {
      const { gathered: lead, matter, today } = context;
      if (state.merged.length > 0)
        return refuse(
          refusal(
            'leads-others',
            '已有投诉并入这一件，请把这一件作为主件。',
            'Others were merged into this one; let it be the lead.',
          ),
        );
      const fault = leadOf(lead, state, matter);
      return fault !== undefined || lead === undefined
        ? refuse(fault ?? refusal('no-such-lead', '没有这件投诉。', 'There is no such complaint.'))
        : accept({
            type: 'merged',
            lead: lead.id,
            late: state.status === 'with-provider' && isOverdue(state, today, context),
          });
    },
  }),
  unmerge: m.command({
    title: text('取消合并', 'Take it apart again'),
    help: text(
      '重新单独办理。主件撤回时由系统办理。',
      'It is dealt with by itself again. Done by the system when the lead is withdrawn.',
    ),
    by: [providerParty('officer'), office, matterParty('complaint')],
    from: ['merged'],
    to: [...mergeable],
    reason: 'optional',
    input: nothing,
    decide: () => accept({ type: 'unmerged' }),
  }),
  'take-in': m.command({
    title: text('并入另一件', 'Take another in'),
    help: text('合并时由系统办理。', 'Done by the system on merging.'),
    by: [matterParty('complaint')],
    from: [...takesIn],
    reason: 'optional',
    input: nothing,
    decide: (_state, _input, { actor }) =>
      actor.kind === 'matter' ? accept({ type: 'took-in', matter: actor.matter }) : refuse(notAComplaint),
  }),
  'let-out': m.command({
    title: text('分出一件', 'Let another out'),
    help: text('取消合并时由系统办理。', 'Done by the system when a merge is taken back.'),
    by: [matterParty('complaint')],
    from: everywhere,
    reason: 'optional',
    input: nothing,
    decide: (_state, _input, { actor }) =>
      actor.kind === 'matter' ? accept({ type: 'let-out', matter: actor.matter }) : refuse(notAComplaint),
  }),
  hear: m.command({
    title: text('告知合并办理的结果', 'Tell what came of the lead'),
    help: text('主件有结果时由系统办理。', 'Done by the system when something comes of the lead.'),
    by: [matterParty('complaint')],
    from: everywhere,
    reason: 'optional',
    input: heard,
    decide: ({ news }, { what, outcome, words }) =>
      accept({ type: 'heard', what, ...(outcome === undefined ? {} : { outcome }), news: withEntry(news, { words }) }),
  }),
};

const notAComplaint: Refusal = {
  code: 'complaint/not-a-complaint',
  text: text('只有另一件投诉可以这样做。', 'Only another complaint does this.'),
};

/** What was said for everybody, the last time something was. */
const sharedIn = (values: FormValues): string | undefined => {
  const words = wordsIn(entriesOf(values, 'entries').at(-1) ?? {}, 'shared');
  return words === '' ? undefined : words;
};

const tell = ({ merged }: ComplaintState, what: News, outcome?: string, words?: string): readonly Effect[] =>
  merged.map((id) => ({
    matter: { kind: 'complaint', id },
    command: 'hear',
    input: { what, ...(outcome === undefined ? {} : { outcome }), ...(words === undefined ? {} : { words }) },
  }));

/** What one complaint sets in motion in those that hang together with it. */
export const mergingEffects = (event: ComplaintEvent, state: ComplaintState, byLead: boolean): readonly Effect[] =>
  // What one person gave as a reason is nothing for the pages of the others.
  effectsOf(event, state, byLead).map((effect) => ({ ...effect, withoutReason: true }));

const effectsOf = (event: ComplaintEvent, state: ComplaintState, byLead: boolean): readonly Effect[] => {
  const toLead = (command: string): readonly Effect[] =>
    state.formerLead === undefined ? [] : [{ matter: { kind: 'complaint', id: state.formerLead }, command, input: {} }];
  switch (event.type) {
    case 'merged':
      return [{ matter: { kind: 'complaint', id: event.lead }, command: 'take-in', input: {} }];
    case 'unmerged':
      return byLead ? [] : toLead('let-out');
    case 'answered':
      return tell(state, 'answered', event.outcome, sharedIn(event.answers));
    case 'decided':
      return tell(state, 'decided', event.ruling, sharedIn(event.decisions));
    case 'escalated':
    case 'handed-over':
      return tell(state, 'escalated');
    case 'contested':
      return event.from === 'merged' ? toLead('let-out') : tell(state, 'escalated');
    case 'reopened':
      return tell(state, 'reopened');
    // Whoever was merged into what is now withdrawn stands alone again: their trouble is not.
    case 'withdrawn':
      return [
        ...toLead('let-out'),
        ...state.merged.map((id) => ({ matter: { kind: 'complaint', id }, command: 'unmerge', input: {} })),
      ];
    case 'asked':
    case 'assigned':
    case 'bundle-linked':
    case 'contented':
    case 'erased':
    case 'evidence-added':
    case 'heard':
    case 'leaned-on':
    case 'let-go':
    case 'let-out':
    case 'noted':
    case 'opened':
    case 'queried':
    case 'released':
    case 'replied':
    case 'responded':
    case 'sent-to-provider':
    case 'set-aside':
    case 'stepped-back':
    case 'took-in':
    case 'wrote':
      return [];
  }
};
