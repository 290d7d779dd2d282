import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import { address, choice, date, fieldsOf, long, short } from '../common/fields.ts';
import { managementSystems, systemIds } from './systems.ts';

const clause = 'final/7';

const review = fieldsOf('review', 'public', clause);

/** What is said when a system has been reviewed. */
export const reviewForm: FormDefinition = {
  name: 'system-review',
  steps: [
    {
      name: 'review',
      title: text('复核制度', 'Review of a system'),
      intro: text(
        '确认一项制度复核过了，下一次复核的日期随之后移。',
        'Says that a system was reviewed; its next review date moves.',
      ),
    },
  ],
  fields: {
    system: review(
      ['制度', 'System'],
      ['复核的是哪一项。', 'Which one was reviewed.'],
      choice(systemIds.map((id) => ({ value: id, label: managementSystems[id].title }))),
    ),
    result: review(
      ['复核结论', 'Result'],
      ['仍然适用，还是要修订、为什么。', 'Whether it still fits, or what is to be revised and why.'],
      long(2000),
      { secrecy: 'confidential' },
    ),
  },
};

const rules = fieldsOf('rules', 'public', clause);

/** Service rules as the public finds them. */
export const rulesForm: FormDefinition = {
  name: 'service-rules',
  steps: [
    {
      name: 'rules',
      title: text('公开的服务规则', 'Published service rules'),
      intro: text('公众可以看到这里写的内容。', 'The public sees what is written here.'),
    },
  ],
  fields: {
    title: rules(['规则名称', 'Title'], ['公众看到的名称。', 'As the public sees it.'], short(200)),
    address: rules(['网址', 'Address'], ['公开文本所在的网址。', 'Where the text is published.'], address),
    version: rules(
      ['版本', 'Version'],
      ['例如 3.0；同一名称的版本不能重复。', 'Such as 3.0; never twice for one title.'],
      short(40),
    ),
    since: rules(
      ['施行日期', 'In force since'],
      ['这一版本从哪天起施行。', 'The day from which this version holds.'],
      date,
    ),
  },
};
