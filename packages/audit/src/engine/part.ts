import { text, type Text } from '@suanjian/rulebook';
import type { Check, CheckValue } from './check.ts';
import type { LogState } from './log-state.ts';
import { valueInSql } from './template.ts';

/**
 * An estimate of a share or a gap is as good from a million records as from a hundred million: of a log that holds many more than a check
 * calls enough, it looks at a part. What must never happen is looked for in every record, and such checks have no part.
 */

/** The check's parameter that says how many records are enough; 0 looks at everything. */
export const enoughName = 'enough';

export interface Part {
  /** One in so many: 1, or a power of two, so that a growing log keeps its part for a long time. */
  readonly oneIn: number;
  /** Who audits chooses it: whoever is audited cannot know beforehand which records will be looked at. */
  readonly seed: number;
  /** What pseudonyms begin with, one for each epoch of their key; where it is known, people are drawn by their pseudonyms. */
  readonly prefixes?: readonly string[];
}

const everything = (seed: number): Part => ({ oneIn: 1, seed });

interface Asked {
  readonly check: Check;
  readonly parameters: Readonly<Record<string, CheckValue>>;
  readonly state: LogState;
  /** Civil days, both included. */
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  readonly prefixes?: readonly string[];
}

/** The part of the log that a check looks at, from how much its first family holds in the period. */
export const partOf = ({ check, parameters, state, from, to, seed, prefixes }: Asked): Part => {
  const { [enoughName]: enough } = parameters;
  const [family] = check.families;
  if (typeof enough !== 'number' || enough <= 0 || family === undefined) return everything(seed);
  const records = state.days
    .filter((day) => day >= from && day <= to)
    .reduce((sum, day) => sum + state.rows([family], day), 0);
  const oneIn = records < 2 * enough ? 1 : 2 ** Math.floor(Math.log2(records / enough));
  return oneIn === 1 || prefixes === undefined || prefixes.length === 0 ? { oneIn, seed } : { oneIn, seed, prefixes };
};

/** The characters of a pseudonym after its prefix, in the order in which texts are sorted. */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
/** Sorts after all of them. */
const afterAll = '{';
/** Two characters tell so many places apart. */
const places = alphabet.length ** 2;

const begins = (place: number): string =>
  place >= places
    ? afterAll
    : `${alphabet.charAt(Math.floor(place / alphabet.length))}${alphabet.charAt(place % alphabet.length)}`;

/** A place that neighbouring seeds do not share. */
const placeOf = (seed: number): number => {
  const mixed = Math.imul(Math.trunc(Math.abs(seed)) ^ 0x5bd1e995, 0x9e3779b1);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0) % places;
};

/**
 * People whose pseudonyms lie in a range. A pseudonym is a keyed hash, so that any range of them is a random draw of people, whole with all they
 * saw; and the tables are sorted by it, so that the store reads little else. Ranges of one seed lie within each other as the part becomes smaller.
 */
const peopleInSql = ({ oneIn, seed }: Part, prefixes: readonly string[]): string => {
  const width = Math.max(1, places / oneIn);
  const from = Math.floor(placeOf(seed) / width) * width;
  const ranges = prefixes.map(
    (prefix) =>
      `user >= ${valueInSql(`${prefix}${begins(from)}`)} AND user < ${valueInSql(`${prefix}${begins(from + width)}`)}`,
  );
  return `(${ranges.join(' OR ')})`;
};

/** The condition over the family's columns: all records that agree in them are in the part together, or none is. */
export const partInSql = (part: Part, columns: readonly string[]): string => {
  const { oneIn, seed, prefixes } = part;
  if (oneIn === 1) return 'true';
  return prefixes !== undefined && columns.length === 1 && columns[0] === 'user'
    ? peopleInSql(part, prefixes)
    : `cityHash64(${columns.join(', ')}, toUInt64(${Math.trunc(Math.abs(seed))})) % ${oneIn} = 0`;
};

/** What the reader is told of a part. */
export const partNote = ({ oneIn, seed }: Part): readonly Text[] =>
  oneIn === 1
    ? []
    : [
        text(
          `记录很多，只看其中的 1/${oneIn}，按种子 ${seed} 抽取；参数 ${enoughName} 设为 0 则全部查看。`,
          `There are so many records that one part in ${oneIn} is looked at, drawn with the seed ${seed}; with the parameter ${enoughName} at 0 it is all of them.`,
        ),
      ];

/** Parameters with which no check leaves anything out. */
export const lookingAtEverything = (
  checks: readonly Check[],
): Readonly<Record<string, Readonly<Record<string, CheckValue>>>> =>
  Object.fromEntries(
    checks
      .filter(({ parameters }) => parameters.some(({ name }) => name === enoughName))
      .map(({ id }) => [id, { [enoughName]: 0 }]),
  );
