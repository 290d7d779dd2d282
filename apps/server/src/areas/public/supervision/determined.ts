/**
 * Whether some hidden cell of a table can be worked out from what is shown, when every row adds up across its columns and every column down its
 * rows. Rows and columns are the places of a graph and hidden cells its edges: a cell is safe when it lies on a cycle, for along one the
 * values can move without any sum changing. So one is determined where an edge is a bridge.
 */
export const isDetermined = (hidden: readonly ReadonlySet<string>[]): boolean => {
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  };
  hidden.forEach((columns, row) => {
    for (const column of columns) {
      join(`row ${row}`, column);
      join(column, `row ${row}`);
    }
  });
  const order = new Map<string, number>();
  /** The earliest place that can be reached from here without going back the way one came. */
  const earliest = (place: string, from: string | undefined): { readonly low: number; readonly bridge: boolean } => {
    const own = order.size;
    order.set(place, own);
    let low = own;
    let bridge = false;
    for (const next of neighbours.get(place) ?? []) {
      if (next === from) continue;
      const seen = order.get(next);
      if (seen !== undefined) {
        low = Math.min(low, seen);
        continue;
      }
      const beyond = earliest(next, place);
      low = Math.min(low, beyond.low);
      bridge = bridge || beyond.bridge || beyond.low > own;
    }
    return { low, bridge };
  };
  return [...neighbours.keys()].some((place) => !order.has(place) && earliest(place, undefined).bridge);
};
