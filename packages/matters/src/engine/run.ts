import { text } from '@suanjian/rulebook';
import type { AnyMatterDefinition, Command, EventMeta, MatterEvent, MatterState, Opening } from './definition.ts';
import { isParty, type Actor, type Ground } from './party.ts';
import type { Refusal } from './refusal.ts';

export interface RecordedEvent {
  readonly event: MatterEvent;
  readonly meta: EventMeta;
}

/** Applies one event. @throws Error when the stream does not begin with `opened` or holds an event the definition does not know. */
export const evolved = (
  definition: AnyMatterDefinition,
  state: MatterState | undefined,
  { event, meta }: RecordedEvent,
): MatterState => {
  if (state === undefined) {
    if (event.type !== 'opened')
      throw new Error(`${definition.kind}: a stream begins with "opened", not "${event.type}"`);
    return definition.begin(event as never, meta);
  }
  const evolve = (
    definition.evolve as Readonly<
      Record<string, ((state: MatterState, event: never, meta: EventMeta) => MatterState) | undefined>
    >
  )[event.type];
  if (evolve === undefined)
    throw new Error(`${definition.kind}: no way to apply event "${event.type}" at position ${meta.position}`);
  return evolve(state, event as never, meta);
};

/** How people stand towards a matter in its present state. */
export const groundIn = (definition: AnyMatterDefinition, state: MatterState, ground: Ground): Ground => {
  const { team: _earlier, ...rest } = ground;
  const team = definition.team?.(state);
  return team === undefined ? rest : { ...rest, team };
};

/** The state after all events; `undefined` for an empty stream. */
export const replayed = (definition: AnyMatterDefinition, events: readonly RecordedEvent[]): MatterState | undefined =>
  events.reduce<MatterState | undefined>((state, recorded) => evolved(definition, state, recorded), undefined);

/** Why an actor may not give a command now; `undefined` when nothing speaks against it. */
export type Hindrance = { readonly why: 'not-permitted' | 'wrong-state' | 'reason-missing'; readonly refusal: Refusal };

const hindrance = (why: Hindrance['why'], refusal: Refusal): Hindrance => ({ why, refusal });

const hasReason = (reason: string | undefined): boolean => reason !== undefined && reason.trim() !== '';

const notPermitted = (title: { zh: string; en: string }): Hindrance =>
  hindrance('not-permitted', {
    code: 'matter/not-permitted',
    text: text(`您的身份不能办理「${title.zh}」。`, `Your role does not allow “${title.en}”.`),
  });

const reasonMissing = (title: { zh: string; en: string }): Hindrance =>
  hindrance('reason-missing', {
    code: 'matter/reason-missing',
    pointer: '/reason',
    text: text(`「${title.zh}」需要写明理由。`, `“${title.en}” wants a reason.`),
  });

/** Each level decides what lies on its own desk, though the nation sees what the provinces have. */
const isOwnDesk = (definition: AnyMatterDefinition, state: MatterState, actor: Actor): boolean => {
  const desk = definition.states[state.status]?.desk;
  if (actor.kind !== 'person' || actor.membership?.kind !== 'office') return true;
  return desk?.side === 'office' && desk.level === actor.membership.level;
};

/** Permission first, so that a stranger learns nothing about the state. */
export const commandHindrance = (
  definition: AnyMatterDefinition,
  command: Command<MatterState, MatterEvent>,
  state: MatterState,
  actor: Actor,
  ground: Ground,
  reason: string | undefined,
): Hindrance | undefined => {
  if (!command.by.some((party) => isParty(actor, party, ground))) return notPermitted(command.title);
  if (!command.from.includes(state.status)) {
    const current = definition.states[state.status]?.title ?? text(state.status, state.status);
    return hindrance('wrong-state', {
      code: 'matter/wrong-state',
      text: text(
        `现在的状态是「${current.zh}」，不能办理「${command.title.zh}」。`,
        `It stands at “${current.en}”; “${command.title.en}” is not possible from there.`,
      ),
    });
  }
  if (command.ownDesk === true && !isOwnDesk(definition, state, actor))
    return hindrance('not-permitted', {
      code: 'matter/other-desk',
      text: text('这件事现在由另一级部门办理。', 'It lies on the desk of an office of another level now.'),
    });
  return command.reason === 'required' && !hasReason(reason) ? reasonMissing(command.title) : undefined;
};

export const openingHindrance = (
  opening: Opening,
  actor: Actor,
  ground: Ground,
  reason: string | undefined,
): Hindrance | undefined => {
  if (!opening.by.some((party) => isParty(actor, party, ground))) return notPermitted(opening.title);
  return opening.reason === 'required' && !hasReason(reason) ? reasonMissing(opening.title) : undefined;
};

/** Names of the commands an actor may give now and that are worth offering. */
export const availableCommands = (
  definition: AnyMatterDefinition,
  state: MatterState,
  actor: Actor,
  ground: Ground,
): readonly string[] =>
  Object.entries(definition.commands)
    .filter(
      ([, command]) =>
        commandHindrance(definition, command, state, actor, ground, 'given') === undefined &&
        (command.offered?.(state) ?? true),
    )
    .map(([name]) => name);
