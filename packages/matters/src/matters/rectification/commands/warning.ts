import { findClause, text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import { officeLevels, officeParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../../engine/refusal.ts';
import { partOf } from '../../common/part.ts';
import { liftingForm, riskNoticeForm } from '../form.ts';
import type { RectificationEvent, RectificationState } from '../state.ts';
import { refusalFor } from '../../common/refusal-for.ts';

const m = matterOf<RectificationState, RectificationEvent>();
const basis = 'safety-2018/13';

/** Duties to assess whose refusal the public is told of. */
const covered: ReadonlySet<string> = new Set(findClause(basis)?.sanction?.covers);

const refusal = refusalFor('rectification', { clause: basis });

const stands = ({ riskNoticeOn, liftedOn }: RectificationState): boolean =>
  riskNoticeOn !== undefined && liftedOn === undefined;

const isAboutAssessing = ({ clauses }: RectificationState): boolean => clauses.some((each) => covered.has(each));

const publishRiskNotice = m.command<FormValues>({
  title: text('向社会提示风险', 'Tell the public of the risk'),
  help: text(
    '责令开展安全评估而拒不改正的，由负责人公开提示，任何人都能看到。',
    'Where a safety assessment was ordered and refused; published by a supervisor, and read by anybody.',
  ),
  by: [officeParty(officeLevels, 'supervisor')],
  from: ['refused'],
  reason: 'required',
  clauses: [basis],
  offered: (state) => isAboutAssessing(state) && state.riskNoticeOn === undefined,
  ...asking(riskNoticeForm),
  decide: (state, given) =>
    acceptUnless<RectificationEvent>(
      [
        ...(isAboutAssessing(state)
          ? []
          : [
              refusal(
                'not-an-assessment',
                '只有拒不开展安全评估的，才向社会提示风险。',
                'The public is told only where a safety assessment is refused.',
              ),
            ]),
        ...(state.riskNoticeOn === undefined
          ? []
          : [refusal('warned-already', '已经提示过了。', 'The public was told already.')]),
        ...(given['checked'] === true
          ? []
          : [
              refusal(
                'not-checked',
                '请先核对没有秘密和个人信息。',
                'Check first that it holds no secrets and nothing personal.',
                '/checked',
              ),
            ]),
      ],
      { type: 'risk-notice-published', riskNotice: shownValues(riskNoticeForm, partOf(given)) },
    ),
});

const liftRiskNotice = m.command<FormValues>({
  title: text('解除风险提示', 'Lift the risk notice'),
  help: text('写明为什么解除；任何人都能看到说明。', 'Say why; anybody reads the explanation.'),
  by: [officeParty(officeLevels, 'supervisor')],
  from: ['refused'],
  clauses: [basis],
  offered: stands,
  ...asking(liftingForm),
  decide: (state, given) =>
    stands(state)
      ? accept({ type: 'risk-notice-lifted', lifting: shownValues(liftingForm, partOf(given)) })
      : refuse(refusal('no-notice', '没有正在公开的风险提示。', 'No risk notice stands.')),
});

export const warningCommands = { 'publish-risk-notice': publishRiskNotice, 'lift-risk-notice': liftRiskNotice };
