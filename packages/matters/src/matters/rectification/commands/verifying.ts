import { asCivilDate, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, pickedCheck, type FormValues } from '../../../engine/form.ts';
import type { BundleFindings } from '../../../engine/lookups.ts';
import { officeLevels, officeParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { ownDateRefusals } from '../../common/own-date.ts';
import { numberIn, wordsIn } from '../../common/part.ts';
import { accountOf, hasInterest, interested, noPerson } from '../../common/person.ts';
import { checkForm, furtherForm, judgementForm } from '../form.ts';
import { measuresOf, type Measure } from '../measures.ts';
import type { RectificationEvent, RectificationState } from '../state.ts';
import { refusalFor } from '../../common/refusal-for.ts';

const m = matterOf<RectificationState, RectificationEvent>();
type Nothing = Readonly<Record<string, never>>;

const officers = officeParty(officeLevels, 'reviewer', 'supervisor');

const refusal = refusalFor('rectification');

const noSuchMeasure = refusal(
  'no-such-measure',
  '通知里没有这一项措施。',
  'The order has no measure of that number.',
  '/measure',
);

const measureIn = (state: RectificationState, given: FormValues): Measure | undefined =>
  measuresOf(state).find(({ number }) => number === numberIn(given, 'measure'));

/** The gravest of what a bundle says of one check: it may have run for several clauses. */
const verdictOf = (findings: BundleFindings, check: string): string | undefined => {
  const found = findings.checks.filter((each) => each.check === check).map(({ verdict }) => verdict);
  return ['fail', 'not-enough-data', 'pass'].find((verdict) => found.includes(verdict)) ?? found[0];
};

/** The data have to be those of the time after the fix: what the log held before proves nothing about it. */
const dayRefusals = ({ doneOn }: Measure, { days }: BundleFindings): readonly Refusal[] => {
  if (doneOn === undefined)
    return [
      refusal(
        'not-said-done',
        '企业没有说这一项已经完成，无从核实。',
        'The company has not said that this measure is done.',
        '/measure',
      ),
    ];
  if (days === undefined)
    return [
      refusal('no-days', '这个结果包没有写明数据日期。', 'The bundle does not say which days it is about.', '/result'),
    ];
  return days.from > doneOn
    ? []
    : [
        refusal(
          'before-the-fix',
          `数据从 ${days.from} 开始，整改在 ${doneOn} 才完成。请选用整改之后的结果包。`,
          `Its data begin on ${days.from}, and the measure was done on ${doneOn}. Take a bundle of days after that.`,
          '/result',
        ),
      ];
};

export const verifyCheck = m.command<FormValues, BundleFindings | undefined>({
  title: text('用检查核实', 'Verify by a check'),
  help: text(
    '读取结果包中同一项检查的结论，只有「通过」才算完成。',
    'Reads what the same check says in the bundle; only a pass counts as done.',
  ),
  by: [officers],
  from: ['answered'],
  clauses: ['final/28.1', 'draft/24.1'],
  ...asking(checkForm),
  gather: async (_state, given, lookups, { ground: { owner } }) => {
    const picked = pickedCheck(wordsIn(given, 'result'));
    return owner === undefined || picked === undefined ? undefined : lookups.bundleFindings(picked.bundle, owner);
  },
  decide: (state, given, { gathered: findings, actor }) => {
    const by = accountOf(actor);
    const measure = measureIn(state, given);
    if (by === undefined) return refuse(noPerson);
    if (measure === undefined) return refuse(noSuchMeasure);
    if (findings === undefined)
      return refuse(refusal('no-bundle', '企业没有这个结果包。', 'The company has sent no such bundle.', '/result'));
    const check = pickedCheck(wordsIn(given, 'result'))?.check ?? '';
    const verdict = verdictOf(findings, check);
    if (verdict === undefined || (measure.check !== undefined && measure.check !== check))
      return refuse(
        refusal(
          'other-check',
          `这一项须用检查「${measure.check ?? check}」的结果核实。`,
          `This measure is verified by the check “${measure.check ?? check}”, and by that one alone.`,
          '/result',
        ),
      );
    return acceptUnless(dayRefusals(measure, findings), {
      type: 'verified',
      verified: {
        measure: measure.number,
        passed: verdict === 'pass',
        by,
        how: 'check',
        bundle: findings.bundle,
        check,
        verdict,
        ...findings.days,
      },
    });
  },
});

const failedCheck = refusal(
  'check-failed',
  '整改之后的检查没有通过，不能人工认定为完成。请退回继续整改，或者选用更新的结果包。',
  'The check on data from after the fix failed: nobody can call it done by hand. Send it back, or take a newer bundle.',
  '/done',
);

export const verifyByHand = m.command<FormValues, boolean>({
  title: text('人工核实', 'Verify by hand'),
  help: text('没有检查可用或者没有结论时使用，须写明理由。', 'Where no check fits or none came to a verdict; say why.'),
  by: [officers],
  from: ['answered'],
  reason: 'required',
  clauses: ['final/28.1', 'draft/24.1'],
  ...asking(judgementForm),
  gather: (_state, _given, lookups, context) => hasInterest(context, lookups),
  decide: (state, given, { actor, gathered: own }) => {
    const by = accountOf(actor);
    const measure = measureIn(state, given);
    if (by === undefined) return refuse(noPerson);
    if (own) return refuse(interested);
    if (measure === undefined) return refuse(noSuchMeasure);
    const passed = given['done'] === true;
    return passed && measure.failed
      ? refuse(failedCheck)
      : accept({ type: 'verified', verified: { measure: measure.number, passed, by, how: 'person' } });
  },
});

export const sendBack = m.command<FormValues>({
  title: text('退回继续整改', 'Send it back'),
  help: text('写明还差什么，并给出新的日期。', 'Say what is missing, and set a new day.'),
  by: [officers],
  from: ['answered'],
  to: ['ordered'],
  reason: 'required',
  ...asking(furtherForm),
  decide: (state, given, { today, calendar }) => {
    const by = asCivilDate(wordsIn(given, 'by')) ?? state.due;
    return acceptUnless(ownDateRefusals(by, today, { calendar }, '/by'), { type: 'sent-back', by });
  },
});

export const accepting = m.command<Nothing, boolean>({
  title: text('整改完成', 'Accept as rectified'),
  help: text('每一项措施都核实通过之后办结。', 'Once every measure has been verified.'),
  by: [officers],
  from: ['answered'],
  to: ['rectified'],
  input: z.strictObject({}),
  gather: (_state, _given, lookups, context) => hasInterest(context, lookups),
  decide: (state, _input, { gathered: own }) => {
    if (own) return refuse(interested);
    const open = measuresOf(state).filter(({ last }) => last?.passed !== true);
    return open.length === 0
      ? accept({ type: 'rectified' })
      : refuse(
          refusal(
            'not-verified',
            `第 ${open.map(({ number }) => number).join('、')} 项还没有核实通过。`,
            `Not verified yet: number ${open.map(({ number }) => number).join(', ')}.`,
          ),
        );
  },
});

export const findRefused = m.command<Nothing, boolean>({
  title: text('认定拒不改正', 'Find that it was not rectified'),
  help: text(
    '逾期没有报告，或者核实没有完成的，写明理由认定；可以据此立案。',
    'Where nothing came in time, or verification shows that it is not done. A case may be opened on that.',
  ),
  by: [officeParty(officeLevels, 'supervisor')],
  from: ['overdue', 'answered'],
  to: ['refused'],
  reason: 'required',
  clauses: ['final/31', 'draft/27'],
  input: z.strictObject({}),
  gather: (_state, _given, lookups, context) => hasInterest(context, lookups),
  decide: (state, _input, { gathered: own }) => {
    if (own) return refuse(interested);
    return state.status === 'answered' && measuresOf(state).every(({ last }) => last?.passed !== false)
      ? refuse(
          refusal(
            'nothing-failed',
            '没有一项措施经核实没有完成，不能认定拒不改正。',
            'No measure has been verified as not done; there is no refusal to find.',
          ),
        )
      : accept({ type: 'refused', how: 'not-done' });
  },
});
