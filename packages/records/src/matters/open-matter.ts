import type { Transaction } from 'kysely';
import {
  askedFaults,
  everyGround,
  evolved,
  openingHindrance,
  type Actor,
  type AnyMatterDefinition,
  type Ground,
  type MatterEvent,
  type MatterId,
  type MatterState,
  type Opened,
  type Opening,
  type OrganisationId,
} from '@suanjian/matters';
import { civilDateOf, text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import { linkOpened, warningFacts } from '../monitoring/opened-from.ts';
import { chainStart } from './chain.ts';
import {
  contextOf,
  knownDefinition,
  metaFor,
  notFound,
  streamOf,
  type CommandSurroundings,
  type Target,
} from './command-context.ts';
import { follow, writeEvents } from './commands.ts';
import { parseInput } from './input.ts';
import { createLookups } from './lookups.ts';
import { RefusedError, type Done } from './outcome.ts';
import { headProjection, projectClocks } from './projection.ts';
import { eventRows, type Stream } from './streams.ts';

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
  warningId: string | undefined,
): Promise<Done> => {
  const { transaction, ports, actor, reason, now, brought } = surroundings;
  const definition = knownDefinition(ports, kind);
  const { opening } = definition;
  // Before anything is looked up: whoever could not open one on their own ground learns nothing about another's.
  const general = openingHindrance(opening, actor, groundOf(actor), reason);
  if (general?.why === 'not-permitted') throw new RefusedError(general.why, [general.refusal]);
  const parent = await parentFor(surroundings, opening, parentId);
  const own =
    actor.kind === 'person' && actor.membership !== undefined && actor.membership.kind !== 'office'
      ? actor.membership.organisation
      : undefined;
  const place = parent?.ground.place ?? (own === undefined ? groundOf(actor).place : await placeOf(transaction, own));
  const ground: Ground = parent === undefined ? { owner: own, place } : { ...parent.ground, team: undefined };
  const hindrance = openingHindrance(opening, actor, ground, reason);
  if (hindrance !== undefined) throw new RefusedError(hindrance.why, [hindrance.refusal]);
  const parsed = parseInput(opening.input, input);
  if (!parsed.ok) throw new RefusedError('invalid', parsed.refusals);
  const faults = askedFaults(opening, parsed.input);
  if (faults.length > 0) throw new RefusedError('invalid', faults);
  const matter = ports.newId() as MatterId;
  const lookups = createLookups(transaction, { ...ports, today: civilDateOf(now) }, now, brought);
  const warning = await warningFor(surroundings, opening, warningId);
  const reference = parent === undefined ? undefined : { kind: parent.kind, id: parent.id };
  const context = <Gathered>(gathered: Gathered) => ({
    ...contextOf(surroundings, { matter, ground }, gathered),
    ...(reference === undefined ? {} : { parent: reference }),
    ...(warning === undefined ? {} : { warning }),
  });
  const gathered = (await opening.gather?.(parsed.input as never, lookups, context(undefined))) as never;
  const decision = opening.decide(parsed.input as never, context(gathered));
  if (decision.outcome === 'refused') throw new RefusedError('refused', decision.refusals);
  const done = await begin(surroundings, definition, matter, decision.events, reference);
  if (warning !== undefined)
    await linkOpened(
      transaction,
      warning,
      { kind, id: matter, ofTeam: definition.team !== undefined },
      { actor, at: now },
    );
  return done;
};

/** The early warning that a matter is opened from; one that was set aside has to be taken up again first. */
const warningFor = async (
  { transaction, ports, actor }: CommandSurroundings,
  opening: Pick<Opening, 'fromWarning'>,
  id: string | undefined,
): Promise<Awaited<ReturnType<typeof warningFacts>>> => {
  if (id === undefined) return undefined;
  const isOffice = actor.kind === 'person' && actor.membership?.kind === 'office';
  const found =
    opening.fromWarning === true && isOffice && uuidPattern.test(id)
      ? await warningFacts(transaction, ports.files.keyring, id)
      : undefined;
  if (found === undefined) throw notFound();
  if (found.status === 'dismissed')
    throw new RefusedError('wrong-state', [
      {
        code: 'matter/warning-dismissed',
        pointer: '/warning',
        text: text('这条预警已经排除，请先重新核实。', 'This warning was set aside; take it up again first.'),
      },
    ]);
  return found;
};

const begin = async (
  surroundings: CommandSurroundings,
  definition: AnyMatterDefinition,
  matter: MatterId,
  events: readonly MatterEvent[],
  on: Stream['parent'],
): Promise<Done> => {
  const { transaction, ports, actor, now } = surroundings;
  const [first] = events;
  if (first?.type !== 'opened') throw new Error(`${definition.kind}: the first event must be "opened"`);
  const { owner, place, parent = on } = first as Opened;
  const target: Target = { definition, matter, owner, ground: { owner: owner ?? undefined, place }, parent };
  const written = await eventRows(
    definition,
    events,
    { matter, kind: definition.kind, owner, after: 0, previous: chainStart, meta: metaFor(surroundings, 'open') },
    ports.sealer,
    surroundings.waitBeforeCommit,
  );
  const { rows, recorded, hashes } = written;
  let state: MatterState | undefined;
  for (const step of recorded) state = evolved(definition, state, step);
  if (state === undefined) throw new Error(`${definition.kind}: opening led to no state`);
  const head = transaction.insertInto('matter').values({
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
  });
  // Others add to a matter that they can see there; the public sees none and adds to its own nevertheless.
  const together = actor.kind === 'public';
  if (!together) await head.execute();
  const following = await writeEvents(surroundings, target, undefined, written, together ? [head] : []);
  await projectClocks(transaction, matter, definition, recorded, ports.rules(), now);
  await follow(surroundings, target, following);
  return { outcome: 'done', kind: definition.kind, matter, status: state.status, position: rows.length };
};

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What it is opened on. One that may stand alone is opened on a matter only where one is named, of any kind that it may be opened on. */
const parentFor = async (
  surroundings: CommandSurroundings,
  opening: Pick<Opening, 'on' | 'alsoOn'>,
  id: string | undefined,
): Promise<Stream | undefined> => {
  const grounds = everyGround(opening);
  const [first] = grounds;
  if (first === undefined || (opening.on === undefined && id === undefined)) return undefined;
  if (id === undefined)
    throw new RefusedError('invalid', [
      {
        code: 'matter/parent-missing',
        pointer: '/parent',
        text: text('请说明在哪个事项上办理。', 'Say on which matter this is opened.'),
      },
    ]);
  if (!uuidPattern.test(id)) throw notFound();
  const { transaction, ports } = surroundings;
  const kind =
    grounds.length === 1
      ? first.kind
      : (await transaction.selectFrom('matter').select('kind').where('id', '=', id).executeTakeFirst())?.kind;
  const on = grounds.find((ground) => ground.kind === kind);
  if (on === undefined) throw notFound();
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
