import { Draws, normalAt, type Stream } from '../random.ts';
import { MINUTE } from '../settings.ts';
import type { Standing } from '../standing.ts';
import {
  CURATED,
  EXPLORE,
  HOT,
  INTEREST,
  NO_TAG,
  PERSONALISED,
  POPULAR,
  QUERY,
  RANKING,
  SEARCHING,
  TRENDING,
  UNSCORED,
  type Slate,
} from '../slate.ts';
import { QUALITY, RESTRICTED, type Catalogue } from '../world/catalogue.ts';
import type { Curation, Event, Moderation } from '../world/moderation.ts';
import type { Person } from '../world/people.ts';
import {
  BROWSING,
  FEED,
  FIRST_SCREEN,
  HOT_LIST,
  LOCATION,
  MINOR,
  SEARCH,
  SEARCHES,
  SELECTED,
  POPUP,
  TAGS_PER_TOPIC,
  surfaces,
  topics,
} from '../world/vocabulary.ts';

/** A person's own topics come first in most places of a personalised slate. */
const OWN_TOPICS = 0.72;
/** Shares of the four favourite topics, cumulated. */
const favouriteShares = [0.34, 0.62, 0.84];
/** "Not interested" leaves one place in eight of what there was. */
const MUTED = 0.88;
const CURATED_SHARE = 0.1;
const EVENT_SHARE = 0.08;
/** Below 1 all items alike; above, the older ones of a shelf are shown more. */
const POPULARITY = 1.5;
/** On the positions that matter, an ordinary item gives way to another draw this often. */
const FINER = 0.35;

/** What people saw last: no near duplicate comes again within this many places, no author and no crowd of a topic within ten. */
export const SEEN = 20;
const NEAR = 9;
const TOPIC_AT_MOST = 3;

/**
 * Chooses what is shown. A personalised slate follows the person's interests; an impersonal one is a function of region, page position and
 * minute, whoever asks.
 */
export class Slates {
  readonly #catalogue: Catalogue;
  readonly #moderation: Moderation;
  readonly #impersonal: Stream;
  readonly #shared = new Draws();
  #curations: readonly Curation[] = [];
  #event: Event | undefined;
  /** A person's last items, newest last. */
  readonly #seen: Int32Array;
  readonly #recent = new Int32Array(SEEN);

  constructor(catalogue: Catalogue, moderation: Moderation, impersonal: Stream, people: number) {
    this.#catalogue = catalogue;
    this.#moderation = moderation;
    this.#impersonal = impersonal;
    this.#seen = new Int32Array(people * SEEN).fill(-1);
  }

  beginDay(day: number): void {
    this.#curations = this.#moderation.curationsOf(day);
    this.#event = this.#moderation.eventOf(day);
  }

  beginPerson(index: number): void {
    this.#recent.set(this.#seen.subarray(index * SEEN, (index + 1) * SEEN));
  }

  endPerson(index: number): void {
    this.#seen.set(this.#recent, index * SEEN);
  }

  personalise(slate: Slate, person: Person, standing: Standing, draws: Draws): void {
    const catalogue = this.#catalogue;
    const own = surfaces[slate.surface]?.own ?? 0;
    const minor = person.audience === MINOR;
    const event = this.#eventAt(slate.time);
    const search = slate.surface === SEARCH;
    slate.personalised = true;
    slate.technique = search ? SEARCHING : PERSONALISED;
    slate.data = standing.consents & (BROWSING | LOCATION | SEARCHES);
    let owned = 0;
    let score = this.#begin(slate, draws);
    for (let place = 0; place < slate.size; place++) {
      const slot = slate.slot(place);
      const isOwn = draws.chance(own);
      let item = -1;
      if (event !== undefined && !isOwn && draws.chance(EVENT_SHARE) && this.#fresh(event.item)) {
        item = event.item;
        slot.reason = TRENDING;
      } else {
        item = this.#choose(this.#topic(person, standing, draws), isOwn, slate, minor, draws);
        const topic = catalogue.topic[item] ?? 0;
        slot.reason = search ? QUERY : person.favourites.includes(topic) ? POPULAR : EXPLORE;
        slot.tag = search ? NO_TAG : tagFor(person, standing, topic, item);
        if (slot.tag !== NO_TAG) slot.reason = INTEREST;
      }
      slot.item = item;
      score -= 1 + draws.below(240);
      slot.score = score;
      owned += isOwn ? 1 : 0;
      this.#remember(item);
    }
    this.#finish(slate, draws, own, owned);
    if (slate.surface === FIRST_SCREEN) this.#curate(slate, draws);
  }

