import type { z } from 'zod';
import type { CivilDate, DeadlineUnit, EditionId, Language, Text } from '@suanjian/rulebook';
import type { DocumentModel, PaperFacts } from './document-model.ts';
import type { FormDefinition } from './form.ts';
import type { AccountId, Instant, MatterId, OrganisationId } from './identity.ts';
import type { Lookups } from './lookups.ts';
import type { Actor, ActorReference, Audience, Ground, OfficeLevel, Party, PlaceCode, Side, Team } from './party.ts';
import type { Publication } from './publication.ts';
import type { Decision } from './refusal.ts';
import type { ClockRules } from './rules.ts';
import type { WarningFacts } from './warning.ts';

export interface MatterState {
  readonly status: string;
}

export interface MatterEvent {
  readonly type: string;
}

/** Every stream begins with one: it fixes whose matter it is and where. */
export interface Opened {
  readonly type: 'opened';
  readonly owner: OrganisationId | null;
  readonly place: PlaceCode;
  /** The matter it was opened on, for a change to a filing and the like. */
  readonly parent?: { readonly kind: string; readonly id: MatterId };
}

/** What is known about every event besides its content. */
export interface EventMeta {
  /** From 1, without gaps. */
  readonly position: number;
  readonly at: Instant;
  /** The civil date of `at`: what deadlines are counted from. */
  readonly on: CivilDate;
  readonly actor: ActorReference;
  /** The regulation in force on that day, or the one the installation has chosen. */
  readonly edition: EditionId;
  readonly command: string;
  readonly reason?: string;
}

/** Settings of the installation that matters may depend on. */
export interface MatterSettings {
  /** For example 网信算备; the demonstration's is evidently invalid. */
  readonly numberPrefix: string;
  readonly issuingBody: Text;
}

/** With the calendar and the choice of edition that the clocks count with, so that a guard never disagrees with a clock. */
export interface CommandContext<Gathered> extends ClockRules {
  readonly matter: MatterId;
  /** The matter that this one is opened on; only while it is being opened. */
  readonly parent?: Opened['parent'];
  /** The early warning that it is opened from; only while it is being opened. */
  readonly warning?: WarningFacts;
  readonly ground: Ground;
  readonly actor: Actor;
  readonly now: Instant;
  readonly today: CivilDate;
  /** Of today; for something that happened earlier ask `editionOn` for its day. */
  readonly edition: EditionId;
  readonly settings: MatterSettings;
  readonly reason: string | undefined;
  readonly gathered: Gathered;
}

/** A form whose values are the input of a command, or stand in it under a name. */
export interface Asked {
  readonly form: FormDefinition;
  readonly at?: string;
}

export interface CommandCommon {
  readonly title: Text;
  readonly help: Text;
  readonly by: readonly Party[];
  /** Of offices, only the one on whose level's desk the matter lies may give it; other sides are not touched by this. */
  readonly ownDesk?: boolean;
  /** `required` refuses an empty reason; a decision against somebody always requires one. */
  readonly reason?: 'required' | 'optional';
  /** The clauses on which the command rests. */
  readonly clauses?: readonly string[];
  /** Where a matter has many commands: the heading under which it stands with its like, below those that stand under none. The same object for all of them. */
  readonly under?: Text;
  /**
   * What it asks for besides a reason: every screen draws it, and the engine refuses what is missing or wrong in it before `decide`. A command
   * that wants more than a form can ask says that it has a screen of its own.
   */
  readonly asks?: Asked | 'own-screen';
}

/**
 * Methods rather than function properties: a definition of one matter may then stand in a list of all matters.
 * `gather` is the only place where a command looks beyond its own stream, through a port; `decide` is pure.
 */
export interface Command<State, Event, Input = never, Gathered = never> extends CommandCommon {
  readonly from: readonly string[];
  /** Whether it is worth offering as things stand; `decide` judges whoever gives it all the same. */
  offered?(state: State): boolean;
  /** The states it may lead to; absent when it leaves the state as it is. */
  readonly to?: readonly string[];
  readonly input: z.ZodType<Input>;
  gather?(state: State, input: Input, lookups: Lookups, context: CommandContext<undefined>): Promise<Gathered>;
  decide(state: State, input: Input, context: CommandContext<Gathered>): Decision<Event>;
}

/** A kind of matter that another is opened on, and in which of its states. */
export interface OpenedOn {
  readonly kind: string;
  readonly from: readonly string[];
}

