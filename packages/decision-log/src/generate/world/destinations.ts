export interface Destination {
  readonly id: string;
  readonly kind: string;
  readonly owner: 'own' | 'other';
  /** What it usually takes to get there, by its own distance. */
  readonly wait: number;
}

const kinds = [
  { name: 'maps', wait: 260 },
  { name: 'shopping', wait: 420 },
  { name: 'video', wait: 600 },
  { name: 'payment', wait: 340 },
] as const;

/** Of each kind, two services of the provider's own and four of others. */
const OWNERS = ['own', 'own', 'other', 'other', 'other', 'other'] as const;

/** Services that links lead to. Some are farther away than others, and as many of the provider's own as of others. */
export const destinations: readonly Destination[] = kinds.flatMap(({ name, wait }) =>
  OWNERS.map((owner, place) => ({
    id: `to-${name}-${place + 1}`,
    kind: name,
    owner,
    wait: wait * (place % 2 === 0 ? 0.95 : 1.05),
  })),
);
