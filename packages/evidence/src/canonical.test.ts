import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isCanonicalJson } from './canonical.ts';

/** RFC 8785, appendix B: the bits of a double and how it is written. */
const numbers: readonly (readonly [string, string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

const double = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE(0);

/** Well-formed text out of the corners: controls, quotes, the ends of the planes. */
const anyText = fc.string({ unit: 'binary' });
const { value: plain } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    anyText,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(anyText, fc.nat().map(String)), tie('value'), { maxKeys: 6 }),
  ),
}));

describe('canonical JSON', () => {
  it.each(numbers)('writes the double %s as %s', (bits, written) => {
    expect(canonicalJson(double(bits))).toBe(written);
  });

  it('writes the worked example of RFC 8785 (3.2.3 and 3.2.4)', () => {
    const value: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders members by UTF-16 code units, numbers among them', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\u{1f600}': 5,
      '\u0080': 6,
      '\u00f6': 7,
      '10': 8,
      '9': 9,
    };
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object).filter((name) => !/^\d/.test(name))).toEqual([
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ]);
    expect(canonicalJson({ 9: 'b', 10: 'a' })).toBe('{"10":"a","9":"b"}');
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}');
  });

  it('agrees with another implementation, and is found canonical by its own reading', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const written = canonicalJson(value);
        expect(written).toBe(canonicalize(value));
        expect(isCanonicalJson(written)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<readonly [string, unknown, string]>([
    ['NaN', { a: [1, Number.NaN] }, '$["a"][1]'],
    ['an infinity', { a: Number.POSITIVE_INFINITY }, '$["a"]'],
    ['undefined', { a: { b: undefined } }, '$["a"]["b"]'],
    ['a hole', { a: [1, , 2] }, '$["a"][1]'], // oxlint-disable-line no-sparse-arrays -- a hole is what is refused
    ['a lone surrogate', ['\ud800'], '$[0]'],
    ['a lone surrogate in a name', { '\udc00': 1 }, '$'],
    ['a bigint', { a: 1n }, '$["a"]'],
    ['a date', { a: new Date(0) }, '$["a"]'],
    ['a map', new Map(), '$'],
    ['a function', { toJSON: () => 1 }, '$["toJSON"]'],
    ['a boxed number', { a: new Number(1) }, '$["a"]'], // oxlint-disable-line no-new-wrappers unicorn/new-for-builtins -- a box is what is refused
  ])('refuses %s and says where', (_name, value, place) => {
    expect(() => canonicalJson(value)).toThrow(place);
  });

  it('refuses what contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => canonicalJson(loop)).toThrow('nested too deeply');
  });

  it.each([
    ['another order', '{"b":1,"a":2}'],
    ['blanks', '{"a": 1}'],
    ['a number another way', '{"a":1.0}'],
    ['an integer no double holds', '{"a":9007199254740993}'],
    ['an escape that need not be', '{"a":"\\u0041"}'],
    ['the same member twice', '{"a":1,"a":1}'],
    ['minus zero', '-0'],
    ['a byte order mark', '\ufeff{}'],
    ['something after it', '{}x'],
    ['a carriage return', '{}\r'],
    ['nothing', ''],
  ])('finds that %s is not canonical', (_name, line) => {
    expect(isCanonicalJson(line)).toBe(false);
  });
});
