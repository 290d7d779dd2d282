import { text } from '@suanjian/rulebook';
import { StoreFault } from './store-fault.ts';

export interface ExistingColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * The names of the described columns that the table lacks. Throws when it has a column of another type, or one that the description
 * does not know: then a newer version wrote it, and this one would drop what it holds.
 */
export const compareTable = (
  table: string,
  existing: readonly ExistingColumn[],
  described: readonly ExistingColumn[],
): readonly string[] => {
  const wanted = new Map(described.map(({ name, type }) => [name, type]));
  for (const { name, type } of existing) {
    const expected = wanted.get(name);
    if (expected === undefined)
      throw new StoreFault(
        'schema',
        text(
          `表 ${table} 有本版本不认识的列 ${name}：它可能由较新的版本建立，请用该版本打开。`,
          `The table ${table} has a column ${name} that this version does not know: a newer version may have made it; open it with that one.`,
        ),
      );
    if (expected !== type)
      throw new StoreFault(
        'schema',
        text(
          `表 ${table} 的列 ${name} 是 ${type}，应为 ${expected}。`,
          `The column ${name} of the table ${table} is ${type}, and should be ${expected}.`,
        ),
      );
  }
  const present = new Set(existing.map(({ name }) => name));
  return described.filter(({ name }) => !present.has(name)).map(({ name }) => name);
};
