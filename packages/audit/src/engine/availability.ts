import { families, familyNames, type FamilyName, type Field, type StoreReader } from '@suanjian/decision-log';
import { text, type Text } from '@suanjian/rulebook';
import type { Check } from './check.ts';
import { cutFamily, type Cut } from './cut.ts';
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
 * Looks for one row of each kind, and no further than the first: cheap when it is there, one column's scan when it is not.
 */
export const availability = async (
  session: Pick<StoreReader, 'query'>,
  checks: readonly Check[],
  cut: Cut,
): Promise<Availability> => {
  const questions = questionsOf(checks);
  if (questions.length === 0) return { families: new Set(), fields: new Set() };
  const before = readFromBefore(checks);
  const columns = questions.map(({ family, condition }, index) => {
    const relation = cutFamily({ family, history: before.has(family) }, cut, 'all');
    return `(SELECT count() FROM (SELECT 1 FROM ${relation} WHERE ${condition} LIMIT 1)) AS found_${index}`;
  });
  const [row = {}] = await session.query<Record<string, unknown>>(`SELECT ${columns.join(',\n  ')}`);
  const found = questions.filter((_, index) => Number(row[`found_${index}`]) > 0).map(({ name }) => name);
  return {
    families: new Set(found.filter((name) => !name.includes('.'))),
    fields: new Set(found.filter((name) => name.includes('.'))),
  };
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
