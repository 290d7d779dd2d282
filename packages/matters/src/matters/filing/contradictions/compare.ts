/** Letters and digits only, in one width and case: what stays the same however a name or text is typed. */
export const essence = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Names are compared as they print: width and outer spaces do not count, everything else does. */
export const sameName = (one: string, other: string): boolean =>
  one.normalize('NFKC').trim() === other.normalize('NFKC').trim();

/** Both are filled in and differ. What is still empty contradicts nothing. */
export const differ = (one: string | undefined, other: string | undefined): one is string =>
  one !== undefined && other !== undefined && one.trim() !== '' && other.trim() !== '' && !sameName(one, other);

export const isBlank = (value: string | undefined): boolean => value === undefined || value.trim() === '';

const pairs = (value: string): ReadonlySet<string> => {
  const characters = Array.from(essence(value));
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
};

/** Share of the shorter text's pairs of characters that the longer one has too, 0 to 1. 1 when one holds the other. */
export const overlap = (one: string, other: string): number => {
  const [short, long] = [pairs(one), pairs(other)].sort((a, b) => a.size - b.size);
  if (short === undefined || long === undefined || short.size === 0) return essence(one) === essence(other) ? 1 : 0;
  return [...short].filter((pair) => long.has(pair)).length / short.size;
};

/** Below this share two texts are taken to speak of different things: a policy default, no rule sets it. */
export const enoughOverlap = 0.3;

/** Values with their place in a list. */
export const entries = <Value>(values: readonly Value[] | undefined): readonly (readonly [number, Value])[] =>
  (values ?? []).map((value, index) => [index, value]);

export const numberOf = (value: number | string | undefined): number | undefined => {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};
