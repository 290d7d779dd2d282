import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asking, Random } from '@suanjian/audit/testing';
import { logDatabase, type LogStore } from '@suanjian/decision-log';
import { dataFolder, printedRows } from '../published/printed.ts';
import type { Design } from './designs/design.ts';
import type { Row } from './tables.ts';

/** A real table, and which of its columns is exchanged: within strata that really matter, where there are such. */
interface RealSet {
  readonly title: string;
  readonly method: string;
  readonly file: string;
  /** ClickHouse types of the columns that are read. */
  readonly columns: Readonly<Record<string, string>>;
  /** SELECT list over them. */
  readonly select: string;
  readonly label: string;
  readonly within?: string;
  readonly asking: Asking;
}

const any = { materiality: 1e-9 };

const sets: readonly RealSet[] = [
  {
    title: 'compas: race exchanged, rate of "high" scores',
    method: 'rate-gap',
    file: 'compas/two_years.parquet',
    columns: { race: 'String', score_text: 'String' },
    select: "race AS g, score_text != 'Low' AS hit",
    label: 'g',
    asking: { parts: { group: 'g', outcome: 'hit' }, compare: ['African-American', 'Caucasian'], parameters: any },
  },
  {
    title: 'hmda-resume-ucb: race exchanged, mortgages denied, debt held constant',
    method: 'regression',
    file: 'hmda-resume-ucb/boston_hmda.parquet',
    columns: { deny: 'Bool', pirat: 'Float64', afam: 'Bool' },
    // Rows that are the same in every column count as one; applicants are told apart by their number.
    select: "rowNumberInAllBlocks() AS id, if(afam, 'yes', 'no') AS g, toFloat64(deny) AS y, pirat AS x",
    label: 'g',
    asking: { parts: { group: 'g', value: 'y' }, controls: ['x'], parameters: any },
  },
  {
    title: 'hmda-resume-ucb: names on résumés exchanged, calls back',
    method: 'rate-gap',
    file: 'hmda-resume-ucb/resume_names.parquet',
    columns: { ethnicity: 'String', call: 'Bool' },
    select: 'ethnicity AS g, call AS hit',
    label: 'g',
    asking: { parts: { group: 'g', outcome: 'hit' }, parameters: any },
  },
];

/** Why there is nothing to exchange labels in; `undefined` where the data are. */
export const absentData = (): string | undefined =>
  existsSync(dataFolder) ? undefined : `The real data are not at ${dataFolder}; no labels are exchanged.`;

const exchanged = (rows: readonly Row[], { label, within }: Pick<RealSet, 'label' | 'within'>, random: Random): Row[] =>
  [...Map.groupBy(rows, (row) => (within === undefined ? '' : String(row[within]))).values()].flatMap((members) => {
    const order = members.map((_, index) => index);
    random.shuffle(order);
    return members.map((row, index): Row => ({ ...row, [label]: members[order[index] ?? 0]?.[label] ?? '' }));
  });

const designOf = (set: Omit<RealSet, 'file' | 'columns' | 'select'>, rows: readonly Row[], naive?: Asking): Design => ({
  title: set.title,
  method: set.method,
  asking: set.asking,
  ...(naive === undefined ? {} : { naive }),
  rows: (random) => exchanged(rows, set, random),
});

const read = async ({ writer }: Pick<LogStore, 'writer'>, set: RealSet): Promise<readonly Row[]> => {
  const full = `${logDatabase}.real_set`;
  const columns = Object.entries(set.columns).map(([name, type]) => `${name} ${type}`);
  await writer.command(`DROP TABLE IF EXISTS ${full} SYNC`);
  await writer.command(`CREATE TABLE ${full} (${columns.join(', ')}) ENGINE = MergeTree ORDER BY tuple()`);
  await writer.insert(full, readFileSync(join(dataFolder, set.file)), {
    format: 'Parquet',
    columns: Object.keys(set.columns),
  });
  return writer.query<Row>(`SELECT ${set.select} FROM ${full} ORDER BY ALL`);
};

/** One row for each applicant of Berkeley's table, which is printed as counts. */
const applicants = (): readonly Row[] =>
  printedRows('hmda-resume-ucb', 'ucb_admissions.csv').flatMap(({ Admit, Gender = '', Dept = '', Freq }) =>
    Array.from({ length: Number(Freq) }, () => ({ g: Gender, dept: Dept, hit: Admit === 'Admitted' })),
  );

/** Real tables whose labels are exchanged at random: whatever else they hold stays as it is, and nothing can depend on the label. */
export const realDesigns = async (store: LogStore): Promise<readonly Design[]> => {
  const designs: Design[] = [];
  for (const set of sets) designs.push(designOf(set, await read(store, set)));
  const berkeley = {
    title: 'hmda-resume-ucb: sexes exchanged within departments, admissions by department',
    method: 'rate-gap',
    label: 'g',
    within: 'dept',
    asking: { parts: { group: 'g', outcome: 'hit' }, strata: ['dept'], parameters: any },
  };
  return [...designs, designOf(berkeley, applicants(), { parts: { group: 'g', outcome: 'hit' }, parameters: any })];
};
