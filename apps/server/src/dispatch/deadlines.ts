import { sql, type Transaction } from 'kysely';
import type { Database } from '@suanjian/records';
import { addWorkingDays, civilDateOf, text, workingDaysBetween, type CivilDate } from '@suanjian/rulebook';
import type { Services } from '../services.ts';
import { deadlineTexts, type DeadlineStage } from './deadline-texts.ts';
import { giveNotice } from './give-notice.ts';
import type { Members } from './members.ts';
import { officesCovering } from './offices.ts';

interface OpenClock {
  readonly matter_id: string;
  readonly name: string;
  readonly run: number;
  readonly bearer: 'provider' | 'office';
  readonly clause: string;
  readonly due_on: string;
  readonly provisional: boolean;
  readonly stage: DeadlineStage;
  readonly kind: string;
  readonly owner: string | null;
  readonly place: string;
  readonly title: string;
  readonly position: number;
  readonly desk_side: string | null;
  readonly desk_level: string | null;
}

type DeadlineServices = Pick<Services, 'store' | 'now' | 'rules' | 'definitions'>;

const atOnce = 50;

/** Open clocks that stand at a warning which was not given for their present due date. A warning that was slept through is passed over for the next one. */
const clocksToWarn = async (
  transaction: Transaction<Database>,
  today: CivilDate,
  inTwo: CivilDate,
  inFive: CivilDate,
): Promise<readonly OpenClock[]> => {
  const { rows } = await sql<OpenClock>`
    select * from (
      select clock.matter_id, clock.name, clock.run, clock.bearer, clock.clause, clock.due_on, clock.provisional,
        case when clock.due_on < ${today}::date then 'lapsed' when clock.due_on = ${today}::date then '0' when clock.due_on <= ${inTwo}::date then '2' else '5' end as stage,
        matter.kind, matter.owner, matter.place, matter.title, matter.position, matter.desk_side, matter.desk_level
      from clock join matter on matter.id = clock.matter_id
      where clock.ended_on is null and not clock.suspended and clock.due_on <= ${inFive}::date
    ) as near
    where not exists (
      select from deadline_notice as given
      where given.matter_id = near.matter_id and given.clock = near.name and given.run = near.run and given.due_on = near.due_on and given.stage = near.stage
    )
    order by near.due_on, near.matter_id, near.name, near.run limit ${atOnce}`.execute(transaction);
  return rows;
};

/** Who is late when the clock runs out: the owner, or the offices at whose level the matter lies. */
const bearersOf = async (
  transaction: Transaction<Database>,
  { bearer, owner, desk_side: side, desk_level: level, place }: OpenClock,
): Promise<readonly string[]> => {
  if (bearer === 'provider') return owner === null ? [] : [owner];
  return officesCovering(transaction, side === 'office' && level !== null ? level : 'province', place);
};

/** Tells the bearers of clocks that are due in five, two or no working days, or have just run out: once for each due date. */
export const warnOfDeadlines = async (
  { store, now, rules, definitions }: DeadlineServices,
  members: Members | undefined,
  signal: AbortSignal,
): Promise<void> => {
  const { calendar } = rules();
  const at = now();
  const today = civilDateOf(at);
  const [inTwo, inFive] = [addWorkingDays(calendar, today, 2).due, addWorkingDays(calendar, today, 5).due];
  const warn = async (transaction: Transaction<Database>, clock: OpenClock): Promise<void> => {
    const { matter_id: matter, name, run, due_on: due, stage } = clock;
    // Of several servers that see the same clock, the one that writes this row tells.
    const first = await transaction
      .insertInto('deadline_notice')
      .values({ matter_id: matter, clock: name, run, due_on: due, stage, at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('stage')
      .executeTakeFirst();
    if (first === undefined) return;
    const words = deadlineTexts({
      stage,
      clock: definitions.find(({ kind }) => kind === clock.kind)?.clocks[name]?.title ?? text(name, name),
      matter: clock.title,
      due,
      provisional: clock.provisional,
      clause: clock.clause,
      left: workingDaysBetween(calendar, today, due as CivilDate),
    });
    for (const organisation of await bearersOf(transaction, clock))
      await giveNotice(
        transaction,
        {
          organisation,
          matter: { id: matter, kind: clock.kind, position: clock.position },
          cause: `deadline/${matter}/${name}/${run}/${due}/${stage}`,
          ...words,
          at,
        },
        { members, now: at },
      );
  };
  for (let found = atOnce; found === atOnce && !signal.aborted;)
    found = await store.asOwner(async (transaction) => {
      const clocks = await clocksToWarn(transaction, today, inTwo, inFive);
      for (const clock of clocks) await warn(transaction, clock);
      return clocks.length;
    });
};
