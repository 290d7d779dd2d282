import { text } from '@suanjian/rulebook';
import { matterOf, type Command } from '../../../engine/definition.ts';
import { asking, type FormDefinition, type FormValues } from '../../../engine/form.ts';
import { applicantParty, providerParty } from '../../../engine/party.ts';
import { accept, type Refusal } from '../../../engine/refusal.ts';
import { wordsIn } from '../part.ts';
import type { RedressEvent, RedressState } from './state.ts';

export type Speaker = 'provider' | 'applicant' | 'office';

export const speakers = [
  { value: 'provider', label: text('公司', 'The company') },
  { value: 'applicant', label: text('申请人', 'The person') },
  { value: 'office', label: text('主管部门', 'The office') },
] as const;

/** Questions and answers; sealed, because people say in them what concerns them. */
export const conversationForm = (name: string): FormDefinition => ({
  name,
  steps: [
    {
      name: 'messages',
      title: text('问与答', 'Questions and answers'),
      intro: text('按时间先后排列。', 'In the order in which they were written.'),
    },
  ],
  fields: {
    messages: {
      label: text('问与答', 'Questions and answers'),
      help: text('按时间先后排列。', 'In the order in which they were written.'),
      control: {
        kind: 'list',
        atLeast: 0,
        atMost: 500,
        of: {
          by: {
            label: text('谁写的', 'Who wrote it'),
            help: text('提问或者答复的一方。', 'The side that asked or answered.'),
            control: { kind: 'choice', options: speakers },
            secrecy: 'confidential',
            step: 'messages',
          },
          words: {
            label: text('内容', 'Words'),
            help: text('提问或者答复的内容。', 'What was asked or answered.'),
            control: { kind: 'text', longest: 5000, lines: 6 },
            secrecy: 'confidential',
            step: 'messages',
          },
        },
      },
      secrecy: 'confidential',
      step: 'messages',
      required: false,
    },
  },
});

export const messagesOf = (conversation: FormValues): readonly unknown[] => {
  const { messages } = conversation;
  return Array.isArray(messages) ? (messages as readonly unknown[]) : [];
};

export const withMessage = (conversation: FormValues, by: Speaker, words: string): FormValues => ({
  messages: [...messagesOf(conversation), { by, words }],
});

const only = (
  name: string,
  label: readonly [string, string],
  help: readonly [string, string],
  longest: number,
): FormDefinition => ({
  name,
  steps: [{ name: 'words', title: text(...label), intro: text(...help) }],
  fields: {
    words: {
      label: text(...label),
      help: text(...help),
      control: { kind: 'text', longest, lines: 6 },
      secrecy: 'confidential',
      step: 'words',
    },
  },
});

export const questionForm = only(
  'question',
  ['问题', 'Question'],
  ['只问办理这件事需要知道的。', 'Ask only what is needed to deal with it.'],
  2000,
);
export const replyForm = only(
  'reply',
  ['答复', 'Answer'],
  [
    '对方能看到你写的内容；不想让公司知道的，不要写在这里。',
    'The other side reads what you write; leave out what the company is not to know.',
  ],
  5000,
);

const tooMany: Refusal = {
  code: 'redress/too-many-messages',
  text: text('问答次数已达上限。', 'No more questions and answers fit here.'),
};

const m = matterOf<RedressState, RedressEvent>();

export const spoken = (conversation: FormValues, by: Speaker, input: FormValues) =>
  messagesOf(conversation).length >= 500
    ? { refusals: [tooMany] as const }
    : { conversation: withMessage(conversation, by, wordsIn(input, 'words')) };

/** The commands `ask` and `reply` between provider and person. A question does not stop the provider's time: nobody gains time by asking. */
export const conversationCommands: Readonly<Record<'ask' | 'reply', Command<RedressState, RedressEvent>>> = {
  ask: m.command({
    title: text('向申请人提问', 'Ask the person'),
    help: text(
      '缺少信息时提问；已经承诺的时限照常计算。',
      'Where something is missing. The promised time keeps running.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['with-provider'],
    to: ['asked'],
    ...asking(questionForm),
    decide: ({ exchange }, input) => {
      const { conversation, refusals } = spoken(exchange, 'provider', input);
      return conversation === undefined
        ? { outcome: 'refused', refusals }
        : accept({ type: 'asked', exchange: conversation });
    },
  }),
  reply: m.command({
    title: text('答复公司的提问', 'Answer the company'),
    help: text('公司能看到答复。', 'The company reads your answer.'),
    by: [applicantParty],
    from: ['asked'],
    to: ['with-provider'],
    ...asking(replyForm),
    decide: ({ exchange }, input) => {
      const { conversation, refusals } = spoken(exchange, 'applicant', input);
      return conversation === undefined
        ? { outcome: 'refused', refusals }
        : accept({ type: 'replied', exchange: conversation });
    },
  }),
};
