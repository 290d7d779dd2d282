const distance = (left: string, right: string): number => {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const change = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? left.length;
};

/** The candidate that a misspelt name most likely meant: at most a third of its letters differ. */
export const nearest = (name: string, candidates: readonly string[]): string | undefined => {
  const wanted = name.toLowerCase();
  let best: { readonly candidate: string; readonly far: number } | undefined;
  for (const candidate of candidates) {
    const far = distance(wanted, candidate.toLowerCase());
    if (far <= Math.max(1, Math.floor(wanted.length / 3)) && (best === undefined || far < best.far))
      best = { candidate, far };
  }
  return best?.candidate;
};
