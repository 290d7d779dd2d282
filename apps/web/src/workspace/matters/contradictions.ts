import type { MatterListAnswer, MatterReadingAnswer } from '@suanjian/contracts';
import { contradictionsOf, isMasked, type Contradiction, type FilingFacts, type FormValues } from '@suanjian/matters';
import { publishedPrefix } from '@suanjian/register';
import type { CivilDate } from '@suanjian/rulebook';
import { textOf } from '../forms/control.ts';

/** Matters whose form is a filing's. */
export const looksForContradictions = (kind: string): boolean => kind === 'filing' || kind === 'change';

/** A mask is no value: what is hidden contradicts nothing here; the server looks at everything on submission. */
export const unmasked = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isMasked(value)));

export const factsOf = (
  { id, kind, number, ownerName, parent }: Pick<MatterReadingAnswer, 'id' | 'kind' | 'number' | 'ownerName' | 'parent'>,
  filings: MatterListAnswer['items'],
  today: CivilDate,
): FilingFacts => {
  const itself = kind === 'change' ? parent?.id : id;
  return {
    today,
    occasion: kind === 'change' ? 'change' : 'new',
    otherFilings: filings
      .filter((other) => other.id !== itself)
      .map(({ title, status, number: held }) => ({ title, status, ...(held === undefined ? {} : { number: held }) })),
    numberPrefixes: [publishedPrefix],
    // Only the register knows; the server looks on submission.
    unknownNumbers: [],
    ...(number === undefined ? {} : { number }),
    ...(ownerName === undefined ? {} : { organisation: { name: ownerName } }),
  };
};

export const contradictionsIn = (values: FormValues, facts: FilingFacts): readonly Contradiction[] =>
  contradictionsOf(unmasked(values), facts);

const isContradiction = (value: unknown): value is Contradiction =>
  typeof value === 'object' && value !== null && 'rule' in value && 'pointers' in value && 'text' in value;

/** Those that rode along with the submission, then those found now that are not among them. */
export const withRecorded = (recorded: unknown, found: readonly Contradiction[]): readonly Contradiction[] => {
  const kept = (Array.isArray(recorded) ? recorded : []).filter(isContradiction);
  const keyOf = ({ rule, pointers }: Contradiction) => `${rule} ${textOf(pointers[0])}`;
  const known = new Set(kept.map(keyOf));
  return [...kept, ...found.filter((each) => !known.has(keyOf(each)))];
};
