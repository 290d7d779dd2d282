import { sql, type Transaction } from 'kysely';
import {
  commandHindrance,
  editionOn,
  evolved,
  openingHindrance,
  referenceOf,
  type Actor,
  type AnyMatterDefinition,
  type ClockRules,
  type CommandContext,
  type Effect,
  type EventMeta,
  type Ground,
  type Instant,
  type MatterEvent,
  type MatterId,
  type MatterSettings,
  type MatterState,
  type Opened,
  type OrganisationChange,
  type OrganisationId,
  type Publication,
  type RecordedEvent,
} from '@suanjian/matters';
import { civilDateOf, text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import { chainStart } from './chain.ts';
import { parseInput } from './input.ts';
import { createLookups, type LookupPorts } from './lookups.ts';
import { RefusedError, type Done } from './outcome.ts';
import { headProjection, projectClocks } from './projection.ts';
import type { Sealer } from './sealing.ts';
import { eventRows, insertEvents, loadStream, type Stream } from './streams.ts';

/** Everything a command needs of the world; the apps give it. */
export interface MatterPorts extends Omit<LookupPorts, 'today'> {
  readonly definitionOf: (kind: string) => AnyMatterDefinition | undefined;
  readonly sealer: Sealer;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly settings: MatterSettings;
  readonly rules: () => ClockRules;
  /** Takes in rules that another process has brought meanwhile, such as a calendar. */
  readonly refreshRules?: (transaction: Transaction<Database>) => Promise<void>;
  readonly publish: (
    transaction: Transaction<Database>,
    publication: Publication,
    about: { matter: MatterId; at: Instant; prefix: string },
  ) => Promise<void>;
}

/** What surrounds one command, the same for all that follows from it. */
export interface CommandSurroundings {
  readonly transaction: Transaction<Database>;
  readonly ports: MatterPorts;
  readonly actor: Actor;
  readonly now: Instant;
  readonly reason: string | undefined;
}

interface Target {
  readonly definition: AnyMatterDefinition;
  readonly matter: MatterId;
  readonly owner: OrganisationId | null;
  readonly ground: Ground;
  readonly parent: Stream['parent'];
}

const notFound = (): RefusedError =>
  new RefusedError('not-found', [
    {
      code: 'matter/not-found',
      text: text('没有找到这个事项，或者您无权查看。', 'There is no such matter, or you may not see it.'),
    },
  ]);

export const knownDefinition = (ports: Pick<MatterPorts, 'definitionOf'>, kind: string): AnyMatterDefinition => {
  const definition = ports.definitionOf(kind);
  if (definition === undefined)
    throw new RefusedError('not-found', [
      {
        code: 'matter/unknown-kind',
        text: text(`没有名为「${kind}」的事项。`, `There is no kind of matter named “${kind}”.`),
      },
    ]);
  return definition;
};

/** @param lock keeps others from moving the matter until this transaction ends. */
export const streamOf = async (
  transaction: Transaction<Database>,
  ports: Pick<MatterPorts, 'definitionOf' | 'sealer'>,
  kind: string,
  id: string,
  lock: boolean,
): Promise<Stream> => {
  const definition = knownDefinition(ports, kind);
  const query = transaction.selectFrom('matter').selectAll().where('id', '=', id).where('kind', '=', kind);
  const head = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (head === undefined) throw notFound();
  return loadStream(transaction, definition, head, ports.sealer);
};

const contextOf = <Gathered>(
  { ports, actor, now, reason }: CommandSurroundings,
  { matter, ground }: Pick<Target, 'matter' | 'ground'>,
  gathered: Gathered,
): CommandContext<Gathered> => {
  const today = civilDateOf(now);
  const rules = ports.rules();
  return {
    ...rules,
    matter,
    ground,
    actor,
    now,
    today,
    edition: editionOn(rules, today),
    settings: ports.settings,
    reason,
    gathered,
  };
};

const changeOrganisation = async (transaction: Transaction<Database>, change: OrganisationChange): Promise<void> => {
  await transaction
    .updateTable('organisation')
    .set({
      name: change.name,
      credit_code: change.creditCode,
      place: change.place,
      subject_code: change.subjectCode,
      registered: true,
    })
    .where('id', '=', change.id)
    .execute();
};

/**
 * A matter's effects reach what its actor may not see, such as a provider's draft on a filing that an office revokes: for them, and for them
 * only, row security looks with the operator's eyes. After an error the transaction is rolled back, and the setting with it.
 */
const seeingEverything = async (transaction: Transaction<Database>, work: () => Promise<void>): Promise<void> => {
  const { rows } = await sql<{
    side: string | null;
  }>`select current_setting('suanjian.side', true) as side`.execute(transaction);
  await sql`select set_config('suanjian.side', 'operator', true)`.execute(transaction);
  await work();
  await sql`select set_config('suanjian.side', ${rows[0]?.side ?? ''}, true)`.execute(transaction);
};

/** What follows from the new events outside the stream: notices, publications, the organisation's facts, commands to other matters. */
const followUp = async (
  surroundings: CommandSurroundings,
  { definition, matter, owner, ground }: Target,
  before: MatterState | undefined,
  recorded: readonly RecordedEvent[],
): Promise<void> => {
  const { transaction, ports, now, actor } = surroundings;
  let state = before;
  const effects: Effect[] = [];
  for (const step of recorded) {
    state = evolved(definition, state, step);
    const { event, meta } = step;
    const publication = definition.publication?.(event, state, meta);
    if (publication !== undefined)
      await ports.publish(transaction, publication, { matter, at: now, prefix: ports.settings.numberPrefix });
    const consequences = definition.consequences?.(event, state, meta, { matter, settings: ports.settings });
    if (consequences === undefined) continue;
    if (consequences.organisation !== undefined) await changeOrganisation(transaction, consequences.organisation);
    for (const { to, subject, body } of consequences.notices ?? [])
      await transaction
        .insertInto('outbox')
        .values({
          matter_id: matter,
          position: meta.position,
          organisation_id: to === 'provider' ? owner : null,
          office_level: to === 'provider' ? null : to.officeLevel,
          place: ground.place,
          subject: JSON.stringify(subject),
          body: JSON.stringify(body),
          created_at: now,
          handled_at: null,
        })
        .execute();
    effects.push(...(consequences.effects ?? []));
  }
  const asMatter: Actor = { kind: 'matter', matter, matterKind: definition.kind, behalf: referenceOf(actor) };
  if (effects.length === 0) return;
  await seeingEverything(transaction, async () => {
    for (const { matter: target, command, input } of effects)
      await giveCommand({ ...surroundings, actor: asMatter }, target.kind, target.id, command, input, undefined);
  });
};

const metaFor = ({ ports, actor, now, reason }: CommandSurroundings, command: string): Omit<EventMeta, 'position'> => {
  const on = civilDateOf(now);
  return {
    at: now,
    on,
    actor: referenceOf(actor),
    edition: editionOn(ports.rules(), on),
    command,
    ...(reason === undefined ? {} : { reason }),
  };
};

/** Gives a command to a matter inside a transaction. @throws RefusedError, which rolls everything back. */
export const giveCommand = async (
  surroundings: CommandSurroundings,
  kind: string,
  id: string,
  name: string,
  input: unknown,
  expectedPosition: number | undefined,
): Promise<Done> => {
  const { transaction, ports, actor, reason, now } = surroundings;
  const definition = knownDefinition(ports, kind);
  const stream = await streamOf(transaction, ports, kind, id, true);
  const command = definition.commands[name];
  if (command === undefined)
    throw new RefusedError('not-found', [
      {
        code: 'matter/unknown-command',
        text: text(
          `「${definition.title.zh}」没有「${name}」这项操作。`,
          `“${definition.title.en}” has no command “${name}”.`,
        ),
      },
    ]);
  if (expectedPosition !== undefined && expectedPosition !== stream.position)
    throw new RefusedError('stale', [
      {
        code: 'matter/stale',
        text: text(
          `您看到的是第 ${expectedPosition} 步，现在已经到第 ${stream.position} 步。请重新查看后再办理。`,
          `You have seen step ${expectedPosition}; the matter stands at step ${stream.position} now. Look again and then decide.`,
        ),
      },
    ]);
  const hindrance = commandHindrance(definition, command, stream.state, actor, stream.ground, reason);
  if (hindrance !== undefined) throw new RefusedError(hindrance.why, [hindrance.refusal]);
  const parsed = parseInput(command.input, input);
  if (!parsed.ok) throw new RefusedError('invalid', parsed.refusals);
  const target: Target = {
    definition,
    matter: stream.id,
    owner: stream.owner,
    ground: stream.ground,
    parent: stream.parent,
  };
  const lookups = createLookups(transaction, { ...ports, today: civilDateOf(now) });
  const gathered = (await command.gather?.(
    stream.state,
    parsed.input as never,
    lookups,
    contextOf(surroundings, target, undefined),
  )) as never;
  const decision = command.decide(stream.state, parsed.input as never, contextOf(surroundings, target, gathered));
  if (decision.outcome === 'refused') throw new RefusedError('refused', decision.refusals);
  return append(surroundings, target, name, decision.events, stream);
};

const append = async (
  surroundings: CommandSurroundings,
  target: Target,
  command: string,
  events: readonly MatterEvent[],
  stream: Stream,
): Promise<Done> => {
  const { transaction, ports, now } = surroundings;
  const { definition, matter, owner } = target;
  const { rows, recorded, hashes } = await eventRows(
    definition,
    events,
    {
      matter,
      kind: definition.kind,
      owner,
      after: stream.position,
      previous: stream.headHash,
      meta: metaFor(surroundings, command),
    },
    ports.sealer,
  );
  let state = stream.state;
  for (const step of recorded) state = evolved(definition, state, step);
  const position = stream.position + rows.length;
  const done: Done = { outcome: 'done', kind: definition.kind, matter, status: state.status, position };
  if (rows.length === 0) return done;
  await insertEvents(transaction, rows, hashes);
  await transaction
    .updateTable('matter')
    .set({
      ...headProjection(definition, state),
      position,
      head_hash: hashes.at(-1) ?? stream.headHash,
      changed_at: now,
    })
    .where('id', '=', matter)
    .execute();
  await projectClocks(transaction, matter, definition, [...stream.events, ...recorded], ports.rules(), now);
  await followUp(surroundings, target, stream.state, recorded);
  return done;
};

const groundOf = (actor: Actor): Ground => {
  const membership = actor.kind === 'person' ? actor.membership : undefined;
  if (membership === undefined) return { owner: undefined, place: '000000' };
  return membership.kind === 'office'
    ? { owner: undefined, place: membership.place }
    : { owner: membership.organisation, place: '000000' };
};

/** Opens a matter inside a transaction. @throws RefusedError, which rolls everything back. */
export const openMatter = async (
  surroundings: CommandSurroundings,
  kind: string,
  input: unknown,
  parentId: string | undefined,
): Promise<Done> => {
  const { transaction, ports, actor, reason, now } = surroundings;
  const definition = knownDefinition(ports, kind);
  const { opening } = definition;
  // Before anything is looked up: whoever could not open one on their own ground learns nothing about another's.
  const general = openingHindrance(opening, actor, groundOf(actor), reason);
  if (general?.why === 'not-permitted') throw new RefusedError(general.why, [general.refusal]);
  const parent = opening.on === undefined ? undefined : await parentOf(surroundings, opening.on, parentId);
  const own =
    actor.kind === 'person' && actor.membership?.kind === 'provider' ? actor.membership.organisation : undefined;
  const place = parent?.ground.place ?? (own === undefined ? '000000' : await placeOf(transaction, own));
  const ground: Ground = parent?.ground ?? { owner: own, place };
  const hindrance = openingHindrance(opening, actor, ground, reason);
  if (hindrance !== undefined) throw new RefusedError(hindrance.why, [hindrance.refusal]);
  const parsed = parseInput(opening.input, input);
  if (!parsed.ok) throw new RefusedError('invalid', parsed.refusals);
  const matter = ports.newId() as MatterId;
  const lookups = createLookups(transaction, { ...ports, today: civilDateOf(now) });
  const reference = parent === undefined ? undefined : { kind: parent.kind, id: parent.id };
  const context = <Gathered>(gathered: Gathered) => ({
    ...contextOf(surroundings, { matter, ground }, gathered),
    ...(reference === undefined ? {} : { parent: reference }),
  });
  const gathered = (await opening.gather?.(parsed.input as never, lookups, context(undefined))) as never;
  const decision = opening.decide(parsed.input as never, context(gathered));
  if (decision.outcome === 'refused') throw new RefusedError('refused', decision.refusals);
  return begin(surroundings, definition, matter, decision.events, reference);
};

const begin = async (
  surroundings: CommandSurroundings,
  definition: AnyMatterDefinition,
  matter: MatterId,
  events: readonly MatterEvent[],
  parent: Stream['parent'],
): Promise<Done> => {
  const { transaction, ports, now } = surroundings;
  const [first] = events;
  if (first?.type !== 'opened') throw new Error(`${definition.kind}: the first event must be "opened"`);
  const { owner, place } = first as Opened;
  const target: Target = { definition, matter, owner, ground: { owner: owner ?? undefined, place }, parent };
  const { rows, recorded, hashes } = await eventRows(
    definition,
    events,
    { matter, kind: definition.kind, owner, after: 0, previous: chainStart, meta: metaFor(surroundings, 'open') },
    ports.sealer,
  );
  let state: MatterState | undefined;
  for (const step of recorded) state = evolved(definition, state, step);
  if (state === undefined) throw new Error(`${definition.kind}: opening led to no state`);
  await transaction
    .insertInto('matter')
    .values({
      id: matter,
      kind: definition.kind,
      owner,
      place,
      parent_kind: parent?.kind ?? null,
      parent_id: parent?.id ?? null,
      ...headProjection(definition, state),
      position: rows.length,
      head_hash: hashes.at(-1) ?? chainStart,
      opened_at: now,
      changed_at: now,
    })
    .execute();
  await insertEvents(transaction, rows, hashes);
  await projectClocks(transaction, matter, definition, recorded, ports.rules(), now);
  await followUp(surroundings, target, undefined, recorded);
  return { outcome: 'done', kind: definition.kind, matter, status: state.status, position: rows.length };
};

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const parentOf = async (
  { transaction, ports }: CommandSurroundings,
  on: { readonly kind: string; readonly from: readonly string[] },
  id: string | undefined,
): Promise<Stream> => {
  if (id === undefined)
    throw new RefusedError('invalid', [
      {
        code: 'matter/parent-missing',
        pointer: '/parent',
        text: text('请说明在哪个事项上办理。', 'Say on which matter this is opened.'),
      },
    ]);
  if (!uuidPattern.test(id)) throw notFound();
  const parent = await streamOf(transaction, ports, on.kind, id, true);
  if (!on.from.includes(parent.state.status)) {
    const current =
      ports.definitionOf(on.kind)?.states[parent.state.status]?.title ?? text(parent.state.status, parent.state.status);
    throw new RefusedError('wrong-state', [
      {
        code: 'matter/parent-state',
        pointer: '/parent',
        text: text(
          `原事项现在的状态是「${current.zh}」，不能在它上面办理。`,
          `The matter it belongs to stands at “${current.en}”; nothing can be opened on it from there.`,
        ),
      },
    ]);
  }
  return parent;
};

const placeOf = async (transaction: Transaction<Database>, organisation: OrganisationId): Promise<string> =>
  (await transaction.selectFrom('organisation').select('place').where('id', '=', organisation).executeTakeFirst())
    ?.place ?? '000000';
