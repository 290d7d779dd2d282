import { canonicalJson, commitmentOf } from '../src/index.ts';

/** Texts that are valid JSON but not canonical, each with its canonical form. */
const texts = [
  '{"b": 1, "a": [true, false, null]}',
  '{"10":"a","9":"b","":0}',
  '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}',
  '[56.0, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0, 333333333.33333329]',
  '"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"',
  '{"reason":"\\u540c\\u57ce\\u70ed\\u95e8","time":1790000000000}',
];

/** Doubles by their bits (big end first), as in RFC 8785, appendix B. */
const doubles = [
  '8000000000000000',
  '0000000000000001',
  '7fefffffffffffff',
  '4340000000000000',
  '44b52d02c7e14af6',
  '444b1ae4d6e2ef50',
  '3eb0c6f7a0b5ed8d',
  '41b3de4355555555',
  'becbf647612f3696',
];

/** Lines that are not canonical: where a record is expected they are a fault. */
const notCanonical = [
  '{"b":1,"a":2}',
  '{"a": 1}',
  '{"a":1.0}',
  '{"a":9007199254740993}',
  '{"a":1,"a":1}',
  '-0',
  '{}\r',
];

export const canonicalVectors = (): object => ({
  canonical: texts.map((value) => ({
    text: value,
    canonical: canonicalJson(JSON.parse(value)),
    sha256: commitmentOf(JSON.parse(value)),
  })),
  numbers: doubles.map((bits) => ({ bits, canonical: canonicalJson(Buffer.from(bits, 'hex').readDoubleBE(0)) })),
  notCanonical,
});
