import type { Stream } from '../random.ts';
import { NO_TAG, POPULAR, UNSCORED, type Slate, type Slot } from '../slate.ts';
import { RESTRICTED, type Catalogue } from '../world/catalogue.ts';
import { tags } from '../world/vocabulary.ts';

/** What plants do to slates, each without breaking what another check looks at. */

/** Places that no editor filled and that are not the provider's own: changing one moves neither share. */
export const ordinaryPlaces = (slate: Slate, catalogue: Catalogue): Slot[] =>
  [...slate.used()].filter((slot) => slot.score !== UNSCORED && catalogue.own[slot.item] === 0);

/** Puts `item` into a slot, with nothing left of what stood there but the score. */
export const putInto = (slot: Slot, item: number): void => {
  slot.item = item;
  slot.tag = NO_TAG;
  slot.tags = undefined;
  slot.labels = undefined;
  slot.reason = POPULAR;
};

/** Whether nothing in the slate is a near duplicate of `item` or by its author. */
export const isFresh = (slate: Slate, catalogue: Catalogue, item: number): boolean => {
  for (const { item: other } of slate.used())
    if (catalogue.cluster[other] === catalogue.cluster[item] || catalogue.author[other] === catalogue.author[item])
      return false;
  return true;
};

/** Puts another item of `topic` into a slot: of the same owner, for all ages, and like nothing else in the slate. */
export const changeTopic = (slate: Slate, slot: Slot, topic: number, catalogue: Catalogue, stream: Stream): void => {
  const shelf = catalogue.shelf(topic, catalogue.own[slot.item] === 1);
  const from = stream.below(Math.max(shelf.alive, 1), slate.time | 0, slot.item, topic);
  const item = catalogue.search(
    shelf,
    slate.time,
    from,
    (other) => !catalogue.has(other, RESTRICTED) && isFresh(slate, catalogue, other),
  );
  if (item !== undefined) putInto(slot, item);
};

/** Adds a tag to those that a slot says were used. */
export const addTag = (slot: Slot, tag: string): void => {
  const before = slot.tags ?? (slot.tag === NO_TAG ? [] : [tags[slot.tag] ?? '']);
  if (!before.includes(tag)) slot.tags = [...before, tag];
};

/** Exchanges what stands in two slots; their scores stay where they are. */
export const exchange = (one: Slot, other: Slot): void => {
  const { item, tag, reason, tags: used, labels } = one;
  one.item = other.item;
  one.tag = other.tag;
  one.reason = other.reason;
  one.tags = other.tags;
  one.labels = other.labels;
  other.item = item;
  other.tag = tag;
  other.reason = reason;
  other.tags = used;
  other.labels = labels;
};
