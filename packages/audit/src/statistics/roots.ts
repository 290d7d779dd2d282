/**
 * Where a rising function crosses zero between two ends, to the last digits: inverse quadratic interpolation where it is safe, else halving
 * (Chandrupatla 1997, Advances in Engineering Software 28). Values may be infinite, and the function may have steps; it is never looked at
 * outside the ends. Without a crossing, the end nearer to it.
 */
export function risingRoot(rising: (x: number) => number, low: number, high: number): number {
  let newest = { x: low, y: rising(low) };
  let other = { x: high, y: rising(high) };
  if (newest.y >= 0) return low;
  if (other.y <= 0) return high;
  let oldest = other;
  // A root at zero has no digits of its own.
  const least = 1e-18 * (high - low);
  let share = 0.5;
  for (;;) {
    const x = newest.x + share * (other.x - newest.x);
    const next = { x, y: rising(x) };
    if (Math.sign(next.y) === Math.sign(newest.y)) oldest = newest;
    else {
      oldest = other;
      other = newest;
    }
    newest = next;
    const best = Math.abs(newest.y) < Math.abs(other.y) ? newest : other;
    const width = Math.abs(other.x - newest.x);
    const closest = 2 ** -52 * Math.abs(best.x) + least;
    if (best.y === 0 || width <= 2 * closest) return best.x;
    share = Math.min(1 - closest / width, Math.max(closest / width, shareOf(newest, other, oldest)));
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far to go from the newest point towards the other one. */
function shareOf(newest: Point, other: Point, oldest: Point): number {
  const finite = Number.isFinite(newest.y) && Number.isFinite(other.y) && Number.isFinite(oldest.y);
  if (!finite) return 0.5;
  const xi = (newest.x - other.x) / (oldest.x - other.x);
  const phi = (newest.y - other.y) / (oldest.y - other.y);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const direct = (newest.y / (other.y - newest.y)) * (oldest.y / (other.y - oldest.y));
  const across =
    ((oldest.x - newest.x) / (other.x - newest.x)) *
    (newest.y / (oldest.y - newest.y)) *
    (other.y / (oldest.y - other.y));
  const share = direct + across;
  return Number.isFinite(share) ? share : 0.5;
}
