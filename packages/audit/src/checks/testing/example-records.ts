import { families, traitSubjectsWith, type FamilyName, type Field } from '@suanjian/decision-log';

const pseudonym = /^p\d+_[A-Za-z0-9_-]{22}$/u;

/** A person called by name in an example gets a pseudonym of the first epoch; one that stands there already is kept. */
export const personNamed = (name: string): string => {
  if (pseudonym.test(name)) return name;
  const letters = name.replaceAll(/[^A-Za-z0-9_-]/gu, '-');
  if (letters.length === 0 || letters.length > 22)
    throw new RangeError(`“${name}” cannot name a person: 1 to 22 letters`);
  return `p1_${letters.padEnd(22, '_')}`;
};

/** The key of traits of every example: no secret. */
export const exampleTraitKey = new Uint8Array(32).fill(7);

const subjectOf = traitSubjectsWith(exampleTraitKey);

const asWritten = (field: Field, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (field.type.kind === 'pseudonym')
    return field.type.key === 'traits' ? subjectOf(personNamed(value)) : personNamed(value);
  if (field.type.kind === 'instant') {
    const time = Date.parse(value);
    if (Number.isNaN(time)) throw new RangeError(`“${value}” is no instant: write 2026-01-01T08:00:00+08:00`);
    return time;
  }
  return value;
};

/**
 * A record of an example as the log would hold it: required fields that do not matter are filled with the field's own example value, people
 * may be called by name and instants be written with their offset.
 */
export const exampleRecord = (
  family: FamilyName,
  record: Readonly<Record<string, unknown>>,
  provider: string,
): Readonly<Record<string, unknown>> => {
  const filled: Record<string, unknown> = { ...record, provider };
  const fields: readonly Field[] = families[family].fields;
  for (const field of fields) {
    const value = filled[field.name];
    if (value !== undefined) filled[field.name] = asWritten(field, value);
    else if (field.required) filled[field.name] = field.example;
  }
  return filled;
};
