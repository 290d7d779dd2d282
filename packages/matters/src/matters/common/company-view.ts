import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import { fieldsOf, files, list, long } from './fields.ts';

const sealed = fieldsOf('view', 'confidential', 'final/28.2');

/** What a company says to the findings or conclusions of an office. */
export const viewForm: FormDefinition = {
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
export const mostViews = 50;

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
