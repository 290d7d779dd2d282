import { text } from '@suanjian/rulebook';
import { DIGEST_LENGTH, fromBase64, fromHex } from './bytes.ts';
import { EvidenceFault } from './fault.ts';

/**
 * Strict reading of plain data from outside: every member is asked for by name, what was not asked for is refused, and a refusal names the place.
 */
export class Members {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #place: string;
  readonly #left: Set<string>;

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new EvidenceFault(text(`${place} 应为对象`, `${place} should be an object`));
    }
    this.#value = value as Readonly<Record<string, unknown>>;
    this.#place = place;
    this.#left = new Set(Object.keys(value));
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#value, name);
  }

  raw(name: string): unknown {
    this.#left.delete(name);
    return this.has(name) ? this.#value[name] : undefined;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value === 'string' && value !== '' && value.length <= 10_000 && value.isWellFormed()) return value;
    throw this.refusal(name, '非空字符串', 'a string that is not empty');
  }

  literal<Value extends string>(name: string, ...allowed: readonly Value[]): Value {
    const value = this.raw(name);
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw this.refusal(name, allowed.join('、'), allowed.join(' or '));
  }

  count(name: string): number {
    const value = this.raw(name);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw this.refusal(name, '非负整数', 'a whole number from 0 upwards');
  }

  positive(name: string): number {
    const value = this.count(name);
    if (value > 0) return value;
    throw this.refusal(name, '正整数', 'a whole number from 1 upwards');
  }

  /** A civil date; that the day exists is asked too. */
  day(name: string): string {
    const value = this.raw(name);
    if (typeof value === 'string' && isDay(value)) return value;
    throw this.refusal(name, '日期 YYYY-MM-DD', 'a date YYYY-MM-DD');
  }

  /** A digest in lower-case hexadecimal. */
  digest(name: string): string {
    const value = this.raw(name);
    if (isDigest(value)) return value;
    throw this.refusal(name, '64 位小写十六进制摘要', 'a digest of 64 lower-case hexadecimal digits');
  }

  digests(name: string): readonly string[] {
    const value = this.raw(name);
    if (Array.isArray(value) && value.every(isDigest)) return value;
    throw this.refusal(name, '摘要列表', 'a list of digests');
  }

  /** Digests side by side in base64. */
  wide(name: string): string {
    const value = this.raw(name);
    const bytes = typeof value === 'string' ? fromBase64(value) : undefined;
    if (typeof value === 'string' && bytes !== undefined && bytes.length % DIGEST_LENGTH === 0) return value;
    throw this.refusal(name, 'base64 的摘要序列', 'digests side by side in base64');
  }

  texts(name: string): readonly string[] {
    const value = this.raw(name);
    if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')) return value;
    throw this.refusal(name, '字符串列表', 'a list of strings');
  }

  list<Item>(name: string, read: (value: unknown, place: string) => Item): readonly Item[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) throw this.refusal(name, '列表', 'a list');
    return value.map((item, index) => read(item, `${this.#place}.${name}[${index}]`));
  }

  member<Value>(name: string, read: (value: unknown, place: string) => Value): Value {
    return read(this.raw(name), `${this.#place}.${name}`);
  }

  /** `read` where the member is there, as an object to spread, so that what is absent stays absent. */
  optional<Name extends string, Value>(name: Name, read: () => Value): { readonly [Key in Name]?: Value } {
    if (!this.has(name)) return {};
    const found: Partial<Record<Name, Value>> = {};
    found[name] = read();
    return found;
  }

  /** To be called last: nothing may be left that nobody asked for. */
  end(): void {
    const [unknown] = this.#left;
    if (unknown === undefined) return;
    throw new EvidenceFault(
      text(`${this.#place} 有未知成员 ${unknown}`, `${this.#place} has the unknown member ${unknown}`),
    );
  }

  refusal(name: string, zh: string, en: string): EvidenceFault {
    return new EvidenceFault(text(`${this.#place}.${name} 应为${zh}`, `${this.#place}.${name} should be ${en}`));
  }
}

const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && fromHex(value, DIGEST_LENGTH) !== undefined;

function isDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1)
    return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
