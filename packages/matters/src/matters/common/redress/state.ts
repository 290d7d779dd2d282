import { text, type CivilDate, type Text } from '@suanjian/rulebook';
import type { EventMeta, Opened } from '../../../engine/definition.ts';
import type { FormDefinition, FormValues } from '../../../engine/form.ts';
import type { MatterId, OrganisationId } from '../../../engine/identity.ts';
import type { PlaceCode, Side } from '../../../engine/party.ts';
import type { DeskState } from '../desk.ts';
import { withoutPerson } from './person.ts';
import type { Promised } from './promised-day.ts';

/** What complaints, appeals and requests for an explanation have in common: somebody without an account wants something of a provider. */
export interface RedressState extends DeskState, Promised {
  readonly owner: OrganisationId | null;
  readonly place: PlaceCode;
  /** What was written at the beginning, with the files added since. */
  readonly form: FormValues;
  /** Questions of the provider and what was answered, oldest first. */
  readonly exchange: FormValues;
  /** Open cases that rest on it: while there is one, nothing of it disappears. */
  readonly restsOn: readonly MatterId[];
  /** The day on which the person wanted no more of it while a case rested on it. */
  readonly steppedBack?: CivilDate;
  /** The day on which the person's data were erased. */
  readonly erased?: CivilDate;
  /** The day on which it ended last; reopening is counted from it. */
  readonly ended?: CivilDate;
}

export type RedressEvent =
  | { readonly type: 'asked'; readonly exchange: FormValues }
  | { readonly type: 'replied'; readonly exchange: FormValues }
  | { readonly type: 'evidence-added'; readonly form: FormValues }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'stepped-back' }
  | { readonly type: 'erased' }
  | { readonly type: 'leaned-on'; readonly by: MatterId }
  | { readonly type: 'let-go'; readonly by: MatterId };

/** How each of them begins, besides what is its own. */
export type RedressOpened = Opened & { readonly type: 'opened'; readonly form: FormValues };

export const redressEventTitles = {
  asked: { title: text('向申请人提问', 'The person was asked') },
  replied: { title: text('申请人答复', 'The person answered') },
  'evidence-added': { title: text('补充证据', 'Evidence added'), only: ['office', 'applicant'] },
  withdrawn: { title: text('申请人撤回', 'Withdrawn') },
  'stepped-back': {
    title: text('申请人表示不再坚持', 'The person wants no more of it'),
    only: ['office', 'applicant'],
  },
  erased: { title: text('申请人删除了个人信息', 'Personal data erased'), only: ['office', 'applicant'] },
  'leaned-on': { title: text('案件以此为依据', 'A case rests on it'), only: ['office', 'applicant'] },
  'let-go': { title: text('案件不再以此为依据', 'No case rests on it any more'), only: ['office', 'applicant'] },
} as const satisfies Record<RedressEvent['type'], { title: Text; only?: readonly Side[] }>;

/** To be spread into `inner`: which case rests on it is between the office and the person. */
export const redressInner = {
  restsOn: ['office'],
  by: ['office'],
  steppedBack: ['office', 'applicant'],
  erased: ['office', 'applicant'],
} as const;

/** To be spread into `evolve`. */
export const redressEvolution = <State extends RedressState>(form: FormDefinition) => ({
  asked: (state: State, { exchange }: { exchange: FormValues }): State => ({ ...state, exchange, status: 'asked' }),
  replied: (state: State, { exchange }: { exchange: FormValues }): State => ({
    ...state,
    exchange,
    status: 'with-provider',
  }),
  'evidence-added': (state: State, { form: added }: { form: FormValues }): State => ({
    ...state,
    form: { ...state.form, ...added },
  }),
  withdrawn: (state: State, _event: unknown, { on }: EventMeta): State => ({
    ...state,
    status: 'withdrawn',
    ended: on,
  }),
  'stepped-back': (state: State, _event: unknown, { on }: EventMeta): State => ({ ...state, steppedBack: on }),
  erased: (state: State, _event: unknown, { on }: EventMeta): State => ({
    ...state,
    form: withoutPerson(form, state.form),
    erased: on,
  }),
  'leaned-on': (state: State, { by }: { by: MatterId }): State => ({
    ...state,
    restsOn: [...new Set([...state.restsOn, by])],
  }),
  'let-go': (state: State, { by }: { by: MatterId }): State => ({
    ...state,
    restsOn: state.restsOn.filter((each) => each !== by),
  }),
});
