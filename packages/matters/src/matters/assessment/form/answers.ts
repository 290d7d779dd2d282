import type { FieldDefinition, FormValues } from '../../../engine/form.ts';
import { choice, long } from '../../common/fields.ts';
import { answerOptions } from '../options.ts';
import { accountField, answerField, isAsked, questions, type Question } from '../questions.ts';

const step = { 'safety-2018': 'points', 'checklist-2024': 'items' } as const;

const fieldsFor = (question: Question, name: string): readonly (readonly [string, FieldDefinition])[] => {
  const shown = (form: FormValues): boolean => isAsked(question, form);
  const common = {
    step: name,
    secrecy: 'confidential',
    shown,
    ...(question.clause === undefined ? {} : { clause: question.clause }),
  } as const;
  return [
    [
      answerField(question),
      { ...common, label: question.title, help: question.prompt, control: choice(answerOptions) },
    ],
    [
      accountField(question),
      {
        ...common,
        label: { zh: `${question.title.zh}：说明`, en: `${question.title.en}: account` },
        help: {
          zh: '怎样做到的；没有做到的，写明差在哪里、何时改完；不涉及的，写明为什么。',
          en: 'How it is done; what is lacking and until when it will be mended; or why it does not apply.',
        },
        control: long(3000),
        required: (form) => form[answerField(question)] !== 'met',
      },
    ],
  ];
};

/** An answer and its account for every point and item. The self-assessment answers in chapters of its own. */
export const answerFields: Readonly<Record<string, FieldDefinition>> = Object.fromEntries(
  questions.flatMap((question) =>
    question.template === 'self-assessment' ? [] : fieldsFor(question, step[question.template]),
  ),
);
