import { builtInCalendar, civilDate, text, type CivilDate } from '@suanjian/rulebook';
import { askedFaults } from '../engine/asked.ts';
import { groundOn } from '../engine/opened-on.ts';
import { clockRuns } from '../engine/clocks.ts';
import type {
  AnyMatterDefinition,
  CommandContext,
  MatterEvent,
  MatterSettings,
  Notice,
  Opened,
} from '../engine/definition.ts';
import type { Instant, MatterId, OrganisationId } from '../engine/identity.ts';
import type { Lookups, OrganisationFacts } from '../engine/lookups.ts';
import { referenceOf, type Actor, type Ground } from '../engine/party.ts';
import type { Publication } from '../engine/publication.ts';
import type { Decision } from '../engine/refusal.ts';
import { editionOn, type ClockRules } from '../engine/rules.ts';
import { commandHindrance, evolved, groundIn, openingHindrance } from '../engine/run.ts';
import type { WarningFacts } from '../engine/warning.ts';
import { RefusedError, type InMemory, type InMemoryOptions } from './in-memory-shape.ts';
import { inMemoryLookups } from './in-memory-lookups.ts';
import type { KeptMatter } from './kept-matter.ts';

interface Transaction {
  readonly matters: Map<MatterId, KeptMatter>;
  readonly organisations: Map<OrganisationId, OrganisationFacts>;
  readonly publications: Publication[];
  readonly notices: Notice[];
}

const demonstration: MatterSettings = {
  numberPrefix: '演示算备',
  issuingBody: text('演示机关', 'Demonstration office'),
};

export { RefusedError, type InMemory, type InMemoryOptions } from './in-memory-shape.ts';

