import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, type FormValues } from '../../../engine/form.ts';
import { accept, acceptUnless, refuse } from '../../../engine/refusal.ts';
import { partOf } from '../../common/part.ts';
import { headParty, teamParty } from '../../common/team/commands.ts';
import * as team from '../../common/team/refusals.ts';
import { accountOf } from '../../common/team/state.ts';
import { reportForm } from '../record-forms.ts';
import { isOutcome } from '../../common/following.ts';
import { alone, refusal } from '../refusals.ts';
import { recusalOpen } from './recusal.ts';
import type { Found, InspectionEvent, InspectionState } from '../state.ts';

const m = matterOf<InspectionState, InspectionEvent>();

export const standing = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ withdrawn }) => withdrawn !== true);

export const closing = {
  report: m.command<FormValues>({
    title: text('写检查报告', 'Write the report'),
    help: text('写明结论和处理建议。', 'What it came to and what should follow.'),
    by: [teamParty],
    from: ['signed', 'unsigned', 'reported'],
    to: ['reported'],
    clauses: ['final/28.1', 'campaign/2.5'],
    ...asking(reportForm),
    decide: ({ found }, values, { actor }) => {
      const by = accountOf(actor);
      const { outcome } = values;
      if (by === undefined || !isOutcome(outcome)) return refuse(team.noPerson);
      const left = standing(found);
      const more = left.some(({ gravity }) => gravity !== 'slight');
      return acceptUnless(
        [
          ...(outcome === 'none' && more
            ? [
                refusal(
                  'findings-stand',
                  '还有一般或者严重的问题没有撤销，不能不作处理。',
                  'Findings that are more than slight stand; something has to follow.',
                  '/outcome',
                ),
              ]
            : []),
          ...(outcome !== 'none' && left.length === 0
            ? [
                refusal(
                  'no-finding',
                  '没有问题，无从处理。',
                  'No finding stands that anything could follow from.',
                  '/outcome',
                ),
              ]
            : []),
        ],
        { type: 'report-written', report: partOf(values), outcome, by },
      );
    },
  }),
  close: m.command({
    title: text('办结', 'Close'),
    help: text(
      '由写报告以外的负责人办结，企业随即看到结论。',
      'By a head other than whoever wrote the report; the company then reads the conclusion.',
    ),
    by: [headParty],
    from: ['reported'],
    to: ['closed'],
    clauses: ['final/28.1', 'campaign/2.5'],
    input: z.strictObject({}),
    decide: ({ reported, recusal }, _input, { actor }) =>
      acceptUnless<InspectionEvent>(
        [...(accountOf(actor) === reported?.account ? [alone] : []), ...(recusal === undefined ? [] : [recusalOpen])],
        { type: 'closed' },
      ),
  }),
  'break-off': m.command({
    title: text('中止检查', 'Break it off'),
    help: text('没有做完的，写明理由中止。', 'Where it is not finished, with the reason.'),
    by: [headParty],
    from: ['announced', 'on-site', 'to-sign'],
    to: ['broken-off'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'broken-off' }),
  }),
};
