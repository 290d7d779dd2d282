import { z } from 'zod';
import { text, type CivilDate, type Text } from '@suanjian/rulebook';
import { matterOf, type Command, type EventMeta, type StateDefinition } from '../../engine/definition.ts';
import type { FormDefinition, FormValues } from '../../engine/form.ts';
import { networkParty, providerParty, type OfficeLevel } from '../../engine/party.ts';
import { accept, acceptUnless } from '../../engine/refusal.ts';
import { basisInput, basisRefusals } from './basis.ts';
import { officeLevelOf, type DeskState } from './desk.ts';
import { fieldRefusals } from './field-pointer.ts';

/** What is to be completed in one field. */
export interface FieldFinding {
  /** JSON pointer, beginning with `/form/`. */
  readonly pointer: string;
  readonly reason: string;
}

/** A matter whose form an office reviews. */
export interface ReviewState extends DeskState {
  readonly form: FormValues;
  /** The form as it was last returned, to compare a resubmission with. */
  readonly previous?: FormValues;
  /** Why it was returned last; stays until the next submission. */
  readonly returned?: {
    readonly on: CivilDate;
    readonly level: OfficeLevel | undefined;
    readonly reason: string;
    readonly fields: readonly FieldFinding[];
  };
  readonly refused?: {
    readonly on: CivilDate;
    readonly level: OfficeLevel | undefined;
    readonly reason: string;
    readonly basis: readonly string[];
  };
  /** Days of submission, the first to the latest. */
  readonly submissions: readonly CivilDate[];
}

/** The reason of a return or refusal stands in the event's meta. */
export type ReviewEvent =
  | { readonly type: 'forwarded' }
  | { readonly type: 'returned'; readonly level?: OfficeLevel; readonly fields: readonly FieldFinding[] }
  | { readonly type: 'refused'; readonly level?: OfficeLevel; readonly basis: readonly string[] }
  | { readonly type: 'withdrawn' };

export const reviewEventTitles = {
  forwarded: { title: text('省级审核通过，报送国家级审核', 'Passed by the province, forwarded to the nation') },
  returned: { title: text('退回补正', 'Returned for completion') },
  refused: { title: text('不予备案', 'Refused') },
  withdrawn: { title: text('撤回', 'Withdrawn') },
} as const satisfies Record<ReviewEvent['type'], { title: Text }>;

/** What is left of a form that nobody was ever shown, once its matter has ended. */
export const unshown = ({ submissions }: Pick<ReviewState, 'submissions'>): { readonly form?: FormValues } =>
  submissions.length === 0 ? { form: {} } : {};

/** To be spread into `evolve` of the definition. A draft that nobody was shown is emptied when it is withdrawn. */
export const reviewEvolution = <State extends ReviewState>() => ({
  forwarded: (state: State): State => ({ ...state, status: 'second-review', assignee: undefined }),
  returned: (state: State, event: Extract<ReviewEvent, { type: 'returned' }>, { on, reason }: EventMeta): State => ({
    ...state,
    status: 'returned',
    previous: state.form,
    returned: { on, level: event.level, reason: reason ?? '', fields: event.fields },
  }),
  refused: (state: State, event: Extract<ReviewEvent, { type: 'refused' }>, { on, reason }: EventMeta): State => ({
    ...state,
    status: 'refused',
    refused: { on, level: event.level, reason: reason ?? '', basis: event.basis },
  }),
  withdrawn: (state: State): State => ({ ...state, ...unshown(state), status: 'withdrawn' }),
});

type Review<Type extends ReviewEvent['type']> = Extract<ReviewEvent, { type: Type }>;
type ReviewCommand<Type extends ReviewEvent['type']> = Command<ReviewState, Review<Type>>;

/** Each command only promises its own event, so that a matter with one level need not know forwarding. */
const commandTo = <Type extends ReviewEvent['type']>() => matterOf<ReviewState, Review<Type>>().command;

export interface ReviewOptions {
  /** The form in which a return may name fields. */
  readonly form: FormDefinition;
  /** States in which the form lies on an office's desk. */
  readonly desks: readonly string[];
  readonly levels: readonly OfficeLevel[];
}

