import { families, familyNames, type FamilyName, type Field, type StoreReader } from '@suanjian/decision-log';
import { text, type Text } from '@suanjian/rulebook';
import type { Check } from './check.ts';
import { cutFamily, type Cut } from './cut.ts';
import type { KeptDays } from './partials.ts';
import { familiesIn } from './template.ts';
import { templatesOf } from './prepare-check.ts';

/** What the log holds of what checks ask for: families with a row, and optional fields that are filled somewhere. */
export interface Availability {
  readonly families: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

/** A column that holds something, whatever way its kind says that it does not. */
const isFilled = ({ name, type, required }: Field): string => {
  const column = `\`${name}\``;
  if (required) return 'true';
  switch (type.kind) {
    case 'identifier':
    case 'pseudonym':
    case 'token':
    case 'choice':
    case 'sentence':
      return `${column} != ''`;
    case 'tokens':
    case 'integers':
    case 'numbers':
      return `notEmpty(${column})`;
    case 'integer':
    case 'number':
    case 'flag':
    case 'instant':
      return `isNotNull(${column})`;
  }
};

interface Question {
  readonly name: string;
  readonly family: FamilyName;
  readonly condition: string;
}

const familyOf = (name: string): FamilyName | undefined => familyNames.find((known) => known === name);

const questionsOf = (checks: readonly Check[]): readonly Question[] => {
  const questions = new Map<string, Question>();
  for (const { families: wanted, needs } of checks) {
    for (const family of wanted) questions.set(family, { name: family, family, condition: 'true' });
    for (const need of needs) {
      const [name = '', field = ''] = need.split('.');
      const family = familyOf(name);
      const found = family === undefined ? undefined : families[family].fields.find((entry) => entry.name === field);
      if (family === undefined || found === undefined) throw new RangeError(`no field ${need} in the record families`);
      questions.set(need, { name: need, family, condition: isFilled(found) });
    }
  }
  return [...questions.values()];
};

/** Whether a family is read from before the period by one of the checks: then rows from before the period count as being there. */
const readFromBefore = (checks: readonly Check[]): ReadonlySet<string> =>
  new Set(
    checks
      .flatMap((check) => familiesIn(templatesOf(check)).filter(({ history }) => history))
      .map(({ family }) => family),
  );

/**
 * Looks for one row of each kind, and no further than the first: cheap when it is there, one column's scan when it is not. With what was kept
 * of earlier days only the days since then are looked at, and only for what was not found.
 */
export const availability = async (
  session: Pick<StoreReader, 'query'>,
  checks: readonly Check[],
  cut: Cut,
  kept?: KeptDays,
): Promise<Availability> => {
  const questions = questionsOf(checks);
  const before = readFromBefore(checks);
  const key = { availability: questions, before: [...before].toSorted(), provider: cut.provider ?? null };
  const begun = await kept?.partials.readBeginning(key, kept.days);
  const known = new Set(begun?.rows.map(({ name }) => String(name)));
  const unknown = questions.filter(({ name }) => !known.has(name));
  const [since] = kept?.days.slice(begun?.days ?? 0) ?? [];
  const looked =
    begun === undefined
      ? await lookedFor(session, unknown, (family) => cutFamily({ family, history: before.has(family) }, cut, 'all'))
      : since === undefined
        ? []
        : await lookedFor(session, unknown, (family) => cutFamily({ family, history: false }, from(cut, since.day), 0));
  const found = [...known, ...looked];
  if (since !== undefined)
    await kept?.partials.writeBeginning(
      key,
      kept.days,
      found.map((name) => ({ name })),
    );
  return {
    families: new Set(found.filter((name) => !name.includes('.'))),
    fields: new Set(found.filter((name) => name.includes('.'))),
  };
};

/** The same cut without the days before. */
const from = ({ provider, days }: Cut, day: string): Cut => ({
  provider,
  days: days.filter((range) => range.to >= day).map((range) => (range.from < day ? { ...range, from: day } : range)),
});

const lookedFor = async (
  session: Pick<StoreReader, 'query'>,
  questions: readonly Question[],
  relationOf: (family: FamilyName) => string,
): Promise<readonly string[]> => {
  const half = Math.ceil(questions.length / 2);
  const found = await Promise.all([questions.slice(0, half), questions.slice(half)].map(oneStatement));
  return found.flat();

  // The store answers one after the other within a statement: two statements take half as long.
  async function oneStatement(some: readonly Question[]): Promise<readonly string[]> {
    if (some.length === 0) return [];
    const columns = some.map(
      ({ family, condition }, index) =>
        `(SELECT count() FROM (SELECT 1 FROM ${relationOf(family)} WHERE ${condition} LIMIT 1)) AS found_${index}`,
    );
    const [row = {}] = await session.query<Record<string, unknown>>(`SELECT ${columns.join(',\n  ')}`);
    return some.filter((_, index) => Number(row[`found_${index}`]) > 0).map(({ name }) => name);
  }
};

/** Why a check cannot be asked of this log; undefined when all it needs is there. */
export const whatIsMissing = (check: Check, available: Availability): Text | undefined => {
  const absent = check.families.filter((family) => !available.families.has(family));
  if (absent.length > 0) {
    const titles = absent.map((family) => families[family].title);
    return text(
      `日志在此期间没有这些记录：${absent.map((name, index) => `${titles[index]?.zh ?? ''}（${name}）`).join('、')}。`,
      `The log holds no such records in this period: ${absent.map((name, index) => `${titles[index]?.en ?? ''} (${name})`).join(', ')}.`,
    );
  }
  const empty = check.needs.filter((need) => !available.fields.has(need));
  return empty.length === 0
    ? undefined
    : text(
        `日志没有填写这些可选字段：${empty.join('、')}。要使用这项检查，请开始记录它们。`,
        `The log never fills in these optional fields: ${empty.join(', ')}. Begin to record them to use this check.`,
      );
};
