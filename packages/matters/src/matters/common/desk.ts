import { z } from 'zod';
import { text, type CivilDate, type Text } from '@suanjian/rulebook';
import { matterOf, type Command, type EventMeta, type MatterState } from '../../engine/definition.ts';
import type { AccountId } from '../../engine/identity.ts';
import {
  officeParty,
  providerParty,
  type Actor,
  type ActorReference,
  type OfficeLevel,
  type Role,
} from '../../engine/party.ts';
import { accept, refuse, type Refusal } from '../../engine/refusal.ts';

/** One side's message to the other about a matter. */
export interface Letter {
  readonly on: CivilDate;
  readonly side: 'provider' | 'office';
  readonly from: ActorReference;
  readonly text: string;
}

/** What officials note for each other; the provider never sees it. */
export interface OfficeNote {
  readonly on: CivilDate;
  readonly from: ActorReference;
  readonly text: string;
}

/** What every matter that lies on an office's desk has: who works on it, notes, letters. */
export interface DeskState extends MatterState {
  readonly assignee?: AccountId;
  readonly notes: readonly OfficeNote[];
  readonly correspondence: readonly Letter[];
}

export type DeskEvent =
  | { readonly type: 'assigned'; readonly to: AccountId | null }
  | { readonly type: 'noted'; readonly text: string }
  | { readonly type: 'wrote'; readonly side: Letter['side']; readonly text: string };

export const emptyDesk = { notes: [], correspondence: [] } as const satisfies Partial<DeskState>;

/** To be spread into `inner` of the definition: notes stay inside the office. */
export const deskInner = { notes: 'office' } as const;

export const deskEventTitles = {
  assigned: { title: text('分配经办人', 'Assigned'), only: 'office' },
  noted: { title: text('内部备注', 'Internal note'), only: 'office' },
  wrote: { title: text('往来沟通', 'Message') },
} as const satisfies Record<DeskEvent['type'], { title: Text; only?: 'office' }>;

/** To be spread into `evolve` of the definition. */
export const deskEvolution = <State extends DeskState>() => ({
  assigned: (state: State, { to }: Extract<DeskEvent, { type: 'assigned' }>): State => ({
    ...state,
    assignee: to ?? undefined,
  }),
  noted: (state: State, event: Extract<DeskEvent, { type: 'noted' }>, { on, actor }: EventMeta): State => ({
    ...state,
    notes: [...state.notes, { on, from: actor, text: event.text }],
  }),
  wrote: (state: State, event: Extract<DeskEvent, { type: 'wrote' }>, { on, actor }: EventMeta): State => ({
    ...state,
    correspondence: [...state.correspondence, { on, from: actor, side: event.side, text: event.text }],
  }),
});

const words = z.strictObject({ text: z.string().trim().min(1).max(4000) });

/** The level of the office an actor acts for; `undefined` when it is no office. */
export const officeLevelOf = (actor: Actor): OfficeLevel | undefined =>
  actor.kind === 'person' && actor.membership?.kind === 'office' ? actor.membership.level : undefined;

export interface DeskOptions {
  /** States in which the matter lies on an office's desk: it may be assigned there. */
  readonly desks: readonly string[];
  /** States in which notes are still made and letters still written. */
  readonly open: readonly string[];
  readonly levels: readonly OfficeLevel[];
}

const alreadyAssigned: Refusal = {
  code: 'desk/already-assigned',
  pointer: '/to',
  text: text('经办人没有变化。', 'That is who has it already.'),
};
const notAReviewer: Refusal = {
  code: 'desk/not-a-reviewer',
  pointer: '/to',
  text: text(
    '只能分配给本单位的审核人员或负责人。',
    'It can only be assigned to a reviewer or supervisor of your own office.',
  ),
};

const m = matterOf<DeskState, DeskEvent>();

/** The commands `assign`, `note` and `write`. */
export const deskCommands = ({
  desks,
  open,
  levels,
}: DeskOptions): Readonly<Record<'assign' | 'note' | 'write', Command<DeskState, DeskEvent>>> => ({
  assign: m.command({
    title: text('分配经办人', 'Assign'),
    help: text('指定由谁经办；留空则放回待办。', 'Say who works on it; nobody puts it back into the queue.'),
    by: [officeParty(levels, 'reviewer', 'supervisor')],
    ownDesk: true,
    from: desks,
    asks: 'own-screen',
    input: z.strictObject({ to: z.string().min(1).max(80).nullable() }),
    gather: async (_state, { to }, lookups, { actor }): Promise<readonly Role[]> => {
      const organisation = actor.kind === 'person' ? actor.membership?.organisation : undefined;
      return to === null || organisation === undefined ? [] : lookups.rolesIn(to as AccountId, organisation);
    },
    decide: (state, { to }, { gathered: roles }) => {
      if ((state.assignee ?? null) === to) return refuse(alreadyAssigned);
      return to === null || roles.includes('reviewer') || roles.includes('supervisor')
        ? accept({ type: 'assigned', to: to as AccountId | null })
        : refuse(notAReviewer);
    },
  }),
  note: m.command({
    title: text('写内部备注', 'Add an internal note'),
    help: text('只有主管部门能看到，备案主体看不到。', 'Only offices can read it; the provider cannot.'),
    by: [officeParty(levels, 'reviewer', 'supervisor')],
    from: open,
    asks: 'own-screen',
    input: words,
    decide: (_state, input) => accept({ type: 'noted', text: input.text }),
  }),
  write: m.command({
    title: text('发送消息', 'Write a message'),
    help: text('双方都能看到，并保留在办理记录中。', 'Both sides can read it, and it stays in the record.'),
    by: [providerParty('officer', 'editor'), officeParty(levels, 'reviewer', 'supervisor')],
    from: open,
    asks: 'own-screen',
    input: words,
    decide: (_state, input, { actor }) =>
      accept({ type: 'wrote', side: officeLevelOf(actor) === undefined ? 'provider' : 'office', text: input.text }),
  }),
});
