import type { RegisterQuery } from '@suanjian/records';

/** Always the same sequence, so that runs can be compared. */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** What people ask a register: names, parts of names, two-character words common and rare, filters, other orders, later pages, browsing. */
export const questions = (rows: readonly (readonly string[])[], count: number): readonly RegisterQuery[] => {
  const next = numbers(20_220_301);
  const row = (): readonly string[] => rows[Math.floor(next() * rows.length)] ?? [];
  const piece = (value: string, length: number): string => {
    const characters = Array.from(value.replaceAll(/[^\p{Script=Han}]/gu, ''));
    const start = Math.floor(next() * Math.max(1, characters.length - length));
    return characters.slice(start, start + length).join('') || '算法';
  };
  const plain = { sort: 'relevance', page: 1, size: 20 } as const;
  const kinds: readonly (() => RegisterQuery)[] = [
    () => ({ ...plain, text: row()[3] ?? '' }),
    () => ({ ...plain, text: row()[5] ?? '' }),
    () => ({ ...plain, text: piece(row()[3] ?? '', 2) }),
    () => ({ ...plain, text: piece(row()[3] ?? '', 2) }),
    () => ({ ...plain, text: piece(row()[3] ?? '', 4) }),
    () => ({ ...plain, text: piece(row()[5] ?? '', 4) }),
    () => ({ ...plain, text: piece(row()[7] ?? '', 2) }),
    () => ({ ...plain, text: piece(row()[3] ?? '', 2), technique: ['generative'] }),
    () => ({ ...plain, text: piece(row()[3] ?? '', 2), province: ['44', '11'], sort: 'newest' }),
    () => ({ ...plain, text: piece(row()[3] ?? '', 2), sort: 'name', page: 1 + Math.floor(next() * 20) }),
    () => ({ ...plain, text: '', page: 1 + Math.floor(next() * 100), sort: 'newest' }),
    () => ({ ...plain, text: '', province: ['31'], year: ['2024'] }),
  ];
  return Array.from(
    { length: count },
    (_, index) => (kinds[index % kinds.length] ?? kinds[0])?.() ?? { ...plain, text: '' },
  );
};
