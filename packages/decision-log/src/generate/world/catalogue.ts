import { Stream } from '../random.ts';
import type { Settings } from '../settings.ts';
import { newsSources, newsTopics, topics } from './vocabulary.ts';

export const QUALITY = 1;
export const SYNTHETIC = 2;
export const RESTRICTED = 4;
export const NEWS = 8;

/** Labels of an item by the bits above, in the order in which they are written. */
export const labelsOf = (bits: number): string[] => [
  ...(bits & NEWS ? ['news'] : []),
  ...(bits & QUALITY ? ['quality'] : []),
  ...(bits & RESTRICTED ? ['restricted-minors'] : []),
  ...(bits & SYNTHETIC ? ['synthetic', 'synthetic-label-shown'] : []),
];

/** Items on one shelf: of one topic, and either the provider's own or not. Older ones come first and are shown more. */
export interface Shelf {
  readonly items: Int32Array;
  /** How many of them are out today. */
  alive: number;
}

/** Three of four items are there when the log begins. */
const OLD = 0.75;

/** Everything that can be recommended. */
export class Catalogue {
  readonly count: number;
  readonly topic: Uint8Array;
  readonly own: Uint8Array;
  readonly author: Int32Array;
  /** The number of the item a near duplicate copies; its own when it copies none. */
  readonly cluster: Int32Array;
  readonly labels: Uint8Array;
  readonly source: Uint8Array;
  /** Thousandths. */
  readonly quality: Uint16Array;
  /** Day of publication; -1 before the log. */
  readonly published: Int16Array;
  /** From when until when an item may not be shown. */
  readonly blockedFrom: Float64Array;
  readonly blockedUntil: Float64Array;
  readonly shelves: readonly Shelf[];

  constructor(settings: Settings) {
    const count = settings.items;
    const facts = new Stream(settings.seed, 'items');
    this.count = count;
    this.topic = new Uint8Array(count);
    this.own = new Uint8Array(count);
    this.author = new Int32Array(count);
    this.cluster = new Int32Array(count);
    this.labels = new Uint8Array(count);
    this.source = new Uint8Array(count);
    this.quality = new Uint16Array(count);
    this.published = new Int16Array(count);
    this.blockedFrom = new Float64Array(count).fill(Infinity);
    this.blockedUntil = new Float64Array(count).fill(Infinity);
    const shelves: number[][] = Array.from({ length: topics.length * 2 }, () => []);
    const old = Math.floor(count * OLD);
    for (let item = 0; item < count; item++) {
      const topic = item % topics.length;
      const own = facts.unit(item, 1) < 0.09 ? 1 : 0;
      const shelf = shelves[topic * 2 + own] ?? [];
      const news = newsTopics.has(topic);
      this.topic[item] = topic;
      this.own[item] = own;
      this.author[item] = this.#authorOf(facts, item, topic, own);
      const before = shelf.at(-1);
      this.cluster[item] = before !== undefined && facts.unit(item, 3) < 0.12 ? (this.cluster[before] ?? item) : item;
      const quality = Math.floor(1000 * facts.unit(item, 4) ** 0.8);
      this.quality[item] = quality;
      const synthetic = !news && facts.unit(item, 5) < 0.05;
      const restricted = !news && !synthetic && facts.unit(item, 6) < 0.04;
      this.labels[item] =
        (quality > 640 ? QUALITY : 0) | (synthetic ? SYNTHETIC : 0) | (restricted ? RESTRICTED : 0) | (news ? NEWS : 0);
      this.source[item] = facts.below(newsSources.length, item, 7);
      this.published[item] = item < old ? -1 : Math.floor(((item - old) / (count - old)) * settings.days);
      shelf.push(item);
    }
    this.shelves = shelves.map((items) => ({ items: Int32Array.from(items), alive: 0 }));
  }

  /** Puts out what is published by the beginning of `day`. */
  open(day: number): void {
    for (const shelf of this.shelves)
      while (shelf.alive < shelf.items.length && (this.published[shelf.items[shelf.alive] ?? 0] ?? 0) < day)
        shelf.alive++;
  }

  shelf(topic: number, own: boolean): Shelf {
    const shelf = this.shelves[topic * 2 + (own ? 1 : 0)];
    if (shelf === undefined) throw new RangeError(`There is no topic ${topic}.`);
    return shelf;
  }

  isOut(item: number, time: number): boolean {
    return time < (this.blockedFrom[item] ?? 0) || time >= (this.blockedUntil[item] ?? 0);
  }

  has(item: number, label: number): boolean {
    return ((this.labels[item] ?? 0) & label) !== 0;
  }

  /**
   * An item of the same shelf as `item` that may be shown at `time` and that `fits`, sought from place `from` on; `item` itself when
   * there is none.
   */
  another(item: number, time: number, from: number, fits: (other: number) => boolean): number {
    return this.search(this.shelf(this.topic[item] ?? 0, this.own[item] === 1), time, from, fits) ?? item;
  }

  search(shelf: Shelf, time: number, from: number, fits: (item: number) => boolean): number | undefined {
    for (let step = 0; step < shelf.alive; step++) {
      const candidate = shelf.items[(from + step) % shelf.alive] ?? 0;
      if (this.isOut(candidate, time) && fits(candidate)) return candidate;
    }
    return undefined;
  }

  /** Authors write on one topic, and either for the provider or not. */
  #authorOf(facts: Stream, item: number, topic: number, own: number): number {
    const writers = own === 1 ? Math.max(4, this.count / 2500) : Math.max(16, this.count / 250);
    const writer = Math.floor(writers * facts.unit(item, 2) ** 1.4);
    return (writer * topics.length + topic) * 2 + own;
  }
}

export const itemId = (item: number): string => `i-${item.toString(36)}`;
export const authorId = (author: number): string => `a-${author.toString(36)}`;
export const clusterId = (cluster: number): string => `c-${cluster.toString(36)}`;
