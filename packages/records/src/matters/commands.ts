import type { Transaction } from 'kysely';
import {
  askedFaults,
  commandHindrance,
  evolved,
  isNamedOnly,
  referenceOf,
  type Actor,
  type MatterEvent,
  type MatterState,
  type OrganisationChange,
} from '@suanjian/matters';
import { civilDateOf, text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import {
  contextOf,
  knownDefinition,
  metaFor,
  streamOf,
  type CommandSurroundings,
  type Target,
} from './command-context.ts';
import { broughtInserts, broughtNothing } from './brought.ts';
import { followingFrom, followingInserts, type Following } from './consequences.ts';
import { parseInput } from './input.ts';
import { createLookups } from './lookups.ts';
import { RefusedError, type Done } from './outcome.ts';
import { headProjection, projectClocks } from './projection.ts';
import { seeingEverything } from './seeing-everything.ts';
import { eventInsert, eventRows, type NewEvents, type Stream } from './streams.ts';
import { insertTogether, type Insert } from './together.ts';

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

/** Writes new events of a matter whose head is there or among what is written besides, with what came along and what goes out because of them. Says what else follows. */
export const writeEvents = async (
  surroundings: CommandSurroundings,
  target: Target,
  before: MatterState | undefined,
  { rows, recorded, hashes }: NewEvents,
  besides: readonly Insert[] = [],
): Promise<Following> => {
  const { transaction, ports, now, brought } = surroundings;
  const { definition, matter } = target;
  const following = followingFrom(target, before, recorded, ports.settings);
  const about = { matter, kind: definition.kind, at: now, opened: before === undefined };
  await insertTogether(transaction, [
    ...besides,
    eventInsert(transaction, rows, hashes),
    ...(await broughtInserts(transaction, brought, about, ports.files)),
    ...followingInserts(transaction, target, following, now),
  ]);
  if (following.erased.length > 0) surroundings.askErasure();
  return following;
};

/** Does what follows elsewhere: publications, the organisation's facts, commands to other matters. */
export const follow = async (
  surroundings: CommandSurroundings,
  { definition, matter }: Target,
  { changes, effects }: Following,
): Promise<void> => {
  const { transaction, ports, now, actor } = surroundings;
  for (const change of changes)
    if ('publication' in change)
      await ports.publish(transaction, change.publication, { matter, at: now, prefix: ports.settings.numberPrefix });
    else await changeOrganisation(transaction, change.organisation);
  if (effects.length === 0) return;
  const asMatter: Actor = { kind: 'matter', matter, matterKind: definition.kind, behalf: referenceOf(actor) };
  await seeingEverything(transaction, async () => {
    for (const { matter: other, command, input, withoutReason } of effects)
      await giveCommand(
        {
          ...surroundings,
          actor: asMatter,
          brought: broughtNothing,
          reason: withoutReason === true ? undefined : surroundings.reason,
        },
        other.kind,
        other.id,
        command,
        input,
        undefined,
      );
  });
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
  const { transaction, ports, actor, reason, now, brought } = surroundings;
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
  const faults = askedFaults(command, parsed.input);
  if (faults.length > 0) throw new RefusedError('invalid', faults);
  const target: Target = {
    definition,
    matter: stream.id,
    owner: stream.owner,
    ground: stream.ground,
    parent: stream.parent,
  };
  const lookups = createLookups(transaction, { ...ports, today: civilDateOf(now) }, now, brought);
  const gathered = (await command.gather?.(
    stream.state,
    parsed.input as never,
    lookups,
    contextOf(surroundings, target, undefined),
  )) as never;
  const decision = command.decide(stream.state, parsed.input as never, contextOf(surroundings, target, gathered));
  if (decision.outcome === 'refused') throw new RefusedError('refused', decision.refusals);
  const appended = () => append(surroundings, target, name, decision.events, stream);
  // What somebody named to a team answers for themselves is written without their seeing the rest.
  return isNamedOnly(actor, stream.ground) ? seeingEverything(transaction, appended) : appended();
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
  const written = await eventRows(
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
    surroundings.waitBeforeCommit,
  );
  const { rows, recorded, hashes } = written;
  let state = stream.state;
  for (const step of recorded) state = evolved(definition, state, step);
  const position = stream.position + rows.length;
  const done: Done = { outcome: 'done', kind: definition.kind, matter, status: state.status, position };
  if (rows.length === 0) return done;
  const following = await writeEvents(surroundings, target, stream.state, written);
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
  await follow(surroundings, target, following);
  return done;
};
