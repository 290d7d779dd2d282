/**
 * Does the work on each item, so many at once, and gives the results in the order of the items. The heaviest begin first where `weight` tells
 * them: else the last one to begin may be the longest, and all others wait for it.
 */
export const inTurn = async <Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  weight: (item: Item) => number = () => 0,
): Promise<readonly Result[]> => {
  const results: { readonly index: number; readonly result: Result }[] = [];
  const waiting = [...items.entries()].toSorted(([, one], [, other]) => weight(other) - weight(one)).values();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results.push({ index, result: await work(item) });
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, worker));
  return results.sort((one, other) => one.index - other.index).map(({ result }) => result);
};
