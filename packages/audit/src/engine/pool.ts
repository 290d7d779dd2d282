/** Does the work on each item, so many at once, and gives the results in the order of the items. */
export const inTurn = async <Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: { readonly index: number; readonly result: Result }[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results.push({ index, result: await work(item) });
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, worker));
  return results.sort((one, other) => one.index - other.index).map(({ result }) => result);
};
