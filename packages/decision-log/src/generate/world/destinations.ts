import { Stream } from '../random.ts';
import type { Settings } from '../settings.ts';

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

/** Services that links lead to. Some are farther away than others, whoever owns them. */
export const destinationsOf = (settings: Settings): readonly Destination[] => {
  const facts = new Stream(settings.seed, 'destinations');
  return kinds.flatMap(({ name, wait }, kind) =>
    OWNERS.map((owner, place) => ({
      id: `to-${name}-${place + 1}`,
      kind: name,
      owner,
      wait: wait * (0.98 + 0.04 * facts.unit(kind, place)),
    })),
  );
};
