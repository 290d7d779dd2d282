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
  return inspect(value, [], 0) ? JSON.stringify(value) : write(value);
}

/** Whether this text is exactly the canonical JSON of what it says. */
export function isCanonicalJson(line: string): boolean {
  try {
    return canonicalJson(JSON.parse(line)) === line;
  } catch {
    return false;
  }
}

type Path = (string | number)[];

/** Whether the members of every object in it stand in canonical order already; throws where the value has no canonical form. */
function inspect(value: unknown, path: Path, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw refusal(path, '字符串含有孤立的代理码元', 'a string with a lone surrogate');
      return true;
    case 'number':
      if (!Number.isFinite(value)) throw refusal(path, `数值 ${value}`, `the number ${value}`);
      return true;
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth > DEEPEST)
        throw refusal([], '嵌套过深（或包含自身）', 'a value nested too deeply (or containing itself)');
      return Array.isArray(value) ? inspectArray(value, path, depth) : inspectObject(value, path, depth);
    case 'undefined':
      throw refusal(path, 'undefined（没有的成员应当省略）', 'undefined (leave an absent member out)');
    case 'bigint':
    case 'function':
    case 'symbol':
      throw refusal(path, typeof value, `a ${typeof value}`);
  }
}

function inspectArray(value: readonly unknown[], path: Path, depth: number): boolean {
  let ordered = true;
  // By index, so that holes are met as `undefined`.
  for (let index = 0; index < value.length; index += 1) {
    path.push(index);
    ordered = inspect(value[index], path, depth + 1) && ordered;
    path.pop();
  }
  return ordered;
}

function inspectObject(value: object, path: Path, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw refusal(path, '并非普通对象', 'an object that is not plain');
  }
  let ordered = true;
  let before: string | undefined;
  for (const [name, member] of Object.entries(value)) {
    path.push(name);
    if (!name.isWellFormed()) throw refusal(path, '成员名含有孤立的代理码元', 'a member name with a lone surrogate');
    ordered = inspect(member, path, depth + 1) && ordered && (before === undefined || before < name);
    before = name;
    path.pop();
  }
  return ordered;
}

/** `value` was inspected. */
function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join(',')}}`;
}

function refusal(path: Path, zh: string, en: string): EvidenceFault {
  const place = path.length === 0 ? '$' : `$${path.map((step) => `[${JSON.stringify(step)}]`).join('')}`;
  return new EvidenceFault(text(`${place} 处无规范 JSON 形式：${zh}`, `No canonical JSON at ${place}: ${en}`));
}
