import type { ClockChange, ClockDefinition, EventMeta, MatterEvent } from '../../engine/definition.ts';

type Changes = ClockChange | readonly ClockChange[] | undefined;

type Handlers<State, Event extends MatterEvent> = {
  readonly [Type in Event['type']]?: (event: Extract<Event, { type: Type }>, state: State, meta: EventMeta) => Changes;
};

/** `change` of a clock, by the events that touch it; every other event leaves it as it is. */
export const changesOn =
  <State, Event extends MatterEvent>(handlers: Handlers<State, Event>): ClockDefinition<State, Event>['change'] =>
  (event, state, meta) =>
    handlers[event.type as Event['type']]?.(event as never, state, meta);

export const stops = (): ClockChange => ({ change: 'stop' });
export const lifts = (): ClockChange => ({ change: 'lift' });
export const startsToday = (_event: unknown, _state: unknown, { on }: EventMeta): ClockChange => ({
  change: 'start',
  event: on,
});
