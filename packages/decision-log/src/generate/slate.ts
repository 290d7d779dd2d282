import { PAGE } from './settings.ts';
import { BROWSING, FEED } from './world/vocabulary.ts';

/** Why an item stands in a slate; the tokens in the log. */
export const reasons = ['popular', 'interest-tag', 'explore', 'trending', 'curated', 'query', 'hot'] as const;
export const POPULAR = 0;
export const INTEREST = 1;
export const EXPLORE = 2;
export const TRENDING = 3;
export const CURATED = 4;
export const QUERY = 5;
export const HOT = 6;

export const techniques = ['personalised', 'ranking', 'search', 'generation'] as const;
export const PERSONALISED = 0;
export const RANKING = 1;
export const SEARCHING = 2;
export const GENERATION = 3;

/** No score: an editor put it there. */
export const UNSCORED = -1;
export const NO_TAG = -1;

/** One shown place of a slate. Numbers are indexes into the catalogue and the vocabulary. */
export interface Slot {
  item: number;
  /** Ten-thousandths, or `UNSCORED`. */
  score: number;
  tag: number;
  reason: number;
  intervention: string;
  automated: boolean;
  /** Set by plants only: what is written in place of the usual. */
  tags: readonly string[] | undefined;
  labels: readonly string[] | undefined;
  reasonless: boolean;
}

/** One request's answer before it is written. The same object is filled again and again; plants may change it. */
export class Slate {
  day = 0;
  time = 0;
  request = '';
  session = '';
  surface = FEED;
  size = 0;
  technique = PERSONALISED;
  personalised = true;
  notice = true;
  candidates = 0;
  ownCandidates = 0;
  /** Kinds of personal data, as bits. */
  data = BROWSING;
  /** Set by plants only: kinds in place of the bits. */
  dataKinds: readonly string[] | undefined = undefined;
  /** True when the person's opt-out held when the request was made. */
  optedOut = false;
  /** Milliseconds since it began to hold; Infinity when that was on another day. */
  offFor = Infinity;
  readonly slots: readonly Slot[] = Array.from({ length: PAGE }, () => ({
    item: 0,
    score: UNSCORED,
    tag: NO_TAG,
    reason: POPULAR,
    intervention: '',
    automated: true,
    tags: undefined,
    labels: undefined,
    reasonless: false,
  }));

  /** The places in use. */
  *used(): Generator<Slot> {
    for (let place = 0; place < this.size; place++) yield this.slot(place);
  }

  slot(place: number): Slot {
    const slot = this.slots[place];
    if (slot === undefined) throw new RangeError(`A slate has no place ${place}.`);
    return slot;
  }
}
