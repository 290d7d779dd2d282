import { text } from '@suanjian/rulebook';
import type { FieldDefinition } from '../../../engine/form.ts';

const words = (zh: string, en: string, helpZh: string, helpEn: string, longest: number): FieldDefinition => ({
  label: text(zh, en),
  help: text(helpZh, helpEn),
  control: { kind: 'text', longest, lines: 2 },
  secrecy: 'confidential',
  step: 'words',
});

/** An explanation as `suanjian log explain` writes it: each sentence in both languages, with the records it rests on. */
export const sentencesField = (required: boolean): FieldDefinition => ({
  label: text('由决策记录生成的说明', 'Explanation made from the record'),
  help: text(
    '“suanjian log explain” 的句子，逐句照搬；每句注明所依据的记录。',
    'The sentences of “suanjian log explain”, as they are, each with the record it rests on.',
  ),
  control: {
    kind: 'list',
    atLeast: required ? 1 : 0,
    atMost: 200,
    of: {
      zh: words('中文', 'Chinese', '句子的中文。', 'The sentence in Chinese.', 2000),
      en: words('英文', 'English', '句子的英文。', 'The sentence in English.', 2000),
      source: {
        ...words('依据', 'Rests on', '记录在日志中的位置。', 'Where the record stands in the log.', 500),
        required,
      },
    },
  },
  secrecy: 'confidential',
  step: 'words',
  required,
});
