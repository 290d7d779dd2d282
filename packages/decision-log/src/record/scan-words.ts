/**
 * The source of a comparison of what stands at `at` with a word of ASCII, for the generated scanner: four bytes at a time, the last four over those before them where
 * the length does not come out even. `view` shows the bytes of `bytes`. What is read lies at most three bytes behind the first that differs.
 */
export function matches(written: string): string {
  const codes = Array.from(written, (character) => character.charCodeAt(0));
  const tests: string[] = [];
  let at = 0;
  for (; at + 4 <= codes.length; at += 4) tests.push(fourAt(codes, at));
  const rest = codes.length - at;
  if (rest === 3 && codes.length > 4) return [...tests, fourAt(codes, codes.length - 4)].join(' && ');
  if (rest >= 2) tests.push(twoAt(codes, at));
  if (rest % 2 === 1) tests.push(`bytes[${place(codes.length - 1)}] === ${codes.at(-1)}`);
  return tests.join(' && ');
}

const place = (offset: number): string => (offset === 0 ? 'at' : `at + ${offset}`);

const twoAt = (codes: readonly number[], at: number): string => {
  const [first = 0, second = 0] = codes.slice(at, at + 2);
  return `view.getUint16(${place(at)}, true) === ${first | (second << 8)}`;
};

/** ASCII leaves the sign alone. */
const fourAt = (codes: readonly number[], at: number): string => {
  const [first = 0, second = 0, third = 0, fourth = 0] = codes.slice(at, at + 4);
  return `view.getInt32(${place(at)}, true) === ${first | (second << 8) | (third << 16) | (fourth << 24)}`;
};
