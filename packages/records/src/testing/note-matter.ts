import { z } from 'zod';
import {
  accept,
  anyMatter,
  draftSchemaFor,
  matterOf,
  matterParty,
  merged,
  officeParty,
  providerParty,
  refuse,
  type FormDefinition,
  type FormValues,
  type MatterId,
  type Opened,
} from '@suanjian/matters';
import { text } from '@suanjian/rulebook';

/** A small matter for the store's own tests: a form with a secret and a person in it, one clock, one child that acts on its parent. */
const form: FormDefinition = {
  name: 'note',
  steps: [{ name: 'only', title: text('填写', 'Fill in'), intro: text('', '') }],
  fields: {
    title: {
      label: text('题目', 'Title'),
      help: text('', ''),
      control: { kind: 'text', longest: 100 },
      secrecy: 'public',
      step: 'only',
    },
    recipe: {
      label: text('配方', 'Recipe'),
      help: text('', ''),
      control: { kind: 'text', longest: 1000 },
      secrecy: 'confidential',
      step: 'only',
      required: false,
    },
    telephone: {
      label: text('电话', 'Telephone'),
      help: text('', ''),
      control: { kind: 'text', longest: 40 },
      secrecy: 'personal',
      person: 'contact',
      step: 'only',
      required: false,
    },
  },
};

interface NoteState {
  readonly status: 'draft' | 'sent' | 'answered' | 'withdrawn';
  readonly form: FormValues;
  readonly remark?: string;
  readonly stamps: number;
}

type NoteEvent =
  | Opened
  | { readonly type: 'saved'; readonly form: FormValues }
  | { readonly type: 'sent' }
  | { readonly type: 'answered' }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'remarked'; readonly remark: string }
  | { readonly type: 'stamped' };

const m = matterOf<NoteState, NoteEvent>();
const both = ['provider', 'office'] as const;

