/** What the levels of a group are compared with. */
export type ReferenceLevel =
  | { readonly kind: 'level'; readonly level: string }
  /** The first level in order of their names: the same one in every unit. */
  | { readonly kind: 'first' }
  /** The level that fares best, whichever it turns out to be. */
  | { readonly kind: 'best' }
  /** All other rows together. */
  | { readonly kind: 'rest' };

/** The second side of a comparison with all other rows. No level has this name: levels are never empty, and this is written as nothing. */
export const restName = '';

export const referenceOf = (parameter: string | undefined, compare: readonly string[] | undefined): ReferenceLevel => {
  if (parameter === 'best' || parameter === 'rest') return { kind: parameter };
  const level = parameter ?? compare?.at(-1);
  return level === undefined ? { kind: 'first' } : { kind: 'level', level };
};

/** Which side of a pair of levels is named first when neither is the reference: the later one, so that the reference is the earlier. */
export const inOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
