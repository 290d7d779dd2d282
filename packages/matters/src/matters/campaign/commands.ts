import { asCivilDate, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { matterParty, officeParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../engine/refusal.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { commitmentOf } from './drawing.ts';
import { askForm, drawForm, dropForm, reportForm, targetsForm, urgingForm } from './form.ts';
import { outcomeOf } from './outcome.ts';
import { sampleOf, toAsk, toRemind, unfinished } from './progress.ts';
import { reminderStages, stages, type CampaignEvent, type CampaignState, type Outcome } from './state.ts';
import { candidatesIn, isUnfiled, leftOut, targetRefusals, type Candidates } from './targets.ts';
import { refusalFor } from '../common/refusal-for.ts';

const m = matterOf<CampaignState, CampaignEvent>();

const levels = ['nation', 'province'] as const;
const officers = officeParty(levels, 'reviewer', 'supervisor');
const head = officeParty(levels, 'supervisor');

const refusal = refusalFor('campaign');
const badPeriod = refusal(
  'complaints-period',
  '投诉的结束日期不能早于开始日期。',
  'The last day of the complaints is not before the first.',
  '/complaintsUntil',
);
const notOnList = refusal('not-on-the-list', '名单上没有这个对象。', 'It is not on the list.', '/target');

export const commands = {
  'select-targets': m.command<FormValues, Candidates>({
    title: text('确定对象', 'Choose the targets'),
    help: text('按条件列出对象，逐个核对。', 'By what they are chosen, and which; each is looked up.'),
    by: [officers],
    from: ['planned'],
    clauses: ['campaign/1'],
    ...asking(targetsForm),
    gather: (_state, values, lookups) => candidatesIn(values, lookups),
    decide: ({ targets }, values, { gathered, actor }) => {
      const { targets: _listed, ...query } = shownValues(targetsForm, partOf(values));
      const added = gathered.entries.filter((target) => target !== undefined);
      const { search } = gathered;
      return acceptUnless(
        [
          ...(wordsIn(query, 'complaintsFrom') > wordsIn(query, 'complaintsUntil') ? [badPeriod] : []),
          ...targetRefusals(gathered, targets, actor),
        ],
        {
          type: 'targets-selected',
          query,
          added,
          ...(search === undefined
            ? {}
            : { found: search.found.size, more: search.more, leftOut: leftOut(gathered, [...targets, ...added]) }),
        },
      );
    },
  }),
  'drop-target': m.command<FormValues>({
    title: text('移出名单', 'Take from the list'),
    help: text('启动以前可以移出，写明理由。', 'Possible until it starts, with a reason.'),
    by: [officers],
    from: ['planned'],
    reason: 'required',
    ...asking(dropForm),
    offered: ({ targets }) => targets.length > 0,
    decide: ({ targets }, values) =>
      targets.some(({ key }) => key === wordsIn(values, 'target'))
        ? accept({ type: 'target-dropped', target: wordsIn(values, 'target') })
        : refuse(notOnList),
  }),
  start: m.command({
    title: text('启动', 'Start'),
    help: text(
      '名单从此不变，可以向对象发起自查。',
      'The list stands from now on; its targets can be asked to inspect themselves.',
    ),
    by: [head],
    from: ['planned'],
    to: ['running'],
    clauses: ['campaign/1', 'checklist/plan.1'],
    input: z.strictObject({}),
    decide: ({ targets, sampleSize, until }, _input, { today }) =>
      acceptUnless(
        [
          ...(targets.length === 0 ? [refusal('no-targets', '名单还是空的。', 'There is nobody on the list.')] : []),
          ...(sampleSize > targets.length
            ? [
                refusal(
                  'sample-too-large',
                  `要抽 ${sampleSize} 家，名单上只有 ${targets.length} 家。`,
                  `${sampleSize} are to be drawn and the list has ${targets.length}.`,
                ),
              ]
            : []),
          ...(until < today ? [refusal('over', '行动期限已过。', 'Its period is over.')] : []),
        ],
        { type: 'started' },
      ),
  }),
  learn: m.command({
    title: text('自查进展', 'Progress of a self-inspection'),
    help: text('由自查自动报来。', 'Told by the self-inspection itself.'),
    by: [matterParty('self-inspection')],
    // What was asked for goes on after the campaign is closed.
    from: ['running', 'closed'],
    input: z.strictObject({
      target: z.string().max(400),
      selfInspection: z.string().max(80),
      stage: z.enum(stages),
      unmet: z.number().int().min(0).optional(),
    }),
    decide: ({ targets, progress }, { target, stage, unmet }, { actor }) => {
      if (actor.kind !== 'matter' || !targets.some(({ key }) => key === target)) return refuse(notOnList);
      const earlier = progress[target]?.selfInspection === actor.matter ? progress[target]?.unmet : undefined;
      const found = unmet ?? earlier;
      return accept({
        type: 'target-moved',
        target,
        progress: { stage, selfInspection: actor.matter, ...(found === undefined ? {} : { unmet: found }) },
      });
    },
  }),
  'ask-all': m.command<FormValues>({
    title: text('发起全部自查', 'Ask all of them'),
    help: text(
      '一次向名单上还没有发起的企业发起自查，督促没有备案的备案。',
      'Asks everybody of the list who was not asked yet, and reminds those to file who have not.',
    ),
    by: [officers],
    from: ['running'],
    clauses: ['campaign/2.1', 'campaign/2.3', 'checklist/plan.1'],
    ...asking(askForm),
    offered: (state) => toAsk(state).length + toRemind(state).length > 0,
    decide: (state, values, { today, calendar }) => {
      const { by, words } = shownValues(askForm, partOf(values));
      const due = asCivilDate(typeof by === 'string' ? by : '');
      if (due === undefined) return refuse(refusal('no-day', '请填写完成日期。', 'Set the day.', '/by'));
      return acceptUnless(
        [
          ...(toAsk(state).length + toRemind(state).length === 0
            ? [refusal('nobody-to-ask', '能发起的都已经发起。', 'Everybody who can be asked has been.')]
            : []),
          ...ownDateRefusals(due, today, { calendar }, '/by'),
        ],
        { type: 'asked-all', by: due, ...(typeof words === 'string' && words !== '' ? { words } : {}) },
      );
    },
  }),
  'learn-reminder': m.command({
    title: text('督促备案的进展', 'Progress of a reminder to file'),
    help: text('由督促备案自动报来。', 'Told by the reminder itself.'),
    by: [matterParty('filing-reminder')],
    from: ['running', 'closed'],
    input: z.strictObject({ target: z.string().max(400), stage: z.enum(reminderStages) }),
    decide: ({ targets }, { target, stage }, { actor }) =>
      actor.kind === 'matter' && targets.some(({ key }) => key === target)
        ? accept({ type: 'target-reminded', target, reminder: { stage, reminder: actor.matter } })
        : refuse(notOnList),
  }),
  'record-urging': m.command<FormValues>({
    title: text('记录督促备案', 'Record an urging'),
    help: text('应当备案而没有备案的，记下怎样督促的。', 'How somebody who should have filed was urged.'),
    by: [officers],
    from: ['running'],
    clauses: ['campaign/2.3', 'final/24.1'],
    ...asking(urgingForm),
    offered: ({ targets }) => targets.some(isUnfiled),
    decide: ({ targets }, values) => {
      const target = targets.find(({ key }) => key === wordsIn(values, 'target'));
      if (target === undefined) return refuse(notOnList);
      return isUnfiled(target)
        ? accept({ type: 'urged', target: target.key, how: wordsIn(values, 'how') })
        : refuse(
            refusal('has-filed', '它有备案，不需要督促。', 'It has a filing; there is nothing to urge.', '/target'),
          );
    },
  }),
  draw: m.command<FormValues>({
    title: text('抽取现场检查对象', 'Draw the sample'),
    help: text(
      '公布种子并抽取，结果谁都可以重算。',
      'The seed is shown and the sample drawn; anybody can draw it again.',
    ),
    by: [head],
    from: ['running'],
    clauses: ['campaign/2.2', 'checklist/plan.2'],
    ...asking(drawForm),
    offered: ({ sample, sampleSize }) => sample === undefined && sampleSize > 0,
    decide: (state, values) => {
      const seed = wordsIn(values, 'seed');
      if (state.sampleSize === 0) return refuse(refusal('no-sample', '方案里不抽样。', 'The plan has no sample.'));
      if (state.sample !== undefined)
        return refuse(refusal('drawn-already', '已经抽取过，不能重抽。', 'It has been drawn, and there is one draw.'));
      return commitmentOf(seed) === state.commitment
        ? accept({ type: 'drawn', seed, keys: sampleOf(state, seed) })
        : refuse(
            refusal(
              'other-seed',
              '这不是当初公布摘要的那个种子。',
              'This is not the seed whose digest was published.',
              '/seed',
            ),
          );
    },
  }),
  'show-progress': m.command({
    title: text('公开进展', 'Show the progress'),
    help: text('公众看到数字，看不到是哪些企业。', 'The public sees counts, never which companies.'),
    by: [head],
    from: ['running', 'closed'],
    offered: ({ shown }) => !shown,
    input: z.strictObject({}),
    decide: ({ shown }) =>
      shown
        ? refuse(refusal('shown-already', '进展已经公开。', 'It is shown already.'))
        : accept({ type: 'progress-shown', shown: true }),
  }),
  'hide-progress': m.command({
    title: text('不再公开进展', 'Hide the progress'),
    help: text('写明理由。', 'Say why.'),
    by: [head],
    from: ['running', 'closed'],
    reason: 'required',
    offered: ({ shown }) => shown,
    input: z.strictObject({}),
    decide: ({ shown }) =>
      shown
        ? accept({ type: 'progress-shown', shown: false })
        : refuse(refusal('not-shown', '进展没有公开。', 'It is not shown.')),
  }),
  close: m.command<FormValues, Outcome>({
    title: text('总结并结束', 'Close with a report'),
    help: text('写总结报告；抽样没有抽的不能结束。', 'With its closing report; not before the sample is drawn.'),
    by: [head],
    from: ['running'],
    to: ['closed'],
    clauses: ['campaign/3.3', 'checklist/plan.3'],
    ...asking(reportForm),
    gather: (state, _values, lookups, { matter }) => outcomeOf(state, matter, lookups),
    decide: (state, values, { gathered: outcome }) => {
      const report = shownValues(reportForm, partOf(values));
      const open = unfinished(state);
      return acceptUnless(
        [
          ...(state.sampleSize > 0 && state.sample === undefined
            ? [refusal('not-drawn', '方案里的抽样还没有抽取。', 'The sample of the plan has not been drawn.')]
            : []),
          ...(open > 0 && wordsIn(report, 'leftOpen') === ''
            ? [
                refusal(
                  'unfinished',
                  `还有 ${open} 个对象的自查没有通过，请写明原因和去向。`,
                  `${open} targets have no accepted self-inspection; say why and what becomes of them.`,
                  '/leftOpen',
                ),
              ]
            : []),
        ],
        { type: 'closed', report, outcome },
      );
    },
  }),
  withdraw: m.command({
    title: text('撤销', 'Withdraw'),
    help: text('启动以前可以撤销，写明理由。', 'Possible until it starts, with a reason.'),
    by: [head],
    from: ['planned'],
    to: ['withdrawn'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'withdrawn' }),
  }),
};
