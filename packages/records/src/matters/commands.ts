import type { Transaction } from 'kysely';
import {
  askedFaults,
  commandHindrance,
  evolved,
  isNamedOnly,
  referenceOf,
  type Actor,
  type Effect,
  type MatterEvent,
  type MatterState,
  type OrganisationChange,
  type RecordedEvent,
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
import { broughtNothing, keepBrought } from './brought.ts';
import { parseInput } from './input.ts';
import { createLookups } from './lookups.ts';
import { RefusedError, type Done } from './outcome.ts';
import { headProjection, projectClocks } from './projection.ts';
import { seeingEverything } from './seeing-everything.ts';
import { eventRows, insertEvents, type Stream } from './streams.ts';

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

/** What follows from the new events outside the stream: notices, publications, the organisation's facts, commands to other matters. */
export const followUp = async (
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
    for (const person of consequences.erase ?? [])
      await transaction
        .insertInto('key_erasure')
        .values({ matter_id: matter, person, asked_at: now, done_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    if ((consequences.erase ?? []).length > 0) surroundings.askErasure();
    effects.push(...(consequences.effects ?? []));
  }
  const asMatter: Actor = { kind: 'matter', matter, matterKind: definition.kind, behalf: referenceOf(actor) };
  if (effects.length === 0) return;
  await seeingEverything(transaction, async () => {
    for (const { matter: target, command, input, withoutReason } of effects)
      await giveCommand(
        {
          ...surroundings,
          actor: asMatter,
          brought: broughtNothing,
          reason: withoutReason === true ? undefined : surroundings.reason,
        },
        target.kind,
        target.id,
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
  await keepBrought(
    transaction,
    surroundings.brought,
    { matter, kind: definition.kind, at: now, opened: false },
    ports.files,
  );
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
