import { sha256 } from './sha256.ts';

/** What can be drawn: told apart by its key; drawn within its stratum where one is asked for. */
export interface Drawable {
  readonly key: string;
  readonly stratum?: string;
}

/** What is published before anything is drawn; the seed that belongs to it stays with the office until the draw. */
export const commitmentOf = (seed: string): string => sha256(seed);

const byTicket = (seed: string, targets: readonly Drawable[]): readonly string[] =>
  [...new Set(targets.map(({ key }) => key))]
    .map((key) => [sha256(`${seed}\n${key}`), key] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, key]) => key);

/**
 * The sample that a seed draws: everybody's ticket is the digest of the seed, a line break and their key, and the lowest tickets are drawn. In
 * whatever order the targets come it is the same, and anybody who has the seed can draw it again.
 */
export const drawn = (seed: string, targets: readonly Drawable[], count: number): readonly string[] =>
  byTicket(seed, targets).slice(0, Math.max(0, count));

/** How many are drawn from each stratum: in proportion to its size, what is left over to the largest remainders, then by name. */
const shares = (sizes: ReadonlyMap<string, number>, count: number): ReadonlyMap<string, number> => {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(Math.max(0, count), all);
  const quotas = [...sizes].map(([stratum, size]) => ({
    stratum,
    whole: Math.floor((wanted * size) / Math.max(1, all)),
    remainder: (wanted * size) % Math.max(1, all),
  }));
  const left = wanted - quotas.reduce((sum, { whole }) => sum + whole, 0);
  return new Map(
    quotas
      .toSorted((one, other) => other.remainder - one.remainder || (one.stratum < other.stratum ? -1 : 1))
      .map(({ stratum, whole }, index) => [stratum, whole + (index < left ? 1 : 0)]),
  );
};

/** The same within strata, each by its share; targets without one are a stratum of their own. */
export const drawnByStratum = (seed: string, targets: readonly Drawable[], count: number): readonly string[] => {
  const strata = Map.groupBy(
    [...new Map(targets.map((target) => [target.key, target])).values()],
    ({ stratum = '' }) => stratum,
  );
  const each = shares(new Map([...strata].map(([name, members]) => [name, members.length])), count);
  return [...strata.keys()].toSorted().flatMap((name) => drawn(seed, strata.get(name) ?? [], each.get(name) ?? 0));
};
