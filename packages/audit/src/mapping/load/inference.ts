import type { LoadedColumn } from './column.ts';

/**
 * What a column of text holds, seen over the whole file: a sample would silently lose the one value that is different. Each kind is
 * wider than the one before it: whole numbers are numbers; whatever else meets them is text.
 */
type Kind = 'nothing' | 'flag' | 'integer' | 'number' | 'date' | 'instant' | 'text';

const integer = /^[+-]?\d{1,18}$/u;
/** Leading zeros mean a code (a postcode, a phone number), not a number. */
const code = /^[+-]?0\d/u;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u;
const notFinite = /^[+-]?(?:nan|inf|infinity)$/iu;
const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?$/u;
const missing = new Set(['', 'NA', 'N/A', 'NULL', 'null', 'None']);

const kindOf = (value: string): Kind => {
  if (
    value === 'true' ||
    value === 'false' ||
    value === 'TRUE' ||
    value === 'FALSE' ||
    value === 'True' ||
    value === 'False'
  )
    return 'flag';
  if (code.test(value)) return number.test(value) && value.includes('.') ? 'number' : 'text';
  if (integer.test(value)) return 'integer';
  if (number.test(value) || notFinite.test(value)) return 'number';
  if (date.test(value)) return 'date';
  return instant.test(value) ? 'instant' : 'text';
};

const wider = (left: Kind, right: Kind): Kind => {
  if (left === right || right === 'nothing') return left;
  if (left === 'nothing') return right;
  const both = new Set([left, right]);
  if (both.has('integer') && both.has('number')) return 'number';
  return both.has('date') && both.has('instant') ? 'instant' : 'text';
};

const types: Readonly<Record<Kind, string>> = {
  nothing: 'Nullable(String)',
  flag: 'Nullable(Bool)',
  integer: 'Nullable(Int64)',
  number: 'Nullable(Float64)',
  date: 'Nullable(Date32)',
  instant: "Nullable(DateTime64(6, 'UTC'))",
  text: 'Nullable(String)',
};

export class ColumnInference {
  readonly #name: string;
  #kind: Kind = 'nothing';
  #because: { readonly line: number; readonly value: string } | undefined;
  #missing = 0;

  constructor(name: string) {
    this.#name = name;
  }

  see(value: string, line: number): void {
    if (missing.has(value)) {
      if (value !== '') this.#missing++;
      return;
    }
    if (this.#kind === 'text') return;
    const seen = wider(this.#kind, kindOf(value));
    if (seen === 'text' && this.#kind !== 'nothing') this.#because = { line, value: value.slice(0, 60) };
    this.#kind = seen;
  }

  get column(): LoadedColumn {
    const isText = this.#kind === 'text' || this.#kind === 'nothing';
    return {
      name: this.#name,
      type: types[this.#kind],
      ...(this.#because === undefined ? {} : { textBecause: this.#because }),
      ...(isText || this.#missing === 0 ? {} : { missing: this.#missing }),
    };
  }
}

/** A value as the store takes it in tab-separated rows. In a column of text only the empty field is missing. */
export const fieldFor = (value: string, type: string): string => {
  if (value === '' || (type !== 'Nullable(String)' && missing.has(value))) return '\\N';
  if (type === 'Nullable(Bool)') return value.toLowerCase();
  if (type.startsWith('Nullable(DateTime64')) return date.test(value) ? `${value} 00:00:00` : withoutZone(value);
  return value.replaceAll(/[\\\t\n\r\0]/gu, (character) => escapes[character] ?? '');
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };

/** An instant in UTC; a value without a zone is taken for UTC. */
const withoutZone = (value: string): string => {
  const zone = /(?:Z|([+-])(\d{2}):?(\d{2}))$/u.exec(value);
  if (zone === null) return value.replace('T', ' ');
  const bare = value.slice(0, zone.index).replace('T', ' ');
  if (zone[1] === undefined) return bare;
  const minutes = (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3]));
  const [seconds = '', fraction] = bare.split('.');
  const shifted = Date.parse(`${seconds.replace(' ', 'T')}Z`) - minutes * 60_000;
  const moved = new Date(shifted).toISOString().slice(0, 19).replace('T', ' ');
  return fraction === undefined ? moved : `${moved}.${fraction}`;
};
