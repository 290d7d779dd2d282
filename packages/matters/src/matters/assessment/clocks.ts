import { asCivilDate, text } from '@suanjian/rulebook';
import type { ClockChange, ClockDefinition } from '../../engine/definition.ts';
import type { AssessmentEvent, AssessmentState } from './state.ts';

type Clock = ClockDefinition<AssessmentState, AssessmentEvent>;

const before: ReadonlySet<unknown> = new Set(['launch', 'technique']);
const after: ReadonlySet<unknown> = new Set(['growth', 'spread', 'notice']);

/** While the report has not been sent, its clock follows what the draft says of the trigger. */
const untilSent =
  (triggers: ReadonlySet<unknown>): Clock['change'] =>
  ({ type }, { form, sentOn }): ClockChange | undefined => {
    if (type === 'sent') return { change: 'stop' };
    if (type === 'withdrawn' || type === 'superseded') return { change: 'lift' };
    if (type !== 'saved' || sentOn !== undefined) return undefined;
    const { template, trigger, triggeredOn } = form;
    const day = typeof triggeredOn === 'string' ? asCivilDate(triggeredOn) : undefined;
    return template === 'safety-2018' && triggers.has(trigger) && day !== undefined
      ? { change: 'start', event: day }
      : { change: 'lift' };
  };

const reportDuty = (deadline: string): Clock['duty'] => ({
  final: { clause: 'safety-2018/7', deadline },
  draft: { clause: 'safety-2018/7', deadline },
});

export const assessmentClocks: Readonly<Record<string, Clock>> = {
  toReport: {
    title: text('提交评估报告（事后三十个工作日）', 'Report of the assessment (30 working days after)'),
    duty: reportDuty('toReport'),
    bearer: 'provider',
    change: untilSent(after),
  },
  beforeLaunch: {
    title: text('提交评估报告（上线之前）', 'Report of the assessment (before the launch)'),
    duty: reportDuty('beforeLaunch'),
    bearer: 'provider',
    change: untilSent(before),
  },
  toReview: {
    title: text('下一次评估（按等级，平台默认政策）', 'Next assessment (by grade; default policy of the platform)'),
    duty: { final: { clause: 'final/8' }, draft: { clause: 'draft/8' } },
    bearer: 'provider',
    promised: ({ signature }) =>
      signature === undefined ? undefined : { length: signature.cadence.months, unit: 'calendar-month' },
    change: (event, _state, { on }) => {
      if (event.type === 'signed') return { change: 'start', event: on };
      if (event.type === 'withdrawn') return { change: 'lift' };
      if (event.type !== 'superseded') return undefined;
      return { change: event.by === undefined ? 'lift' : 'stop' };
    },
  },
};
