import { text, type CivilDate } from '@suanjian/rulebook';
import type { FormDefinition } from '../../../engine/form.ts';
import type { MatterId } from '../../../engine/identity.ts';
import type { MatterFacts } from '../../../engine/lookups.ts';
import { fieldsOf, long, pickMatter, short } from '../../common/fields.ts';

/** A successful appeal, told without anybody in it. */
export interface PublishedCase {
  readonly appeal: MatterId;
  readonly title: string;
  readonly about: string;
  readonly outcome: string;
  readonly publishedOn: CivilDate;
}

const field = fieldsOf('case', 'public', 'checklist/15');

export const caseForm: FormDefinition = {
  name: 'published-case',
  steps: [
    {
      name: 'case',
      title: text('公布一个成功的申诉', 'Publish a successful appeal'),
      intro: text(
        '公众可以看到，请不要写能认出申诉人的内容。',
        'Everybody can read it: write nothing by which the person could be known.',
      ),
    },
  ],
  fields: {
    appeal: field(
      ['申诉', 'Appeal'],
      [
        '已经改正、补救，或者由主管部门认定成立的申诉。编号不公开。',
        'One that was put right, or that the office found founded. Its id stays here.',
      ],
      pickMatter('appeal', 'answered', 'closed', 'decided'),
    ),
    called: field(
      ['标题', 'Title'],
      ['例如“因交通管制超时的罚款”。', 'Such as “Late because of traffic control”.'],
      short(120),
    ),
    about: field(
      ['申诉什么', 'What it was about'],
      ['原来的决定和申诉的理由。', 'The decision and why it was appealed.'],
      long(1500),
    ),
    outcome: field(
      ['结果', 'What came of it'],
      ['怎样改正，以后怎样避免。', 'How it was put right, and what keeps it from happening again.'],
      long(1500),
    ),
  },
};

/** It ended well for the person: the company put it right, or the office found it founded. */
export const succeeded = ({ state }: Pick<MatterFacts, 'state'>): boolean => {
  const ruling = state['ruling'];
  const founded =
    typeof ruling === 'object' && ruling !== null && 'ruling' in ruling ? ruling.ruling === 'founded' : undefined;
  return founded ?? state['outcome'] === 'remedied';
};
