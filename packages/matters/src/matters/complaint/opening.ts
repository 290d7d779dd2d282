import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { formInput, shownValues, type FormValues } from '../../engine/form.ts';
import { publicParty } from '../../engine/party.ts';
import { acceptUnless } from '../../engine/refusal.ts';
import { wordsIn } from '../common/part.ts';
import { aboutRefusals } from '../common/redress/about.ts';
import { missingFiles, notYet, routeOf, type Route } from '../common/redress/route.ts';
import { submissionRefusals } from '../common/submission.ts';
import { complaintForm } from './form.ts';
import { suspicionsOf } from './spam.ts';
import type { ComplaintEvent, ComplaintState } from './state.ts';

const m = matterOf<ComplaintState, ComplaintEvent>();

const input = z.strictObject({ form: formInput(complaintForm) });
type Input = z.infer<typeof input>;

interface Gathered {
  readonly route: Route;
  readonly recent: number;
  readonly missing: readonly string[];
}

/** The company only where it is known and the person wants it there first; everything else is the office's. */
export const destination = (form: FormValues, { owner }: Pick<Route, 'owner'>): 'with-provider' | 'with-office' =>
  owner !== null && form['to'] === 'provider' ? 'with-provider' : 'with-office';

export const opening = m.opening<Input, Gathered>({
  title: text('投诉举报', 'Complain or report'),
  help: text(
    '任何人都可以提出，不需要登录，可以匿名。提交后得到一个查询码，凭它查看进展、补充和撤回；查询码只显示一次。',
    'Anybody may, without an account and anonymously if you like. You get a code with which you follow it, add to it and withdraw it; it is shown once.',
  ),
  by: [publicParty],
  followed: true,
  clauses: ['final/22', 'final/30', 'draft/26.1', 'opinions/6'],
  to: 'held',
  asks: { form: complaintForm, at: 'form' },
  input,
  gather: async ({ form }, lookups) => {
    const values = shownValues(complaintForm, form);
    return {
      route: await routeOf(values, 'complaint', lookups),
      recent: await lookups.recentOpenings('complaint'),
      missing: await missingFiles(complaintForm, values, lookups),
    };
  },
  decide: ({ form }, { gathered: { route, recent, missing }, today }) => {
    const values = shownValues(complaintForm, form);
    const suspicions = suspicionsOf(wordsIn(values, 'what'), recent);
    return acceptUnless(
      [
        ...submissionRefusals(complaintForm, values, missing),
        ...aboutRefusals(values, '/form'),
        ...notYet(values, 'when', today, '/form'),
      ],
      {
        type: 'opened',
        owner: route.owner,
        place: route.place,
        form: values,
        status: suspicions.length > 0 ? 'held' : destination(values, route),
        suspicions,
        ...(route.limit === undefined ? {} : { limit: route.limit }),
      },
    );
  },
});
