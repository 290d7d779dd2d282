import { text } from '@suanjian/rulebook';
import { EvidenceFault } from './fault.ts';

/** Deeper than any record; reached by a value that contains itself. */
const DEEPEST = 200;

/**
 * Canonical JSON (RFC 8785) of a plain value: null, booleans, finite numbers, well-formed strings, arrays and plain objects. Members are ordered by
 * UTF-16 code units, numbers are written as ECMAScript writes doubles (so -0 is `0`), nothing is escaped that need not be.
 *
 * Throws an `EvidenceFault` that names the place for everything else: NaN, infinities, `undefined` (a member that is absent must be left out), holes,
 * bigints, functions, symbols, dates and other class instances, lone surrogates. Integers beyond ±(2^53 - 1) are written as the double they are, as the
 * RFC's own vectors want; a text that says another integer is found by `isCanonicalJson`, because it does not come back the same.
 */
export function canonicalJson(value: unknown): string {
  // Most records are built in order: then the engine's own writer gives the canonical text, once the value was seen to be plain.
  try {
    return inspect(value, 0) ? JSON.stringify(value) : write(value);
  } catch (error) {
    throw error instanceof Refusal ? error.told() : error;
  }
}

/** Whether this text is exactly the canonical JSON of what it says. */
export function isCanonicalJson(line: string): boolean {
  try {
    return canonicalJson(JSON.parse(line)) === line;
  } catch {
    return false;
  }
}

/** Whether the members of every object in it stand in canonical order already; throws a `Refusal` where the value has no canonical form. */
function inspect(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new Refusal('字符串含有孤立的代理码元', 'a string with a lone surrogate');
      return true;
    case 'number':
      if (!Number.isFinite(value)) throw new Refusal(`数值 ${value}`, `the number ${value}`);
      return true;
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth > DEEPEST)
        throw new Refusal('嵌套过深（或包含自身）', 'a value nested too deeply (or containing itself)');
      return Array.isArray(value) ? inspectArray(value, depth) : inspectObject(value, depth);
    case 'undefined':
      throw new Refusal('undefined（没有的成员应当省略）', 'undefined (leave an absent member out)');
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new Refusal(typeof value, `a ${typeof value}`);
  }
}

function inspectArray(value: readonly unknown[], depth: number): boolean {
  let ordered = true;
  let index = 0;
  try {
    // By index, so that holes are met as `undefined`.
    for (; index < value.length; index += 1) ordered = inspect(value[index], depth + 1) && ordered;
  } catch (error) {
    throw within(index, error);
  }
  return ordered;
}

function inspectObject(value: object, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Refusal('并非普通对象', 'an object that is not plain');
  const members = value as Readonly<Record<string, unknown>>;
  let ordered = true;
  let before = '';
  let current = '';
  try {
    for (const name of Object.keys(members)) {
      current = name;
      if (!name.isWellFormed()) throw new Refusal('成员名含有孤立的代理码元', 'a member name with a lone surrogate');
      ordered = inspect(members[name], depth + 1) && ordered && before <= name;
      before = name;
    }
  } catch (error) {
    throw within(current, error);
  }
  return ordered;
}

/** Why there is no canonical form; the place is put together on the way up, because nearly every value has one. */
class Refusal extends Error {
  readonly #zh: string;
  readonly #en: string;
  readonly #steps: (string | number)[] = [];

  constructor(zh: string, en: string) {
    super(en);
    this.#zh = zh;
    this.#en = en;
  }

  from(step: string | number): this {
    this.#steps.unshift(step);
    return this;
  }

  told(): EvidenceFault {
    // A value that contains itself has no end of steps.
    const steps = this.#steps.length > 20 ? [] : this.#steps;
    const place = `$${steps.map((step) => `[${JSON.stringify(step)}]`).join('')}`;
    return new EvidenceFault(
      text(`${place} 处无规范 JSON 形式：${this.#zh}`, `No canonical JSON at ${place}: ${this.#en}`),
    );
  }
}

const within = (step: string | number, error: unknown): unknown =>
  error instanceof Refusal ? error.from(step) : error;

/** `value` was inspected. */
function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join(',')}}`;
}