export interface Opening<
  Input = never,
  Gathered = never,
  OpenedEvent extends Opened = Opened,
  Event = never,
> extends CommandCommon {
  /** The public gets a code with which to follow and answer it; see `applicantParty`. */
  readonly followed?: boolean;
  /** Kind of matter it is opened on, and in which of its states; absent for one that may stand alone. */
  readonly on?: OpenedOn;
  /** Kinds of matter that one which may stand alone can be opened on as well; its ground is then theirs. */
  readonly alsoOn?: readonly OpenedOn[];
  /** An office may open it from an early warning of monitoring (opinions/7), which is linked to it and hands on what stands behind it. */
  readonly fromWarning?: true;
  /** The state in which the matter begins. */
  readonly to: string;
  readonly input: z.ZodType<Input>;
  gather?(input: Input, lookups: Lookups, context: CommandContext<undefined>): Promise<Gathered>;
  /** The first event must be `opened`. */
  decide(input: Input, context: CommandContext<Gathered>): Decision<OpenedEvent | Event>;
}

/** What an event does to a clock. Starting a running clock moves its event date and keeps the same clock. */
export type ClockChange = (
  | { readonly change: 'start'; readonly event: CivilDate }
  | { readonly change: 'stop' }
  | { readonly change: 'suspend' }
  | { readonly change: 'resume' }
  /** The duty fell away; nobody met it and nobody missed it. */
  | { readonly change: 'lift' }
) & {
  /** Which of several things that the same clock runs for at once, such as one condition of an approval; each has runs of its own. */
  readonly key?: string;
};

export interface ClockDefinition<State, Event> {
  readonly title: Text;
  /** The clause that sets the length, by edition; an edition without one has no such clock. */
  readonly duty: Partial<Readonly<Record<EditionId, { readonly clause: string; readonly deadline?: string }>>>;
  /** Who is late when it lapses. */
  readonly bearer: 'provider' | 'office';
  /**
   * A length that the provider has published itself, where the clause leaves it to them (final/22, draft/26). As it stood when the clock was
   * started last: what is promised later does not move what was promised then. `key` is that of the change that started it.
   */
  promised?(state: State, key?: string): PromisedLimit | undefined;
  /** The command that the clock itself gives once it has run out (`clockParty`), for what happens by lapse. */
  readonly onLapse?: string;
  /** @param state the state after the event. */
  change(event: Event, state: State, meta: EventMeta): ClockChange | readonly ClockChange[] | undefined;
}

/** A time limit that a provider has published. */
export interface PromisedLimit {
  readonly length: number;
  readonly unit: DeadlineUnit;
}

export interface StateDefinition {
  readonly title: Text;
  /** One plain sentence for the person who waits: where it stands and who is next. */
  readonly meaning: Text;
  /** Who may see the matter while it is in this state; the operator always may. */
  readonly visible: readonly Side[];
  /** Nothing more can happen, or only to what was published. */
  readonly final?: boolean;
  /** Whose desk it lies on. */
  readonly desk?:
    | { readonly side: 'provider' | 'industry-body' | 'applicant' }
    | { readonly side: 'office'; readonly level: OfficeLevel };
  readonly tone: 'neutral' | 'working' | 'good' | 'bad' | 'waiting';
}

/** What lists, search and counts show of a matter. Never anything confidential or personal. */
export interface Summary {
  readonly title: string;
  readonly number?: string;
  readonly technique?: string;
  readonly assignee?: AccountId;
  readonly grade?: string;
  /** What else it concerns, to be found from there: filing numbers, and ids of other matters. Nothing confidential. */
  readonly concerns?: readonly string[];
}

/** A command given to another matter as the consequence of an event, in the same transaction. */
export interface Effect {
  readonly matter: { readonly kind: string; readonly id: MatterId };
  readonly command: string;
  readonly input: unknown;
  /** The reason of what set it in motion stays there: the other matter is somebody else's. */
  readonly withoutReason?: true;
}

export interface Notice {
  readonly to: 'provider' | { readonly officeLevel: OfficeLevel };
  readonly subject: Text;
  readonly body: Text;
}

/** What follows from an accepted event outside its own stream. */
export interface Consequences {
  readonly effects?: readonly Effect[];
  readonly notices?: readonly Notice[];
  /** What an approved registration fixes about its organisation. */
  readonly organisation?: OrganisationChange;
  /**
   * Names of persons whose keys in this matter are to be destroyed, as fields name them in `person` (`person` where they do not): their
   * values can never be read again, and the stream still verifies.
   */
  readonly erase?: readonly string[];
}

