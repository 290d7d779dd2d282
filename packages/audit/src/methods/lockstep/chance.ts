/** Chance that two acts at random moments of one block lie within the window of each other. */
export const nearProbability = ({ window, block }: { readonly window: number; readonly block: number }): number => {
  const share = window / block;
  return 2 * share - share * share;
};

/** However closely the acts of a block crowd together, two of them are never thought to meet by chance more often than this. */
export const mostChance = 0.5;

export interface Link {
  readonly low: string;
  readonly high: string;
}

/** Accounts joined by links, directly or through others: sizes from the largest down, each with its number of links. */
export const groupsOf = (links: readonly Link[]): readonly { readonly accounts: number; readonly links: number }[] => {
  const parent = new Map<string, string>();
  const rootOf = (account: string): string => {
    let root = account;
    for (let above = parent.get(root); above !== undefined && above !== root; above = parent.get(root)) root = above;
    parent.set(account, root);
    return root;
  };
  for (const { low, high } of links) {
    const [one, other] = [rootOf(low), rootOf(high)];
    if (one !== other) parent.set(one, other);
  }
  const accounts = new Map<string, number>();
  for (const account of parent.keys()) {
    const root = rootOf(account);
    accounts.set(root, (accounts.get(root) ?? 0) + 1);
  }
  const joined = new Map<string, number>();
  for (const { low } of links) joined.set(rootOf(low), (joined.get(rootOf(low)) ?? 0) + 1);
  return [...accounts]
    .map(([root, size]) => ({ accounts: size, links: joined.get(root) ?? 0 }))
    .sort((left, right) => right.accounts - left.accounts || right.links - left.links);
};