export const forwardCommand: ReviewCommand<'forwarded'> = commandTo<'forwarded'>()({
  title: text('通过并报送国家级审核', 'Pass and forward to the nation'),
  help: text(
    '省级审核认为材料齐全，送国家级审核；答复期限不中断。',
    'The province finds it complete and passes it on; the time limit for the answer keeps running.',
  ),
  by: [networkParty(['province'], 'reviewer', 'supervisor')],
  ownDesk: true,
  from: ['first-review'],
  to: ['second-review'],
  reason: 'optional',
  clauses: ['final/25'],
  input: z.strictObject({}),
  decide: () => accept({ type: 'forwarded' }),
});

const findings = z
  .array(z.strictObject({ pointer: z.string().min(1).max(300), reason: z.string().trim().min(1).max(1000) }))
  .max(200)
  .default([]);

export const returnCommand = ({ form, desks, levels }: ReviewOptions): ReviewCommand<'returned'> =>
  commandTo<'returned'>()({
    title: text('退回补正', 'Return for completion'),
    help: text(
      '说明哪里需要补正，可逐项指出。本次答复期限到此为止，再次提交后重新计算。',
      'Say what is to be completed, field by field where you can. This ends the time limit; a resubmission starts a new one.',
    ),
    by: [networkParty(levels, 'reviewer', 'supervisor')],
    ownDesk: true,
    from: desks,
    to: ['returned'],
    reason: 'required',
    clauses: ['final/25'],
    asks: 'own-screen',
    input: z.strictObject({ fields: findings }),
    decide: (state, { fields }, { actor }) =>
      acceptUnless(fieldRefusals(form, state.form, fields), { type: 'returned', level: officeLevelOf(actor), fields }),
  });

export const refuseCommand = ({ desks, levels }: Omit<ReviewOptions, 'form'>): ReviewCommand<'refused'> =>
  commandTo<'refused'>()({
    title: text('不予备案', 'Refuse'),
    help: text('必须写明理由并引用依据的条款。', 'Wants its reasons and the clauses it rests on.'),
    by: [networkParty(levels, 'supervisor')],
    ownDesk: true,
    from: desks,
    to: ['refused'],
    reason: 'required',
    clauses: ['final/25'],
    asks: 'own-screen',
    input: z.strictObject({ basis: basisInput }),
    decide: (_state, { basis }, { actor, edition }) =>
      acceptUnless(basisRefusals(basis, edition), { type: 'refused', level: officeLevelOf(actor), basis }),
  });

export const withdrawCommand = (from: readonly string[]): ReviewCommand<'withdrawn'> =>
  commandTo<'withdrawn'>()({
    title: text('撤回', 'Withdraw'),
    help: text('不再办理。之后需要时可以重新发起。', 'Give it up. A new one can be opened later.'),
    by: [providerParty('officer')],
    from,
    to: ['withdrawn'],
    reason: 'optional',
    input: z.strictObject({}),
    decide: () => accept({ type: 'withdrawn' }),
  });

/** States of a matter that goes through both levels; what comes after (filed and so on) is the matter's own. */
export const twoLevelStates = {
  draft: {
    title: text('草稿', 'Draft'),
    meaning: text('正在填写，只有本单位能看到。', 'Being written; only your organisation can see it.'),
    visible: ['provider'],
    desk: { side: 'provider' },
    tone: 'neutral',
  },
  'first-review': {
    title: text('省级审核中', 'First review'),
    meaning: text('已提交，由省级网信部门审核。', 'Submitted; the provincial office reviews it.'),
    visible: ['provider', 'office'],
    desk: { side: 'office', level: 'province' },
    tone: 'working',
  },
  'second-review': {
    title: text('国家级审核中', 'Second review'),
    meaning: text('省级审核已通过，由国家网信部门审核。', 'Passed by the province; the national office reviews it.'),
    visible: ['provider', 'office'],
    desk: { side: 'office', level: 'nation' },
    tone: 'working',
  },
  returned: {
    title: text('退回补正', 'Returned for completion'),
    meaning: text('请按指出的问题补正后再次提交。', 'Complete what was pointed out and submit again.'),
    visible: ['provider', 'office'],
    desk: { side: 'provider' },
    tone: 'waiting',
  },
  refused: {
    title: text('不予备案', 'Refused'),
    meaning: text('未通过，理由和依据见答复。', 'Not accepted; the answer gives the reasons and the basis.'),
    visible: ['provider', 'office'],
    final: true,
    tone: 'bad',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('已由备案主体撤回，不再办理。', 'Withdrawn by the provider; nothing further happens.'),
    visible: ['provider', 'office'],
    final: true,
    tone: 'neutral',
  },
} as const satisfies Record<string, StateDefinition>;

export const twoLevelDesks = ['first-review', 'second-review'] as const;
