import { text, type CivilDate } from '@suanjian/rulebook';
import type { AccountId } from '../../../engine/identity.ts';
import { choice, fieldsOf, long, optionsFrom, short } from '../../common/fields.ts';
import { oneStepForms } from '../../common/one-step-form.ts';

/** What a tag says of a person. */
export const tagKinds = [
  { id: 'interest', label: text('兴趣', 'An interest'), barred: false },
  { id: 'behaviour', label: text('行为', 'Behaviour'), barred: false },
  { id: 'trait', label: text('一般特征', 'An ordinary trait'), barred: false },
  { id: 'sensitive', label: text('敏感个人信息', 'Sensitive personal data'), barred: false },
  { id: 'unlawful', label: text('违法或者不良信息', 'Illegal or undesirable information'), barred: true },
  { id: 'discriminatory', label: text('歧视或者偏见', 'Discrimination or bias'), barred: true },
] as const;

export const isBarredKind = (kind: string): boolean => tagKinds.some(({ id, barred }) => id === kind && barred);

/** One word that may be used about people. */
export interface Tag {
  readonly tag: string;
  readonly kind: string;
  readonly meaning: string;
  /** Of sensitive data: how people consent to it apart from everything else. */
  readonly consent?: string;
  readonly proposedOn: CivilDate;
  readonly proposedBy?: AccountId;
  readonly approvedOn?: CivilDate;
  /** Out of use, because it was retired or because a word of it was barred. */
  readonly endedOn?: CivilDate;
}

const field = fieldsOf('tag', 'public', 'final/10');
const tag = field(['标签', 'Tag'], ['与日志里的写法一致。', 'As the log writes it.'], short(60));

const formOf = oneStepForms('', 'tag');

export const tagForm = formOf(
  'tag',
  ['提出一个用户标签', 'Propose a tag about users'],
  [
    '由另一个人批准以后进入词典，用户和公众可以看到。',
    'It enters the dictionary, for users and the public to see, once somebody else approves it.',
  ],
  {
    tag,
    kind: field(
      ['说的是什么', 'What it says'],
      [
        '违法和不良信息、歧视或者偏见，不能作为标签。',
        'Nothing illegal, undesirable, discriminatory or biased may be a tag.',
      ],
      choice(optionsFrom(tagKinds)),
    ),
    meaning: field(
      ['含义', 'Meaning'],
      [
        '用户看得懂的一两句话：凭什么打上，用来做什么。',
        'In a sentence or two for users: when it is set, and what it is used for.',
      ],
      long(500, 2),
    ),
    consent: field(
      ['怎样取得单独同意', 'How people consent to it'],
      ['敏感个人信息要有单独同意。', 'Sensitive data need a consent of their own.'],
      long(500, 2),
      { shown: ({ kind }) => kind === 'sensitive' },
    ),
  },
);

export const whichTagForm = formOf('which-tag', ['哪个标签', 'Which tag'], ['写标签本身。', 'The tag itself.'], {
  tag,
});

export const barredWordForm = formOf(
  'barred-word',
  ['禁用一个词', 'Bar a word'],
  ['含有这个词的标签当天停用，以后也不能再提出。', 'Tags that hold it end that day, and none can be proposed again.'],
  {
    word: field(
      ['词', 'Word'],
      ['违法、不良或者带有歧视的词。', 'An illegal, undesirable or discriminatory word.'],
      short(60),
    ),
  },
);

/** Letters of different case and width are the same word. */
const folded = (words: string): string => words.normalize('NFKC').toLowerCase();

export const barredWordIn = (tagged: string, barred: readonly string[]): string | undefined =>
  barred.find((word) => folded(tagged).includes(folded(word)));

/** In the dictionary on this day: approved and not ended. */
export const usedTags = (tags: readonly Tag[]): readonly Tag[] =>
  tags.filter(({ approvedOn, endedOn }) => approvedOn !== undefined && endedOn === undefined);
