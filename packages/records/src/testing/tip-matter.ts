import { z } from 'zod';
import {
  accept,
  anyMatter,
  applicantParty,
  attachmentReference,
  clockParty,
  matterOf,
  officeParty,
  providerParty,
  publicParty,
  refuse,
  type FormDefinition,
  type FormValues,
  type Opened,
  type OrganisationId,
  type PromisedLimit,
} from '@suanjian/matters';
import { text } from '@suanjian/rulebook';

const blank = text('', '');

/** A small matter that somebody without an account opens about a provider, who must not learn who it was. */
const form: FormDefinition = {
  name: 'tip',
  steps: [{ name: 'only', title: text('填写', 'Fill in'), intro: blank }],
  fields: {
    story: {
      label: blank,
      help: blank,
      control: { kind: 'text', longest: 500 },
      secrecy: 'confidential',
      step: 'only',
    },
    name: {
      label: blank,
      help: blank,
      control: { kind: 'text', longest: 100 },
      secrecy: 'personal',
      step: 'only',
      required: false,
      hiddenFrom: ({ story }) => (story === 'mine' ? [] : ['provider']),
    },
    evidence: {
      label: blank,
      help: blank,
      control: { kind: 'attachment', accepts: ['application/pdf'], atMost: 3 },
      secrecy: 'personal',
      step: 'only',
      required: false,
    },
  },
};

interface TipState {
  readonly status: 'open' | 'answered' | 'closed';
  readonly tip: FormValues;
  readonly limit?: PromisedLimit;
  readonly recent: number;
}

type TipEvent =
  | (Opened & {
      readonly type: 'opened';
      readonly tip: FormValues;
      readonly recent: number;
      readonly limit?: PromisedLimit;
    })
  | { readonly type: 'answered'; readonly answer: string }
  | { readonly type: 'whispered'; readonly words: string }
  | { readonly type: 'added'; readonly tip: FormValues }
  | { readonly type: 'promised'; readonly limit: PromisedLimit }
  | { readonly type: 'forgotten' }
  | { readonly type: 'closed' };

const m = matterOf<TipState, TipEvent>();
const values = z.record(z.string(), z.unknown());
const limit = z.strictObject({ length: z.number(), unit: z.enum(['working-day', 'calendar-day']) });
const opening = z.strictObject({ tip: values, about: z.string(), limit: limit.optional() });

export const tip = m.define({
  kind: 'tip',
  title: text('线索', 'Tip'),
  purpose: blank,
  clauses: ['final/22'],
  states: {
    open: {
      title: blank,
      meaning: blank,
      visible: ['provider', 'office', 'applicant'],
      desk: { side: 'provider' },
      tone: 'waiting',
    },
    answered: {
      title: blank,
      meaning: blank,
      visible: ['provider', 'office', 'applicant'],
      desk: { side: 'applicant' },
      tone: 'waiting',
    },
    closed: { title: blank, meaning: blank, visible: ['office', 'applicant'], final: true, tone: 'good' },
  },
  opening: m.opening<z.infer<typeof opening>, { recent: number; missing: readonly string[] }>({
    title: text('提供线索', 'Give a tip'),
    help: blank,
    by: [publicParty],
    followed: true,
    to: 'open',
    input: opening,
    gather: async ({ tip: given }, lookups) => {
      const files = z.array(attachmentReference).safeParse(given['evidence']);
      return {
        recent: await lookups.recentOpenings('tip'),
        missing: await lookups.missingAttachments(files.success ? files.data.map(({ hash }) => hash) : []),
      };
    },
    decide: ({ tip: given, about, limit: promised }, { gathered: { recent, missing } }) =>
      missing.length > 0
        ? { outcome: 'refused', refusals: [{ code: 'tip/no-file', text: blank }] }
        : accept({
            type: 'opened',
            owner: about as OrganisationId,
            place: '330106',
            tip: given,
            recent,
            ...(promised === undefined ? {} : { limit: promised }),
          }),
  }),
  commands: {
    answer: m.command({
      title: text('答复', 'Answer'),
      help: blank,
      by: [providerParty('officer')],
      from: ['open'],
      to: ['answered'],
      input: z.strictObject({ answer: z.string() }),
      decide: (_state, { answer }) => accept({ type: 'answered', answer }),
    }),
    whisper: m.command({
      title: text('备注', 'Whisper'),
      help: blank,
      by: [officeParty(['province'], 'reviewer'), applicantParty],
      from: ['open', 'answered'],
      input: z.strictObject({ words: z.string() }),
      decide: (_state, { words }) => accept({ type: 'whispered', words }),
    }),
    add: m.command({
      title: text('补充', 'Add'),
      help: blank,
      by: [applicantParty],
      from: ['open', 'answered'],
      input: z.strictObject({ tip: values }),
      decide: ({ tip: before }, { tip: more }) => accept({ type: 'added', tip: { ...before, ...more } }),
    }),
    promise: m.command({
      title: text('公布时限', 'Promise'),
      help: blank,
      by: [providerParty('officer')],
      from: ['open', 'answered'],
      input: z.strictObject({ limit }),
      decide: (_state, { limit: promised }) => accept({ type: 'promised', limit: promised }),
    }),
    forget: m.command({
      title: text('删除个人信息', 'Forget me'),
      help: blank,
      by: [applicantParty],
      from: ['open', 'answered'],
      input: z.strictObject({}),
      decide: () => accept({ type: 'forgotten' }),
    }),
    lapse: m.command({
      title: text('期满', 'Lapse'),
      help: blank,
      by: [clockParty],
      from: ['open'],
      to: ['answered'],
      input: z.strictObject({}),
      decide: ({ tip: given }) =>
        given['story'] === 'wait'
          ? refuse({ code: 'tip/waits', text: blank })
          : accept({ type: 'answered', answer: '' }),
    }),
    close: m.command({
      title: text('结束', 'Close'),
      help: blank,
      by: [applicantParty],
      from: ['answered'],
      to: ['closed'],
      input: z.strictObject({}),
      decide: () => accept({ type: 'closed' }),
    }),
  },
  events: {
    opened: { title: blank },
    answered: { title: blank },
    whispered: { title: blank, only: ['office', 'applicant'] },
    added: { title: blank },
    promised: { title: blank },
    forgotten: { title: blank },
    closed: { title: blank },
  },
  forms: { tip: form },
  begin: ({ tip: given, recent, limit: promised }) => ({
    status: 'open',
    tip: given,
    recent,
    ...(promised === undefined ? {} : { limit: promised }),
  }),
  evolve: {
    answered: (state) => ({ ...state, status: 'answered' }),
    whispered: (state) => state,
    added: (state, { tip: given }) => ({ ...state, tip: given }),
    promised: (state, { limit: promised }) => ({ ...state, limit: promised }),
    forgotten: (state) => state,
    closed: (state) => ({ ...state, status: 'closed' }),
  },
  clocks: {
    toAnswer: {
      title: text('答复', 'To answer'),
      duty: { final: { clause: 'final/22' }, draft: { clause: 'draft/26.1' } },
      bearer: 'provider',
      promised: ({ limit: promised }) => promised,
      onLapse: 'lapse',
      change: ({ type }, _state, { on }) => {
        if (type === 'opened') return { change: 'start', event: on };
        return type === 'answered' ? { change: 'stop' } : undefined;
      },
    },
  },
  links: [],
  summary: () => ({ title: '线索' }),
  consequences: ({ type }) => (type === 'forgotten' ? { erase: ['person'] } : {}),
});

export const tipDefinition = anyMatter(tip);
