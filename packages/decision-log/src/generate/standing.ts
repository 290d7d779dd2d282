import { Stream } from './random.ts';
import type { Schedule, Session } from './schedule.ts';
import { HOUR, type Settings } from './settings.ts';
import { NEVER, type People, type Person } from './world/people.ts';

/** Instants of a person's choices on one day; undefined when there was none. */
export interface Moments {
  optOut: number | undefined;
  optIn: number | undefined;
  tagDeleted: number | undefined;
  tagsViewed: number | undefined;
  muted: number | undefined;
  withdrawn: number | undefined;
  prompted: number | undefined;
}

/** What a person has chosen, as it holds for one request. */
export interface Standing {
  mutes: boolean;
  deleted: boolean;
  consents: number;
}

/** One opt-out in ten happens while a request is under way: it is answered 0.8 s later, and still personalised. */
const IN_FLIGHT_SHARE = 0.1;
const IN_FLIGHT = 800;
const IN_FLIGHT_HOLDS = 1000;

/** When on a day a person chose something, and what holds at each instant. */
export class Choices {
  readonly moments: Moments = {
    optOut: undefined,
    optIn: undefined,
    tagDeleted: undefined,
    tagsViewed: undefined,
    muted: undefined,
    withdrawn: undefined,
    prompted: undefined,
  };
  readonly #settings: Settings;
  readonly #people: People;
  readonly #schedule: Schedule;
  readonly #stream: Stream;
  readonly #standing: Standing = { mutes: false, deleted: false, consents: 0 };
  #mutedFrom = Infinity;
  #deletedFrom = Infinity;
  #withdrawnFrom = Infinity;
  #offFrom = Infinity;
  #offUntil = Infinity;

  constructor(settings: Settings, people: People, schedule: Schedule) {
    this.#settings = settings;
    this.#people = people;
    this.#schedule = schedule;
    this.#stream = new Stream(settings.seed, 'moments');
  }

  /** Whether anything but use happens to this person on this day. */
  has(index: number, day: number): boolean {
    const people = this.#people;
    return (
      Math.max(people.registered[index] ?? 0, 0) === day ||
      people.optOutDay[index] === day ||
      people.optInDay[index] === day ||
      people.tagDeletedDay[index] === day ||
      people.tagsViewedDay[index] === day ||
      people.mutedDay[index] === day ||
      people.withdrawnDay[index] === day ||
      people.promptedDay[index] === day
    );
  }

  /** Settles the moments of the day after its sessions have been placed. */
  settle(person: Person, day: number, dayStart: number): void {
    const people = this.#people;
    const { index } = person;
    const moments = this.moments;
    const on = (column: Int16Array, key: number): number | undefined =>
      column[index] === day ? this.#momentOf(person, dayStart, key) : undefined;
    moments.optIn = on(people.optInDay, 2);
    moments.tagDeleted = on(people.tagDeletedDay, 3);
    moments.tagsViewed = on(people.tagsViewedDay, 4);
    moments.muted = on(people.mutedDay, 5);
    moments.withdrawn = on(people.withdrawnDay, 6);
    moments.prompted = on(people.promptedDay, 7);
    const from = (column: Int16Array, moment: number | undefined): number =>
      moment ?? ((column[index] ?? NEVER) < day ? -Infinity : Infinity);
    this.#mutedFrom = from(people.mutedDay, moments.muted);
    this.#deletedFrom = from(people.tagDeletedDay, moments.tagDeleted);
    this.#withdrawnFrom = from(people.withdrawnDay, moments.withdrawn);
    this.#offUntil = from(people.optInDay, moments.optIn);
    this.#settleOptOut(person, day, dayStart);
  }

  /** Whether the person's opt-out holds for a request at `time`. */
  isOff(time: number): boolean {
    return time > this.#offFrom && time < this.#offUntil;
  }

  /** How long it has held today. */
  offFor(time: number): number {
    return time - this.#offFrom;
  }

  at(time: number, person: Person): Standing {
    const standing = this.#standing;
    standing.mutes = time > this.#mutedFrom;
    standing.deleted = time > this.#deletedFrom;
    standing.consents = time > this.#withdrawnFrom ? person.consents & ~person.withdrawn : person.consents;
    return standing;
  }

  #settleOptOut(person: Person, day: number, dayStart: number): void {
    const optOutDay = this.#people.optOutDay[person.index] ?? NEVER;
    this.moments.optOut = undefined;
    this.#offFrom = optOutDay < day ? -Infinity : Infinity;
    if (optOutDay !== day) return;
    let moment: number;
    let holds = 0;
    if (day === 0 && person.registered < 0) {
      // Opted out before the log begins: restated in its first minute.
      moment = this.#settings.start + 5000 + this.#stream.below(50_000, person.index, 8);
    } else {
      moment = this.#momentOf(person, dayStart, 1);
      const next = this.#stream.unit(person.index, 9) < IN_FLIGHT_SHARE ? this.#nextPage(moment) : undefined;
      if (next !== undefined) {
        moment = next - IN_FLIGHT;
        holds = IN_FLIGHT_HOLDS;
      }
    }
    this.moments.optOut = moment;
    this.#offFrom = moment + holds;
  }

  /** Shortly after some page view; in the daytime when there is none. */
  #momentOf(person: Person, dayStart: number, key: number): number {
    const stream = this.#stream;
    const { sessions, times } = this.#schedule;
    const unit = stream.unit(person.index, key);
    const session = sessions[Math.floor(unit * sessions.length)];
    if (session === undefined) return dayStart + Math.floor((20.5 + 1.3 * unit) * HOUR);
    const page = session.first + stream.below(session.pages, person.index, key, 1);
    return (times[page] ?? session.starts) + 1500 + stream.below(9000, person.index, key, 2);
  }

  #nextPage(time: number): number | undefined {
    const session = this.sessionAt(time);
    if (session === undefined) return undefined;
    for (let page = session.first; page < session.first + session.pages; page++) {
      const next = this.#schedule.times[page] ?? 0;
      if (next > time) return next;
    }
    return undefined;
  }

  sessionAt(time: number): Session | undefined {
    return this.#schedule.sessions.find(({ starts, duration }) => starts <= time && time <= starts + duration);
  }
}

/** When the log first knows of a person: at registration, or in its first half minute. */
export const firstMoment = (people: People, person: Person): number =>
  person.registered < 0 ? (person.index % 30) * 1000 : people.registrationTime(person.index);
