import type { Settings } from '../settings.ts';
import { HOUR } from '../settings.ts';
import { Stream } from '../random.ts';
import { Pseudonyms } from './pseudonym.ts';
import {
  ADULT,
  BROWSING,
  CONTACTS,
  LOCATION,
  MINOR,
  OLDER,
  SEARCHES,
  TAGS_PER_TOPIC,
  audiences,
  pick,
  regions,
  topics,
} from './vocabulary.ts';

/** A day that never comes. */
export const NEVER = 32_767;

export const REGISTERED_BEFORE = -1;

/** What one person is and has chosen; one object is filled again and again. */
export interface Person {
  index: number;
  user: string;
  device: string;
  holder: string;
  region: number;
  audience: number;
  /** Day of the log on which the account was made; negative before it. */
  registered: number;
  deviceKind: string;
  member: boolean;
  /** Topics a person likes, best first. */
  favourites: readonly number[];
  /** Tags used about the person, before any is deleted; indexes into the vocabulary. */
  tags: readonly number[];
  consents: number;
  withdrawn: number;
  deletedTag: number;
  mutedTopic: number;
  /** Orders a day, and what an order costs on average: the habits a price may not depend on. */
  orders: number;
  basket: number;
}

const regionWeights = regions.map(({ weight }) => weight);

/**
 * Everybody on the platform. What never changes is drawn from the person's number; the days of their choices are kept in columns, so that a
 * day can be gone through without looking at everybody closely.
 */
export class People {
  readonly count: number;
  /** How busy a person is, heavy-tailed. */
  readonly activity: Float32Array;
  readonly registered: Int16Array;
  readonly region: Uint8Array;
  readonly audience: Uint8Array;
  readonly optOutDay: Int16Array;
  readonly optInDay: Int16Array;
  readonly tagDeletedDay: Int16Array;
  readonly tagsViewedDay: Int16Array;
  readonly mutedDay: Int16Array;
  readonly withdrawnDay: Int16Array;
  readonly promptedDay: Int16Array;
  /** An adult who was always there and never opted out. */
  readonly steady: number;
  readonly #facts: Stream;
  readonly #days: number;
  readonly #pseudonyms: Pseudonyms;

