import type { Kysely } from 'kysely';
import type { PunctualityModel, RecordClock } from '@suanjian/contracts';
import type { AnyMatterDefinition } from '@suanjian/matters';
import { clockStanding, type Database } from '@suanjian/records';
import { text, type CivilDate } from '@suanjian/rulebook';

type Standing = ReturnType<typeof clockStanding>;

const shown: Readonly<Record<Standing, RecordClock['standing']>> = {
  met: 'met',
  missed: 'late',
  running: 'running',
  'due-today': 'running',
  late: 'overdue',
  suspended: 'running',
  lifted: 'ended',
};

/** States in which a matter has become public; a change that is still being looked at is nobody's business. */
const published = ['filed', 'cancelled', 'revoked'];

/** The periods of a filing and of what changed it afterwards, for its public record. */
export const publishedClocks = async (
  database: Kysely<Database>,
  definitions: readonly AnyMatterDefinition[],
  filing: string,
  today: CivilDate,
): Promise<readonly RecordClock[]> => {
  const rows = await database
    .selectFrom('clock')
    .innerJoin('matter', 'matter.id', 'clock.matter_id')
    .selectAll('clock')
    .select('matter.kind')
    .where((where) =>
      where.or([
        where('matter.id', '=', filing),
        where.and([where('matter.parent_id', '=', filing), where('matter.final', '=', true)]),
      ]),
    )
    .where('matter.status', 'in', published)
    .orderBy('clock.event_on')
    .orderBy('clock.name')
    .orderBy('clock.run')
    .execute();
  return rows.map((row) => ({
    title: definitions.find(({ kind }) => kind === row.kind)?.clocks[row.name]?.title ?? text(row.name, row.name),
    bearer: row.bearer === 'office' ? 'office' : 'provider',
    clause: row.clause,
    event: row.event_on,
    due: row.due_on,
    provisional: row.provisional,
    standing: shown[clockStanding(row, today)],
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
  }));
};

type Counts = Omit<PunctualityModel['rows'][number], 'office' | 'clock'>;

const counter: Readonly<Record<Standing, keyof Counts | undefined>> = {
  met: 'onTime',
  missed: 'late',
  running: 'openInTime',
  'due-today': 'openInTime',
  suspended: 'openInTime',
  late: 'openLate',
  // Lifted without an answer, for example withdrawn by the provider: neither kept nor missed.
  lifted: undefined,
};

const nothing: Counts = { onTime: 0, late: 0, openInTime: 0, openLate: 0 };

/** How offices keep their own periods, by province. Only totals leave this function. */
export const officePunctuality = async (database: Kysely<Database>, today: CivilDate): Promise<PunctualityModel> => {
  const rows = await database
    .selectFrom('clock')
    .innerJoin('matter', 'matter.id', 'clock.matter_id')
    .select([
      'matter.kind',
      'matter.place',
      'clock.name',
      'clock.due_on',
      'clock.ended_on',
      'clock.ended_how',
      'clock.suspended',
    ])
    .where('clock.bearer', '=', 'office')
    .execute();
  const counts = new Map<string, Counts>();
  for (const row of rows) {
    const counted = counter[clockStanding(row, today)];
    if (counted === undefined) continue;
    const key = `${row.place.slice(0, 2)} ${row.kind}/${row.name}`;
    const before = counts.get(key) ?? nothing;
    counts.set(key, { ...before, [counted]: before[counted] + 1 });
  }
  return {
    asOf: today,
    rows: [...counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, values]) => {
        const [office = '', clock = ''] = key.split(' ');
        return { office, clock, ...values };
      }),
  };
};