export interface OrganisationChange {
  readonly id: OrganisationId;
  readonly name: string;
  readonly creditCode: string;
  readonly place: PlaceCode;
  /** The seven digits that stand for it in filing numbers. */
  readonly subjectCode: string;
}

type EventOf<Event extends MatterEvent, Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Evolve<State, Event extends MatterEvent> = {
  readonly [Type in Exclude<Event['type'], 'opened'>]: (
    state: State,
    event: EventOf<Event, Type>,
    meta: EventMeta,
  ) => State;
};

/** A matter as its author writes it. */
export interface MatterDefinition<State extends MatterState = MatterState, Event extends MatterEvent = MatterEvent> {
  /** Stable, kebab-case; part of addresses and of stored streams. */
  readonly kind: string;
  readonly title: Text;
  readonly purpose: Text;
  readonly clauses: readonly string[];
  readonly states: Readonly<Record<State['status'], StateDefinition>>;
  readonly opening: Opening;
  readonly commands: Readonly<Record<string, Command<State, Event>>>;
  /** Title of every event for the timeline; an event that is not for every side names those it is for. */
  readonly events: Readonly<Record<Event['type'], { readonly title: Text; readonly only?: Side | readonly Side[] }>>;
  /** Top-level properties of events and state that hold values of a form; their sealed fields are sealed before they are stored. */
  readonly forms: Readonly<Record<string, FormDefinition>>;
  /** Top-level properties of state and events that only some sides see. */
  readonly inner?: Readonly<Record<string, Side | readonly Side[]>>;
  /** Sides that do not see this one although its state is one they may see: a provider whom a report to the office never reached. */
  keptFrom?(state: State): readonly Side[];
  /**
   * The state as a side is to know it, for example without what a provider has not submitted yet; the same state when absent. Who looks is told
   * where it is a person, for what only some of a side may read; lists and search know no person.
   */
  seen?(state: State, audience: Audience, account?: AccountId): State;
  /** Of offices only these people see the matter and act on it, as the commands' parties allow; in lists, searches and row security as well. */
  team?(state: State): Team;
  /** What somebody named to the team knows before they are admitted: enough to undertake and to declare. Nothing that is sealed. */
  briefing?(state: State, account: AccountId): Readonly<Record<string, unknown>>;
  /** The last day until which the owner is not told of what members of the team read of its sealed fields, in any matter (campaign/3). */
  readingsDeferredUntil?(state: State): CivilDate | undefined;
  begin(event: EventOf<Event, 'opened'>, meta: EventMeta): State;
  readonly evolve: Evolve<State, Event>;
  readonly clocks: Readonly<Record<string, ClockDefinition<State, Event>>>;
  /** Kinds of matter that may be opened on this one, for its page. */
  readonly links: readonly string[];
  summary(state: State): Summary;
  consequences?(
    event: Event,
    state: State,
    meta: EventMeta,
    context: { readonly matter: MatterId; readonly settings: MatterSettings },
  ): Consequences;
  /** The matter as a paper in one language, made from the state as its reader may see it; a kind without one has none. */
  document?(state: State, language: Language, facts: PaperFacts): DocumentModel;
  /** Kinds opened on this one whose papers are bound into its own, as far as its reader may read them. */
  readonly annexes?: readonly string[];
  /** What the public finds after this event; undefined when nothing public changes. */
  publication?(event: Event, state: State, meta: EventMeta): Publication | undefined;
}

/** Words for writing one definition with its own state and events; checks inputs against their schemas. */
export const matterOf = <State extends MatterState, Event extends MatterEvent>() => ({
  opening: <Input, Gathered = undefined>(
    opening: Opening<Input, Gathered, EventOf<Event, 'opened'> & Opened, Event>,
  ): Opening => opening as unknown as Opening,
  command: <Input, Gathered = undefined>(command: Command<State, Event, Input, Gathered>): Command<State, Event> =>
    command as unknown as Command<State, Event>,
  define: (definition: MatterDefinition<State, Event>): MatterDefinition<State, Event> => definition,
});

/** Any matter, where its own state and events do not matter. */
export type AnyMatterDefinition = MatterDefinition;

/** Forgets the own types of a definition, for lists of all matters. */
export const anyMatter = <State extends MatterState, Event extends MatterEvent>(
  definition: MatterDefinition<State, Event>,
): AnyMatterDefinition => definition as unknown as AnyMatterDefinition;
