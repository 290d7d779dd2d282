import { contradictionRefusal, contradictionsOf, filingForm, gatherSubmission } from '../filing/definition.ts';
import { keptWarning } from '../common/kept-warning.ts';
import { submissionRefusals } from '../common/submission.ts';
import { changeOf } from './change-of.ts';

/** A change of a filing, held against the same form and the same contradictions as a filing itself. */
export const change = changeOf({
  form: filingForm,
  gather: ({ form, filing, number }, lookups, { ground, today, settings }) =>
    gatherSubmission(
      { form, owner: ground.owner ?? null, filing, occasion: 'change', number, today, settings },
      lookups,
    ),
  judge: (values, { missing, facts }) => {
    const found = contradictionsOf(values, facts);
    return {
      refusals: [
        ...submissionRefusals(filingForm, values, missing),
        ...found.filter(({ grade }) => grade === 'blocking').map(contradictionRefusal),
      ],
      warnings: found.filter(({ grade }) => grade === 'warning').map(keptWarning),
    };
  },
});