  depersonalise(slate: Slate, region: number): void {
    const minute = Math.floor(slate.time / MINUTE);
    const draws = this.#shared.begin(this.#impersonal, region, slate.surface, minute);
    const catalogue = this.#catalogue;
    const own = surfaces[slate.surface]?.own ?? 0;
    const time = minute * MINUTE;
    const event = this.#eventAt(time);
    slate.personalised = false;
    slate.technique = RANKING;
    slate.data = 0;
    // A programme of topics runs through the minutes, so that each topic comes once in twenty places.
    const from = minute * 10 + (slate.surface === SELECTED ? 6 : slate.surface === POPUP ? 9 : 0);
    let owned = 0;
    let score = this.#begin(slate, draws);
    for (let place = 0; place < slate.size; place++) {
      const slot = slate.slot(place);
      const isOwn = draws.chance(own);
      const topic = ((from + place) * 7 + region * 3) % topics.length;
      const shelf = catalogue.shelf(topic, isOwn);
      const turn = (minute * 0.618_033_988_749_895 + draws.unit() * 0.02 + region * 0.31 + slate.surface * 0.17) % 1;
      const first = Math.floor(shelf.alive * turn ** POPULARITY);
      slot.reason = slate.surface === HOT_LIST ? HOT : POPULAR;
      const finer = slate.surface !== FEED && draws.chance(FINER / 2);
      const fits = (item: number): boolean =>
        !catalogue.has(item, RESTRICTED) && item !== event?.item && (!finer || catalogue.has(item, QUALITY));
      slot.item = catalogue.search(shelf, time, first, fits) ?? shelf.items[first] ?? 0;
      score -= 1 + draws.below(240);
      slot.score = score;
      owned += isOwn ? 1 : 0;
      this.#remember(slot.item);
    }
    this.#finish(slate, draws, own, owned);
    const middle = slate.size >> 1;
    const talkedOf = event !== undefined && draws.chance(EVENT_SHARE * slate.size);
    if (talkedOf && catalogue.own[slate.slot(middle).item] === 0) this.#replace(slate, middle, event.item, TRENDING);
    if (slate.surface === FIRST_SCREEN) this.#curate(slate, draws);
  }

