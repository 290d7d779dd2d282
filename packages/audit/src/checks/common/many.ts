/** As many records as are wanted, each made from its number from 0. */
export const many = (
  count: number,
  make: (index: number) => Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] => Array.from({ length: count }, (_, index) => make(index));
