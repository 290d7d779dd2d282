import { sql } from 'kysely';
import type { AnyMatterDefinition } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Store } from '../store/open-store.ts';
import type { MatterService } from './matter-service.ts';

/** A clock that has run out and has something to do about it. */
export interface Lapse {
  readonly kind: string;
  readonly matter: string;
  readonly command: string;
  /** Of this clock, this run and this due date: the same lapse is the same string. */
  readonly key: string;
}

interface Row {
  readonly matter_id: string;
  readonly kind: string;
  readonly name: string;
  readonly run: number;
  readonly due_on: string;
}

/** Clocks that ran out before today and whose definitions say what then happens by itself, the oldest first. */
export const findLapses = async (
  store: Store,
  definitions: readonly AnyMatterDefinition[],
  today: CivilDate,
): Promise<readonly Lapse[]> => {
  const commands = new Map(
    definitions.flatMap(({ kind, clocks }) =>
      Object.entries(clocks).flatMap(([name, { onLapse }]) =>
        onLapse === undefined ? [] : [[`${kind} ${name}`, onLapse] as const],
      ),
    ),
  );
  if (commands.size === 0) return [];
  const { rows } = await store.asOwner((transaction) =>
    sql<Row>`
      select clock.matter_id, matter.kind, clock.name, clock.run, clock.due_on
      from clock join matter on matter.id = clock.matter_id
      where clock.ended_on is null and not clock.suspended and clock.due_on < ${today}::date and not matter.final
        and matter.kind || ' ' || clock.name = any (${[...commands.keys()]})
      order by clock.due_on, clock.matter_id, clock.name`.execute(transaction),
  );
  return rows.map(({ matter_id: matter, kind, name, run, due_on: due }) => ({
    kind,
    matter,
    command: commands.get(`${kind} ${name}`) ?? '',
    key: `${matter} ${name} ${run} ${due} ${today}`,
  }));
};

/**
 * Lets every clock that has run out do what its matter says then happens. A refusal is an answer (the matter waits for somebody else, or was moved
 * meanwhile) and is not asked for again that day. @param refused keys of today's refusals, kept by the caller
 */
export const giveLapsed = async (
  lapses: readonly Lapse[],
  service: Pick<MatterService, 'give'>,
  refused: Set<string>,
): Promise<number> => {
  let given = 0;
  for (const { kind, matter, command, key } of lapses) {
    if (refused.has(key)) continue;
    const outcome = await service.give({ actor: { kind: 'clock' }, kind, matter, command, input: {} });
    if (outcome.outcome === 'done') given += 1;
    else refused.add(key);
  }
  return given;
};
