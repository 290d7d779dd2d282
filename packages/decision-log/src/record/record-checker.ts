import { text } from '@suanjian/rulebook';
import type { Family, Field } from '../families/field.ts';
import { checkValue, sentence, type CheckContext, type RecordValue } from './check-value.ts';
import { pointerTo, type FieldFault } from './refusal.ts';

/** A record in canonical JSON (RFC 8785), without its newline, or everything that is wrong with it. */
export type CheckedRecord =
  | { readonly outcome: 'accepted'; readonly line: string; readonly time: number }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault[] };

/** Checks records of one family. */
export class RecordChecker {
  readonly family: Family;
  /** In canonical order: names are ASCII, so code units and characters sort alike. */
  readonly #fields: readonly Field[];
  readonly #names: ReadonlySet<string>;
  readonly #parallel: readonly Field[];

  constructor(family: Family) {
    this.family = family;
    this.#fields = inCanonicalOrder(family);
    this.#names = new Set(this.#fields.map(({ name }) => name));
    this.#parallel = family.fields.filter(({ parallelTo }) => parallelTo !== undefined);
  }

  /** A line of NDJSON as text. Never throws for what it says. */
  checkLine(line: string, context: CheckContext): CheckedRecord {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      return refused('', text(`不是 JSON：${wordsOf(error)}`, `this is not JSON: ${wordsOf(error)}`));
    }
    const checked = this.check(value, context);
    if (checked.outcome === 'accepted' && namesTwice(line, Object.keys(value as object).length)) {
      return refused('', text('同一字段出现两次', 'a field stands here twice'));
    }
    return checked;
  }

  /** A record as a plain value, from a file that is not JSON or from a program. `null` is the same as absent. */
  check(value: unknown, context: CheckContext): CheckedRecord {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return refused('', text('一条记录应为一个 JSON 对象', 'a record is one JSON object'));
    }
    const members = value as Readonly<Record<string, unknown>>;
    const faults: FieldFault[] = [];
    const values = new Map<string, RecordValue>();
    for (const { name, type, required } of this.#fields) {
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      if (member === undefined || member === null) {
        if (required)
          faults.push({ field: pointerTo(name), reason: text('缺少必填字段', 'this field is required and absent') });
        continue;
      }
      const checked = checkValue(name, type, member, context);
      if ('faults' in checked) faults.push(...checked.faults);
      else if (checked.value !== undefined) values.set(name, checked.value);
      else if (required)
        faults.push({ field: pointerTo(name), reason: text('必填列表为空', 'this list is required and empty') });
    }
    faults.push(...this.#unknown(members), ...(faults.length === 0 ? this.#unequal(values) : []));
    if (faults.length > 0) return { outcome: 'refused', faults };
    // The fields were gone through in canonical order, and values of these kinds are written by JSON as RFC 8785 wants.
    return { outcome: 'accepted', line: JSON.stringify(Object.fromEntries(values)), time: Number(values.get('time')) };
  }

  #unknown(members: Readonly<Record<string, unknown>>): readonly FieldFault[] {
    return Object.keys(members)
      .filter((name) => !this.#names.has(name))
      .map((name) => ({
        field: pointerTo(name.length > 100 ? `${name.slice(0, 100)}…` : name),
        reason: text(
          `${this.family.name} 没有这个字段（第 ${this.family.version} 版）`,
          `${this.family.name} has no such field (version ${this.family.version})`,
        ),
      }));
  }

  #unequal(values: ReadonlyMap<string, RecordValue>): readonly FieldFault[] {
    return this.#parallel.flatMap(({ name, parallelTo = '' }) => {
      const length = lengthOf(values.get(name));
      const other = lengthOf(values.get(parallelTo));
      // Weights or amounts may be left out altogether; a list that is there runs beside the other to its end.
      if (length === 0 || length === other) return [];
      const expected = text(`与 ${parallelTo} 等长（${other}）的列表`, `a list as long as ${parallelTo} (${other})`);
      return [{ field: pointerTo(name), reason: sentence(expected, text(`${length} 个元素`, `${length} elements`)) }];
    });
  }
}

export const inCanonicalOrder = (family: Family): readonly Field[] =>
  family.fields.toSorted((left, right) => (left.name < right.name ? -1 : 1));

const lengthOf = (value: RecordValue | undefined): number => (Array.isArray(value) ? value.length : 0);

const refused = (field: string, reason: ReturnType<typeof text>): CheckedRecord => ({
  outcome: 'refused',
  faults: [{ field, reason }],
});

/** The engine's own sentence, without the piece of the line it quotes. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/,? ?(\.\.\.)?"[\s\S]*$/, '') : '';

/**
 * Whether a flat JSON object of so many members spells one out twice. Only asked of records that were accepted: their values hold no objects. Without blanks before
 * colons every name ends in a quote and a colon, so that as many of them as members leave no room for a second; otherwise the strings are gone through one by one.
 */
function namesTwice(line: string, members: number): boolean {
  if (!/"\s+:/.test(line)) {
    let count = 0;
    for (let at = line.indexOf('":'); at >= 0; at = line.indexOf('":', at + 2)) count += 1;
    if (count === members) return false;
  }
  let count = 0;
  for (const [, colon] of line.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)) if (colon === ':') count += 1;
  return count !== members;
}
