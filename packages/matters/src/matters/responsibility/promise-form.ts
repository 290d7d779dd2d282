import { text, type CivilDate, type Text } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../engine/definition.ts';
import type { FieldDefinition, FormDefinition, FormValues } from '../../engine/form.ts';
import { choice, date, fieldsOf } from '../common/fields.ts';
import { promisedKinds, type Commitments, type PromisedKind } from '../common/commitments.ts';
import { numberIn, wordsIn } from '../common/part.ts';
import { isThere } from './systems.ts';

const units = [
  { value: 'working-day', label: text('工作日', 'Working days') },
  { value: 'calendar-day', label: text('自然日', 'Calendar days') },
] as const;

export const promisedTitles: Readonly<Record<PromisedKind, Text>> = {
  complaint: text('答复投诉举报', 'Answering a complaint or report'),
  appeal: text('答复申诉', 'Answering an appeal'),
  explanation: text('答复说明请求', 'Answering a request for an explanation'),
  deletion: text('办理删除请求', 'Carrying out a request to delete'),
};

const field = fieldsOf('promise', 'public', 'final/22');

const limitFields = (kind: PromisedKind): Readonly<Record<string, FieldDefinition>> => ({
  [`${kind}Length`]: field(
    [`${promisedTitles[kind].zh}：多少天`, `${promisedTitles[kind].en}: how many days`],
    [
      '从收到之日的次日起算；不承诺可以不填。',
      'Counted from the day after it came in. Leave it out to promise nothing.',
    ],
    { kind: 'number', atLeast: 1, atMost: 365 },
    { required: false },
  ),
  [`${kind}Unit`]: field(
    [`${promisedTitles[kind].zh}：按什么天数`, `${promisedTitles[kind].en}: which days`],
    ['工作日按国务院公布的安排计算。', 'Working days follow the calendar of the State Council.'],
    choice(units),
    { shown: (form) => isThere(form[`${kind}Length`]) },
  ),
});

/** Time limits that a provider makes public (final/22). No number of days is set by law: these bind it. */
export const promiseForm: FormDefinition = {
  name: 'commitments',
  steps: [
    {
      name: 'promise',
      title: text('公开承诺的时限', 'Time limits made public'),
      intro: text(
        '规定没有定天数，公布以后就以此为准；以后的新版本不改变已经在走的期限。',
        'The law sets no number of days; what you publish binds you. A later version never moves what is already running.',
      ),
    },
  ],
  fields: {
    from: field(['从哪天起', 'From'], ['今天或者以后。', 'Today or later.'], date),
    ...Object.fromEntries(promisedKinds.flatMap((kind) => Object.entries(limitFields(kind)))),
  },
};

/** What a sound form promises. */
export const commitmentsFrom = (values: FormValues, version: number): Commitments => {
  const limits: Partial<Record<PromisedKind, PromisedLimit>> = {};
  for (const kind of promisedKinds) {
    const length = numberIn(values, `${kind}Length`);
    if (length !== undefined)
      limits[kind] = { length, unit: values[`${kind}Unit`] === 'calendar-day' ? 'calendar-day' : 'working-day' };
  }
  return { version, from: wordsIn(values, 'from') as CivilDate, limits };
};