export const inMemory = (options: InMemoryOptions): InMemory => {
  const { settings = demonstration, chosenEdition } = options;
  let rules: ClockRules = {
    calendar: options.calendar ?? builtInCalendar,
    ...(chosenEdition === undefined ? {} : { chosenEdition }),
  };
  let today = civilDate(options.today);
  let count = 0;
  let kept: Transaction = {
    matters: new Map(),
    organisations: new Map((options.organisations ?? []).map((each) => [each.id, each])),
    publications: [],
    notices: [],
  };

  const definitionOf = (kind: string): AnyMatterDefinition => {
    const found = options.definitions.find((definition) => definition.kind === kind);
    if (found === undefined) throw new Error(`no definition of ${kind} was given`);
    return found;
  };
  const matterIn = ({ matters }: Transaction, id: MatterId): KeptMatter => {
    const found = matters.get(id);
    if (found === undefined) throw new Error(`no matter ${id}`);
    return found;
  };
  const lookupsIn = (transaction: Transaction): Lookups => ({
    ...inMemoryLookups({
      matters: () => transaction.matters,
      organisations: transaction.organisations,
      today: () => today,
    }),
    ...options.lookups,
  });
  const contextFor = (
    matter: MatterId,
    ground: Ground,
    actor: Actor,
    reason: string | undefined,
    parent: Opened['parent'],
  ): CommandContext<undefined> => ({
    ...rules,
    matter,
    ground,
    actor,
    reason,
    today,
    settings,
    gathered: undefined,
    // Ten in the morning in Shanghai.
    now: `${today}T02:00:00Z` as Instant,
    edition: editionOn(rules, today),
    ...(parent === undefined ? {} : { parent }),
  });

  /** Writes the events of a decision, and what follows from them in other matters. */
  const write = async (
    transaction: Transaction,
    definition: AnyMatterDefinition,
    decision: Decision<MatterEvent>,
    context: CommandContext<undefined>,
    command: string,
  ): Promise<void> => {
    if (decision.outcome === 'refused') throw new RefusedError(decision.refusals);
    for (const event of decision.events) {
      const before = transaction.matters.get(context.matter);
      const meta = {
        position: (before?.events.length ?? 0) + 1,
        at: context.now,
        on: context.today,
        actor: referenceOf(context.actor),
        edition: context.edition,
        command,
        ...(context.reason === undefined ? {} : { reason: context.reason }),
      };
      const recorded = { event, meta };
      const state = evolved(definition, before?.state, recorded);
      const opened = before?.opened ?? (event as Opened);
      transaction.matters.set(context.matter, {
        id: context.matter,
        definition,
        opened,
        events: [...(before?.events ?? []), recorded],
        state,
      });
      const publication = definition.publication?.(event, state, meta);
      if (publication !== undefined) transaction.publications.push(publication);
      const consequences = definition.consequences?.(event, state, meta, { matter: context.matter, settings });
      transaction.notices.push(...(consequences?.notices ?? []));
      if (consequences?.organisation !== undefined)
        transaction.organisations.set(consequences.organisation.id, {
          ...consequences.organisation,
          kind: 'provider',
          registered: true,
        });
      const behalf = {
        kind: 'matter',
        matter: context.matter,
        matterKind: definition.kind,
        behalf: meta.actor,
      } as const;
      for (const effect of consequences?.effects ?? [])
        await giveIn(
          transaction,
          effect.matter.id,
          effect.command,
          effect.input,
          behalf,
          effect.withoutReason === true ? undefined : context.reason,
        );
    }
  };

  const parsed = (
    schema: {
      safeParse(input: unknown): {
        success: boolean;
        data?: unknown;
        error?: { issues: readonly { path: PropertyKey[]; message: string }[] };
      };
    },
    input: unknown,
  ): never => {
    const result = schema.safeParse(input);
    if (result.success) return result.data as never;
    throw new RefusedError(
      (result.error?.issues ?? []).map(({ path, message }) => ({
        code: 'input/shape',
        pointer: `/${path.map(String).join('/')}`,
        text: text(message, message),
      })),
    );
  };

  const giveIn = async (
    transaction: Transaction,
    id: MatterId,
    name: string,
    input: unknown,
    actor: Actor,
    reason: string | undefined,
  ): Promise<void> => {
    const { definition, opened, state } = matterIn(transaction, id);
    const command = definition.commands[name];
    if (command === undefined) throw new Error(`${definition.kind} has no command ${name}`);
    const ground = groundIn(definition, state, { owner: opened.owner ?? undefined, place: opened.place, matter: id });
    const hindrance = commandHindrance(definition, command, state, actor, ground, reason);
    if (hindrance !== undefined) throw new RefusedError([hindrance.refusal]);
    const context = contextFor(id, ground, actor, reason, undefined);
    const data = parsed(command.input, input);
    const faults = askedFaults(command, data);
    if (faults.length > 0) throw new RefusedError(faults);
    const gathered = (await command.gather?.(state, data, lookupsIn(transaction), context)) as never;
    await write(transaction, definition, command.decide(state, data, { ...context, gathered }), context, name);
  };

  const openIn = async (
    transaction: Transaction,
    id: MatterId,
    kind: string,
    input: unknown,
    actor: Actor,
    parentId: MatterId | undefined,
    reason: string | undefined,
    warning: WarningFacts | undefined,
  ): Promise<void> => {
    const definition = definitionOf(kind);
    const { opening } = definition;
    const parent = parentId === undefined ? undefined : matterIn(transaction, parentId);
    const on = parent === undefined ? undefined : groundOn(opening, parent.definition.kind);
    if (on === undefined && (opening.on !== undefined || parent !== undefined))
      throw new Error(`${kind} is opened on a ${opening.on?.kind ?? 'matter of another kind'}`);
    const membership = actor.kind === 'person' ? actor.membership : undefined;
    const own = membership?.kind === 'office' ? undefined : membership?.organisation;
    const place = membership?.kind === 'office' ? membership.place : own && transaction.organisations.get(own)?.place;
    const ground: Ground =
      parent === undefined
        ? { owner: own, place: place ?? '000000' }
        : { owner: parent.opened.owner ?? undefined, place: parent.opened.place };
    const hindrance = openingHindrance(opening, actor, ground, reason);
    if (hindrance !== undefined) throw new RefusedError([hindrance.refusal]);
    if (parent !== undefined && on?.from.includes(parent.state.status) !== true)
      throw new RefusedError([
        {
          code: 'matter/parent-state',
          text: text('所属事项的状态不允许办理。', 'The matter it is opened on does not stand where this is possible.'),
        },
      ]);
    const context = {
      ...contextFor(
        id,
        ground,
        actor,
        reason,
        parent === undefined ? undefined : { kind: parent.definition.kind, id: parent.id },
      ),
      ...(warning === undefined ? {} : { warning }),
    };
    const data = parsed(opening.input, input);
    const faults = askedFaults(opening, data);
    if (faults.length > 0) throw new RefusedError(faults);
    const gathered = (await opening.gather?.(data, lookupsIn(transaction), context)) as never;
    await write(transaction, definition, opening.decide(data, { ...context, gathered }), context, 'open');
  };

  /** All or nothing. */
  const atomically = async (work: (transaction: Transaction) => Promise<void>): Promise<void> => {
    const transaction: Transaction = {
      matters: new Map(kept.matters),
      organisations: new Map(kept.organisations),
      publications: [...kept.publications],
      notices: [...kept.notices],
    };
    await work(transaction);
    kept = transaction;
  };

  return {
    on: (date) => void (today = civilDate(date) satisfies CivilDate),
    importCalendar: (calendar) => void (rules = { ...rules, calendar }),
    open: async (kind, input, actor, parent, reason, warning) => {
      count += 1;
      const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}` as MatterId;
      await atomically((transaction) => openIn(transaction, id, kind, input, actor, parent, reason, warning));
      return id;
    },
    give: (id, command, input, actor, reason) =>
      atomically((transaction) => giveIn(transaction, id, command, input, actor, reason)),
    refused: async (attempt) => {
      try {
        await attempt;
        return [];
      } catch (error) {
        if (error instanceof RefusedError) return error.refusals.map(({ code }) => code);
        throw error;
      }
    },
    state: (id) => ({ ...matterIn(kept, id).state }),
    events: (id) => matterIn(kept, id).events,
    clocks: (id) => clockRuns(matterIn(kept, id).definition, matterIn(kept, id).events, rules),
    get publications() {
      return kept.publications;
    },
    get notices() {
      return kept.notices;
    },
  };
};