  constructor(settings: Settings) {
    const count = settings.people;
    const facts = new Stream(settings.seed, 'people');
    const choices = new Stream(settings.seed, 'choices');
    this.count = count;
    this.#facts = facts;
    this.#days = settings.days;
    this.#pseudonyms = new Pseudonyms(settings.seed);
    this.activity = new Float32Array(count);
    this.registered = new Int16Array(count);
    this.region = new Uint8Array(count);
    this.audience = new Uint8Array(count);
    const column = (): Int16Array => new Int16Array(count).fill(NEVER);
    this.optOutDay = column();
    this.optInDay = column();
    this.tagDeletedDay = column();
    this.tagsViewedDay = column();
    this.mutedDay = column();
    this.withdrawnDay = column();
    this.promptedDay = column();
    let steady = -1;
    for (let person = 0; person < count; person++) {
      const audience = this.#audienceOf(person);
      this.audience[person] = audience;
      this.region[person] = pick(regionWeights, facts.unit(this.#household(person), 1));
      const registered = this.#registrationOf(person);
      this.registered[person] = registered;
      this.activity[person] = Math.min(25, Math.exp(1.05 * facts.normal(person, 3))) * (audience === MINOR ? 0.5 : 1);
      const after = Math.max(registered, 0);
      const laterDay = (key: number): number => after + choices.below(settings.days - after, person, key);
      const choose = (share: number, key: number): boolean => choices.unit(person, key) < share;
      if (audience !== MINOR && choose(0.08, 1)) {
        // Half of them had opted out before the log begins.
        const day = choose(0.5, 2) ? after : laterDay(3);
        this.optOutDay[person] = day;
        if (choose(0.2, 4) && day + 1 < settings.days)
          this.optInDay[person] = day + 1 + choices.below(settings.days - day - 1, person, 5);
        if (choose(0.2, 6)) this.promptedDay[person] = laterDay(7);
      } else if (choose(0.05, 8)) this.mutedDay[person] = laterDay(9);
      if (choose(0.06, 10)) this.tagDeletedDay[person] = laterDay(11);
      if (choose(0.1, 12)) this.tagsViewedDay[person] = laterDay(13);
      if (choose(0.03, 14)) this.withdrawnDay[person] = laterDay(15);
      if (steady < 0 && audience === ADULT && registered < 0 && this.optOutDay[person] === NEVER) steady = person;
    }
    this.steady = Math.max(steady, 0);
  }

  /** Fills `person` with the facts of person number `index`. */
  fill(index: number, person: Person): void {
    const facts = this.#facts;
    const region = this.region[index] ?? 0;
    person.index = index;
    person.user = this.#pseudonyms.of('user', index);
    person.device = this.deviceOf(index);
    person.holder = this.#pseudonyms.of('holder', index);
    person.region = region;
    person.audience = this.audience[index] ?? 0;
    person.registered = this.registered[index] ?? 0;
    person.deviceKind = this.#deviceKindOf(index, region);
    person.member = facts.unit(index, 5) < 0.25;
    const favourites = this.#favouritesOf(index);
    person.favourites = favourites;
    person.tags = favourites.slice(0, 3).flatMap((topic, place) => {
      const left = facts.below(TAGS_PER_TOPIC, index, 6, place);
      return Array.from({ length: TAGS_PER_TOPIC }, (_, tag) => tag)
        .filter((tag) => tag !== left)
        .map((tag) => topic * TAGS_PER_TOPIC + tag);
    });
    person.consents =
      BROWSING | CONTACTS | (facts.unit(index, 7) < 0.7 ? LOCATION : 0) | (facts.unit(index, 8) < 0.95 ? SEARCHES : 0);
    person.withdrawn = person.consents & LOCATION ? LOCATION : SEARCHES;
    person.deletedTag = person.tags[facts.below(person.tags.length, index, 9)] ?? 0;
    person.mutedTopic = favourites[facts.below(2, index, 10)] ?? 0;
    person.orders = 0.04 * Math.exp(0.9 * facts.normal(index, 11));
    person.basket = 4000 * Math.exp(0.6 * facts.normal(index, 12));
  }

  /** Families of two or three use one device; everybody else has their own. */
  deviceOf(index: number): string {
    return this.#pseudonyms.of('device', this.#household(index));
  }

  /** Whole days since registration at the end of `day`. */
  tenure(index: number, day: number): number {
    return Math.max(0, day - (this.registered[index] ?? 0));
  }

  /** Registration as milliseconds after the beginning of its day: in the daytime. */
  registrationTime(index: number): number {
    return Math.floor((8 + 12 * this.#facts.unit(index, 19)) * HOUR);
  }

  optedOutOn(index: number, day: number): boolean {
    return (this.optOutDay[index] ?? NEVER) < day && (this.optInDay[index] ?? NEVER) >= day;
  }

  /** The first member of the household. */
  #household(index: number): number {
    const first = index - (index % 3);
    const kind = this.#facts.unit(first, 13);
    return kind < 0.06 || (kind < 0.12 && index - first < 2) ? first : index;
  }

  #audienceOf(index: number): number {
    const share = this.#facts.unit(index, 2);
    if (share < 0.07) return MINOR;
    if (share < 0.18) return OLDER;
    return share < 0.98 ? ADULT : audiences.length - 1;
  }

  #deviceKindOf(index: number, region: number): string {
    const share = this.#facts.unit(index, 4);
    if (share < (regions[region]?.ios ?? 0.4)) return 'ios';
    return share < 0.94 ? 'android' : 'desktop';
  }

  /** One in eight registers while the log runs, more of them on the two days of a campaign. */
  #registrationOf(index: number): number {
    const facts = this.#facts;
    if (facts.unit(index, 14) < 0.12) {
      // On each of the two days of a campaign, one and a half ordinary days' more.
      const campaign = facts.unit(index, 15) * this.#days;
      if (this.#days > 6 && campaign < 1.5) return Math.floor(this.#days * 0.3);
      if (this.#days > 6 && campaign < 3) return Math.floor(this.#days * 0.7);
      return facts.below(this.#days, index, 16);
    }
    const newness = regions[this.region[index] ?? 0]?.newness ?? 1;
    return REGISTERED_BEFORE - Math.floor(2500 * facts.unit(index, 17) ** newness);
  }

  #favouritesOf(index: number): number[] {
    const chosen: number[] = [];
    for (let draw = 0; chosen.length < 4; draw++) {
      const topic = this.#facts.below(topics.length, index, 18, draw);
      if (!chosen.includes(topic)) chosen.push(topic);
    }
    return chosen;
  }
}

export const blankPerson = (): Person => ({
  index: -1,
  user: '',
  device: '',
  holder: '',
  region: 0,
  audience: 0,
  registered: 0,
  deviceKind: '',
  member: false,
  favourites: [],
  tags: [],
  consents: 0,
  withdrawn: 0,
  deletedTag: 0,
  mutedTopic: 0,
  orders: 0,
  basket: 0,
});
