import type { EditionId, HolidayCalendar } from '@suanjian/rulebook';
import type { ClockRun } from '../engine/clocks.ts';
import type { AnyMatterDefinition, MatterSettings, MatterState, Notice } from '../engine/definition.ts';
import type { MatterId } from '../engine/identity.ts';
import type { Lookups, OrganisationFacts } from '../engine/lookups.ts';
import type { Actor } from '../engine/party.ts';
import type { Publication } from '../engine/publication.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { RecordedEvent } from '../engine/run.ts';
import type { WarningFacts } from '../engine/warning.ts';

/** A command was refused; `codes` and `refusals` say why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(
      refusals
        .map(({ code, pointer, text: { en } }) => `${code}${pointer === undefined ? '' : ` ${pointer}`}: ${en}`)
        .join('\n'),
    );
    this.refusals = refusals;
  }
}

export interface InMemoryOptions {
  readonly definitions: readonly AnyMatterDefinition[];
  /** The day on which it begins; `on` moves it. */
  readonly today: string;
  readonly organisations?: readonly OrganisationFacts[];
  /** Answers that replace those made from the matters themselves. */
  readonly lookups?: Partial<Lookups>;
  readonly chosenEdition?: EditionId;
  /** The built-in one when absent. */
  readonly calendar?: HolidayCalendar;
  readonly settings?: MatterSettings;
}

/** A house without a store: the same order of steps as the real one, for stories told in tests. Refusals throw. */
export interface InMemory {
  /** Moves the day. */
  readonly on: (date: string) => void;
  /** Replaces the calendar, as an administrator's import does. */
  readonly importCalendar: (calendar: HolidayCalendar) => void;
  /** @throws RefusedError */
  readonly open: (
    kind: string,
    input: unknown,
    actor: Actor,
    parent?: MatterId,
    reason?: string,
    warning?: WarningFacts,
  ) => Promise<MatterId>;
  /** @throws RefusedError; then nothing has happened, in no matter. */
  readonly give: (id: MatterId, command: string, input: unknown, actor: Actor, reason?: string) => Promise<void>;
  /** The codes of the refusals of something tried, empty when it was accepted. */
  readonly refused: (attempt: Promise<unknown>) => Promise<readonly string[]>;
  readonly state: (id: MatterId) => MatterState & Readonly<Record<string, unknown>>;
  readonly events: (id: MatterId) => readonly RecordedEvent[];
  readonly clocks: (id: MatterId) => readonly ClockRun[];
  readonly publications: readonly Publication[];
  readonly notices: readonly Notice[];
}