  #begin(slate: Slate, draws: Draws): number {
    for (let place = 0; place < slate.size; place++) {
      const slot = slate.slot(place);
      slot.tag = NO_TAG;
      slot.intervention = '';
      slot.automated = true;
      slot.tags = undefined;
      slot.labels = undefined;
      slot.reasonless = false;
    }
    slate.dataKinds = undefined;
    slate.notice = true;
    return 9900 - draws.below(1500);
  }

  /** The candidates' own share is what the shown ones' is: whether a place is the provider's own was drawn first. */
  #finish(slate: Slate, draws: Draws, own: number, owned: number): void {
    slate.candidates = 120 + draws.below(280);
    const rest = slate.candidates - slate.size;
    const spread = Math.sqrt(rest * own * (1 - own));
    slate.ownCandidates = owned + Math.min(rest, Math.max(0, Math.round(rest * own + spread * normalAt(draws.unit()))));
  }

  /** Gives the first place to an editor's item, whoever owns what stood there: of the places that are ranked, own items keep their share. */
  #curate(slate: Slate, draws: Draws): void {
    const wanted = draws.chance(CURATED_SHARE);
    const time = slate.personalised ? slate.time : Math.floor(slate.time / MINUTE) * MINUTE;
    const curation = this.#curations.find(({ starts, ends }) => starts <= time && slate.time < ends);
    if (!wanted || curation === undefined || !this.#replace(slate, 0, curation.item, CURATED)) return;
    const slot = slate.slot(0);
    slot.score = UNSCORED;
    slot.intervention = curation.id;
    slot.automated = false;
  }

  /** Puts an item into a place, unless something like it is there already. */
  #replace(slate: Slate, place: number, item: number, reason: number): boolean {
    const slot = slate.slot(place);
    for (const other of slate.used()) if (this.#alike(other.item, item)) return false;
    slot.item = item;
    slot.tag = NO_TAG;
    slot.reason = reason;
    this.#recent[SEEN - slate.size + place] = item;
    return true;
  }

  #eventAt(time: number): Event | undefined {
    const event = this.#event;
    return event !== undefined && event.starts <= time && time < event.ends ? event : undefined;
  }

  #topic(person: Person, standing: Standing, draws: Draws): number {
    let topic = 0;
    for (let attempt = 0; attempt < 12; attempt++) {
      const unit = draws.unit();
      if (unit < OWN_TOPICS) {
        const share = unit / OWN_TOPICS;
        let favourite = 0;
        while (favourite < favouriteShares.length && share >= (favouriteShares[favourite] ?? 1)) favourite++;
        topic = person.favourites[favourite] ?? 0;
      } else topic = Math.floor(((unit - OWN_TOPICS) / (1 - OWN_TOPICS)) * topics.length);
      if (standing.mutes && topic === person.mutedTopic && draws.chance(MUTED)) continue;
      if (this.#crowd(topic) < TOPIC_AT_MOST) return topic;
    }
    return topic;
  }

  #choose(topic: number, own: boolean, slate: Slate, minor: boolean, draws: Draws): number {
    const catalogue = this.#catalogue;
    const shelf = catalogue.shelf(topic, own);
    const { time } = slate;
    const important = slate.surface !== FEED && slate.surface !== SEARCH;
    const fits = (item: number): boolean =>
      catalogue.isOut(item, time) && !(minor && catalogue.has(item, RESTRICTED)) && this.#fresh(item);
    let place = 0;
    for (let attempt = 0; attempt < 6; attempt++) {
      place = Math.floor(shelf.alive * draws.unit() ** POPULARITY);
      const item = shelf.items[place] ?? 0;
      if (important && !catalogue.has(item, QUALITY) && draws.chance(FINER)) continue;
      if (fits(item)) return item;
    }
    // Small shelves run out of what was not seen lately: then another topic must do.
    for (let other = 0; other < topics.length; other++) {
      const item = catalogue.search(catalogue.shelf((topic + other) % topics.length, own), time, place, fits);
      if (item !== undefined) return item;
    }
    return shelf.items[place] ?? 0;
  }

  #alike(one: number, other: number): boolean {
    const { cluster, author } = this.#catalogue;
    return cluster[one] === cluster[other] || author[one] === author[other];
  }

  #fresh(item: number): boolean {
    const { cluster, author } = this.#catalogue;
    const recent = this.#recent;
    const group = cluster[item];
    const writer = author[item];
    for (let back = 1; back < SEEN; back++) {
      const other = recent[SEEN - back] ?? -1;
      if (other < 0) return true;
      if (cluster[other] === group || (back <= NEAR && author[other] === writer)) return false;
    }
    return true;
  }

  #crowd(topic: number): number {
    const { topic: topicOf } = this.#catalogue;
    let count = 0;
    for (let back = 1; back <= NEAR; back++) {
      const other = this.#recent[SEEN - back] ?? -1;
      if (other >= 0 && topicOf[other] === topic) count++;
    }
    return count;
  }

  #remember(item: number): void {
    this.#recent.copyWithin(0, 1);
    this.#recent[SEEN - 1] = item;
  }
}

/** One of the person's tags on the item's topic, when there is one that was not deleted. */
const tagFor = (person: Person, standing: Standing, topic: number, item: number): number => {
  const fitting = person.tags.filter(
    (tag) => Math.floor(tag / TAGS_PER_TOPIC) === topic && !(standing.deleted && tag === person.deletedTag),
  );
  return fitting[item % fitting.length] ?? NO_TAG;
};
