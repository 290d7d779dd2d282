import { editions, text } from '@suanjian/rulebook';
import { choice, count, date, fieldsOf, list, long, short } from '../common/fields.ts';
import { gravities, type Gravity } from './state.ts';
import { oneStepForms } from '../common/one-step-form.ts';

const step = 'discretion';
const field = fieldsOf(step, 'public', 'penalty-law/34');

const formOf = oneStepForms('discretion-', step);

/** Every clause that sets bounds for a fine, with its bounds. */
export const finedClauses = editions.flatMap(({ clauses }) =>
  clauses.flatMap(({ id, heading, sanction }) => {
    const bounds = sanction?.steps.find(({ measure }) => measure === 'fine')?.bounds;
    return bounds === undefined ? [] : [{ id, heading, bounds }];
  }),
);

export const gravityTitles = {
  slight: text('轻微', 'Slight'),
  ordinary: text('一般', 'Ordinary'),
  serious: text('较重', 'Serious'),
  grave: text('严重', 'Grave'),
} as const satisfies Record<Gravity, unknown>;

export const officeForm = formOf(
  'office',
  ['以什么名义公布', 'In whose name they are published'],
  ['公众可以看到。', 'Everybody sees it.'],
  {
    called: field(['机关名称', 'Name of the office'], ['公布的名义。', 'As it is published.'], short(200)),
    mandate: field(
      ['制定依据', 'Basis'],
      ['上位法和上级机关的裁量权规则。', 'The law and the rules of the office above.'],
      long(1000),
    ),
  },
);

const yuan = text('元', 'yuan');

export const standardForm = formOf(
  'standard',
  ['公布裁量基准', 'Publish a standard of discretion'],
  [
    '公布以后不能修改，要改就公布新的；同一条款从新的施行之日起用新的。',
    'It cannot be changed afterwards; publish another instead, which takes its place for that clause from its day on.',
  ],
  {
    called: field(['名称', 'Title'], ['基准的名称。', 'Of the standard.'], short(200)),
    clause: field(
      ['条款', 'Clause'],
      ['设定罚款幅度的条款。', 'The clause that sets the bounds of the fine.'],
      choice(
        finedClauses.map(({ id, heading }) => ({
          value: id,
          label: text(`${id} ${heading.zh}`, `${id} ${heading.en}`),
        })),
      ),
    ),
    from: field(['施行日期', 'In force from'], ['今天或者以后。', 'Today or later.'], date),
    words: field(
      ['说明', 'Explanation'],
      ['怎样认定情节，何时可以偏离。', 'How gravity is found, and when it may be departed from.'],
      long(10_000, 6),
    ),
    steps: field(
      ['阶次', 'Steps'],
      ['由轻到重，每一阶次一行。', 'From slight to grave, one line each.'],
      list(
        {
          gravity: field(
            ['情节', 'Gravity'],
            ['每种只写一次。', 'Each once.'],
            choice(gravities.map((value) => ({ value, label: gravityTitles[value] }))),
          ),
          when: field(['适用情形', 'When'], ['哪些事实属于这一情节。', 'Which facts make it so.'], long(1000, 2)),
          atLeast: field(['最低', 'At least'], ['罚款金额。', 'Amount of the fine.'], count(yuan)),
          atMost: field(['最高', 'At most'], ['罚款金额。', 'Amount of the fine.'], count(yuan)),
        },
        1,
        gravities.length,
      ),
    ),
  },
);

export const whichForm = formOf('which', ['哪个版本', 'Which version'], ['写版本号。', 'Its number.'], {
  version: field(['版本号', 'Version'], ['公布时给的号。', 'As it was given.'], {
    kind: 'number',
    atLeast: 1,
    atMost: 10_000,
  }),
});
