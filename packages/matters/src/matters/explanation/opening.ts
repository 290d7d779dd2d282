import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { formInput, shownValues, type FormValues } from '../../engine/form.ts';
import { publicParty } from '../../engine/party.ts';
import { acceptUnless, type Refusal } from '../../engine/refusal.ts';
import { wordsIn } from '../common/part.ts';
import { aboutRefusals } from '../common/redress/about.ts';
import { missingFiles, notYet, routeOf, unknownProvider, type Route } from '../common/redress/route.ts';
import { submissionRefusals } from '../common/submission.ts';
import { requestForm } from './form.ts';
import type { ExplanationEvent, ExplanationState } from './state.ts';

const m = matterOf<ExplanationState, ExplanationEvent>();
const input = z.strictObject({ form: formInput(requestForm) });

/** A record can be found by its id, or by when and where something was shown. */
const findable = (values: FormValues): readonly Refusal[] =>
  wordsIn(values, 'request') !== '' ||
  (wordsIn(values, 'day') !== '' && (wordsIn(values, 'item') !== '' || wordsIn(values, 'surface') !== ''))
    ? []
    : [
        {
          code: 'explanation/which-decision',
          pointer: '/form/request',
          text: text(
            '请写请求编号，或者写日期和页面（或内容），公司才能找到记录。',
            'Give the request id, or the day and the page or what was shown, so that the record can be found.',
          ),
        },
      ];

export const opening = m.opening<z.infer<typeof input>, { readonly route: Route; readonly missing: readonly string[] }>(
  {
    title: text('请求说明', 'Ask for an explanation'),
    help: text(
      '请公司说明一次推荐、排序、价格或派单是怎样来的。不需要登录，凭查询码查看；查询码只显示一次。',
      'Ask a company how a recommendation, a ranking, a price or a dispatch came about. No account is needed; you follow it with a code that is shown once.',
    ),
    by: [publicParty],
    followed: true,
    clauses: ['final/17.3', 'draft/15.3'],
    to: 'with-provider',
    asks: { form: requestForm, at: 'form' },
    input,
    gather: async ({ form }, lookups) => {
      const values = shownValues(requestForm, form);
      return {
        route: await routeOf(values, 'explanation', lookups),
        missing: await missingFiles(requestForm, values, lookups),
      };
    },
    decide: ({ form }, { gathered: { route, missing }, today }) => {
      const { owner, place, limit } = route;
      const values = shownValues(requestForm, form);
      const about = aboutRefusals(values, '/form');
      return acceptUnless(
        [
          ...submissionRefusals(requestForm, values, missing),
          ...about,
          ...(about.length === 0 && owner === null ? [unknownProvider('/form')] : []),
          ...findable(values),
          ...notYet(values, 'day', today, '/form'),
        ],
        { type: 'opened', owner, place, form: values, ...(limit === undefined ? {} : { limit }) },
      );
    },
  },
);
