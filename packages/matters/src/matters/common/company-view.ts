import { text, type Text } from '@suanjian/rulebook';
import { matterOf, type Command, type MatterState } from '../../engine/definition.ts';
import { asking, type FormDefinition, type FormValues } from '../../engine/form.ts';
import { providerParty } from '../../engine/party.ts';
import { acceptUnless } from '../../engine/refusal.ts';
import { fieldsOf, files, list, long } from './fields.ts';
import { entriesOf, inputRefusals, missingInPart, partOf } from './part.ts';
import { refusalFor } from './refusal-for.ts';

const sealed = fieldsOf('view', 'confidential', 'final/28.2');

/** What a company says to the findings or conclusions of an office. */
const viewForm: FormDefinition = {
  name: 'company-view',
  steps: [
    {
      name: 'view',
      title: text('陈述意见', 'State your view'),
      intro: text(
        '对主管部门的记录和结论的意见；可以多次。',
        'What you say to what the office has written down; more than once if need be.',
      ),
    },
  ],
  fields: {
    statement: sealed(['意见', 'Statement'], ['写明认可和不认可的。', 'What you accept and what not.'], long(5000, 8)),
    papers: sealed(['材料', 'Papers'], ['没有可以不交。', 'May be left out.'], files(10), { required: false }),
  },
};

/** More than anybody has to say. */
const mostViews = 50;

/** What was said, in the order in which it came. */
export const viewsForm: FormDefinition = {
  name: 'company-views',
  steps: viewForm.steps.map((step) => ({ ...step, title: text('企业的意见', 'What the company says') })),
  fields: {
    views: sealed(
      ['企业的意见', 'What the company says'],
      ['按先后。', 'In their order.'],
      list(viewForm.fields, 0, mostViews),
      { required: false },
    ),
  },
};

interface ViewsState extends MatterState {
  readonly views: FormValues;
}

interface ViewEvent {
  readonly type: 'view-stated';
  readonly views: FormValues;
}

/** @param matter the kind under whose name it is refused */
export const stateView = (
  matter: string,
  { help, from }: { readonly help: Text; readonly from: readonly string[] },
): Command<ViewsState, ViewEvent> => {
  const refusal = refusalFor(matter);
  return matterOf<ViewsState, ViewEvent>().command<FormValues, readonly string[]>({
    title: text('陈述意见', 'State your view'),
    help,
    by: [providerParty('officer', 'editor')],
    from,
    clauses: ['final/28.2', 'draft/24.2'],
    ...asking(viewForm),
    gather: (_state, values, lookups) => missingInPart(viewForm, values, lookups),
    decide: ({ views }, values, { gathered: missing }) => {
      const given = entriesOf(views, 'views');
      return acceptUnless(
        [
          ...inputRefusals(viewForm, values, missing),
          ...(given.length >= mostViews
            ? [refusal('views-full', `最多 ${mostViews} 次。`, `There is room for ${mostViews}.`)]
            : []),
        ],
        { type: 'view-stated', views: { views: [...given, partOf(values)] } },
      );
    },
  });
};