export const note = m.define({
  kind: 'note',
  title: text('便笺', 'Note'),
  purpose: text('测试', 'For tests'),
  clauses: ['final/25'],
  states: {
    draft: {
      title: text('草稿', 'Draft'),
      meaning: text('', ''),
      visible: ['provider'],
      desk: { side: 'provider' },
      tone: 'neutral',
    },
    sent: {
      title: text('已送', 'Sent'),
      meaning: text('', ''),
      visible: both,
      desk: { side: 'office', level: 'province' },
      tone: 'working',
    },
    answered: { title: text('已答', 'Answered'), meaning: text('', ''), visible: both, final: true, tone: 'good' },
    withdrawn: {
      title: text('撤回', 'Withdrawn'),
      meaning: text('', ''),
      visible: ['provider'],
      final: true,
      tone: 'neutral',
    },
  },
  forms: { form },
  inner: { remark: 'office' },
  links: ['stamp'],
  opening: m.opening({
    title: text('新建', 'Open'),
    help: text('', ''),
    by: [providerParty('officer')],
    to: 'draft',
    input: z.strictObject({ form: draftSchemaFor(form).optional() }),
    decide: (input, { ground }) =>
      accept<NoteEvent>(
        { type: 'opened', owner: ground.owner ?? null, place: ground.place },
        { type: 'saved', form: input.form ?? {} },
      ) as never,
  }),
  commands: {
    save: m.command({
      title: text('保存', 'Save'),
      help: text('', ''),
      by: [providerParty('officer')],
      from: ['draft'],
      input: z.strictObject({ form: draftSchemaFor(form) }),
      decide: (_state, { form: patch }) => accept({ type: 'saved', form: patch }),
    }),
    send: m.command({
      title: text('送出', 'Send'),
      help: text('', ''),
      by: [providerParty('officer')],
      from: ['draft'],
      to: ['sent'],
      input: z.strictObject({}),
      decide: ({ form: values }) =>
        values['title'] === undefined
          ? refuse({ code: 'note/untitled', pointer: '/form/title', text: text('没有题目。', 'It has no title.') })
          : accept({ type: 'sent' }),
    }),
    withdraw: m.command({
      title: text('撤回', 'Withdraw'),
      help: text('', ''),
      by: [providerParty('officer')],
      from: ['sent'],
      to: ['withdrawn'],
      input: z.strictObject({}),
      decide: () => accept({ type: 'withdrawn' }),
    }),
    remark: m.command({
      title: text('内部备注', 'Remark'),
      help: text('', ''),
      by: [officeParty(['province', 'nation'], 'reviewer')],
      from: ['sent'],
      input: z.strictObject({ remark: z.string() }),
      decide: (_state, { remark }) => accept({ type: 'remarked', remark }),
    }),
    answer: m.command({
      title: text('答复', 'Answer'),
      help: text('', ''),
      by: [officeParty(['province', 'nation'], 'reviewer')],
      from: ['sent'],
      to: ['answered'],
      reason: 'required',
      input: z.strictObject({}),
      decide: () => accept({ type: 'answered' }),
    }),
    stamp: m.command({
      title: text('盖章', 'Stamp'),
      help: text('', ''),
      by: [matterParty('stamp')],
      from: ['draft'],
      input: z.strictObject({}),
      decide: ({ stamps }) =>
        stamps >= 2
          ? refuse({ code: 'note/full', text: text('没有地方盖章了。', 'There is no room for another stamp.') })
          : accept({ type: 'stamped' }),
    }),
  },
  events: {
    opened: { title: text('新建', 'Opened') },
    saved: { title: text('保存', 'Saved'), only: 'provider' },
    sent: { title: text('送出', 'Sent') },
    answered: { title: text('答复', 'Answered') },
    withdrawn: { title: text('撤回', 'Withdrawn') },
    remarked: { title: text('备注', 'Remarked'), only: 'office' },
    stamped: { title: text('盖章', 'Stamped') },
  },
  begin: () => ({ status: 'draft', form: {}, stamps: 0 }),
  evolve: {
    saved: (state, { form: patch }) => ({ ...state, form: merged(state.form, patch) }),
    sent: (state) => ({ ...state, status: 'sent' }),
    answered: (state) => ({ ...state, status: 'answered' }),
    withdrawn: (state) => ({ ...state, status: 'withdrawn' }),
    remarked: (state, { remark }) => ({ ...state, remark }),
    stamped: (state) => ({ ...state, stamps: state.stamps + 1 }),
  },
  clocks: {
    toAnswer: {
      title: text('答复期限', 'Answer'),
      duty: { final: { clause: 'final/25' } },
      bearer: 'office',
      change: (event, _state, { on }) => {
        switch (event.type) {
          case 'sent':
            return { change: 'start', event: on };
          case 'answered':
            return { change: 'stop' };
          case 'withdrawn':
            return { change: 'lift' };
          case 'opened':
          case 'saved':
          case 'remarked':
          case 'stamped':
            return undefined;
        }
      },
    },
  },
  summary: ({ form: values }) => ({ title: typeof values['title'] === 'string' ? values['title'] : '（无题）' }),
  consequences: (event) =>
    event.type === 'sent'
      ? {
          notices: [
            {
              to: { officeLevel: 'province' },
              subject: text('新便笺', 'A new note'),
              body: text('请查看。', 'Please look.'),
            },
          ],
        }
      : {},
});

interface StampState {
  readonly status: 'set';
  readonly on: MatterId | undefined;
}

const s = matterOf<StampState, Opened>();

/** Opened on a note; its opening gives the note a command in the same transaction. */
export const stamp = s.define({
  kind: 'stamp',
  title: text('印章', 'Stamp'),
  purpose: text('测试', 'For tests'),
  clauses: [],
  states: { set: { title: text('已盖', 'Set'), meaning: text('', ''), visible: both, final: true, tone: 'good' } },
  forms: {},
  links: [],
  opening: s.opening({
    title: text('盖章', 'Stamp'),
    help: text('', ''),
    by: [providerParty('officer')],
    on: { kind: 'note', from: ['draft'] },
    to: 'set',
    input: z.strictObject({}),
    decide: (_input, { ground, parent }) =>
      accept({
        type: 'opened',
        owner: ground.owner ?? null,
        place: ground.place,
        ...(parent === undefined ? {} : { parent }),
      }),
  }),
  commands: {},
  events: { opened: { title: text('盖章', 'Stamped') } },
  begin: ({ parent }) => ({ status: 'set', on: parent?.id }),
  evolve: {},
  clocks: {},
  summary: () => ({ title: '印章' }),
  consequences: ({ parent }) =>
    parent === undefined ? {} : { effects: [{ matter: parent, command: 'stamp', input: {} }] },
});

export const testDefinitions = [anyMatter(note), anyMatter(stamp)];
