import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { formInput, shownValues } from '../../engine/form.ts';
import { publicParty } from '../../engine/party.ts';
import { acceptUnless } from '../../engine/refusal.ts';
import { aboutRefusals } from '../common/redress/about.ts';
import { missingFiles, notYet, routeOf, unknownProvider, type Route } from '../common/redress/route.ts';
import { submissionRefusals } from '../common/submission.ts';
import { appealForm } from './form.ts';
import type { AppealEvent, AppealState } from './state.ts';

const m = matterOf<AppealState, AppealEvent>();
const input = z.strictObject({ form: formInput(appealForm) });

export const opening = m.opening<z.infer<typeof input>, { readonly route: Route; readonly missing: readonly string[] }>(
  {
    title: text('申诉', 'Appeal'),
    help: text(
      '请公司重新看一个决定、标记、删除或处罚。不需要登录，凭查询码查看；查询码只显示一次。',
      'Have a company look again at a decision, a label, a removal or a penalty. No account is needed; you follow it with a code that is shown once.',
    ),
    by: [publicParty],
    followed: true,
    clauses: ['final/22', 'draft/26.2', 'final/20', 'draft/17'],
    to: 'with-provider',
    asks: { form: appealForm, at: 'form' },
    input,
    gather: async ({ form }, lookups) => {
      const values = shownValues(appealForm, form);
      return {
        route: await routeOf(values, 'appeal', lookups),
        missing: await missingFiles(appealForm, values, lookups),
      };
    },
    decide: ({ form }, { gathered: { route, missing }, today }) => {
      const { owner, place, limit } = route;
      const values = shownValues(appealForm, form);
      const about = aboutRefusals(values, '/form');
      return acceptUnless(
        [
          ...submissionRefusals(appealForm, values, missing),
          ...about,
          ...(about.length === 0 && owner === null ? [unknownProvider('/form')] : []),
          ...notYet(values, 'day', today, '/form'),
        ],
        { type: 'opened', owner, place, form: values, ...(limit === undefined ? {} : { limit }) },
      );
    },
  },
);
