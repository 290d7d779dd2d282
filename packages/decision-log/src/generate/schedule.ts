import { Draws, normalAt, type Stream } from './random.ts';
import { DAY, HOUR, MINUTE } from './settings.ts';
import { MINOR } from './world/vocabulary.ts';
import { NEVER, type People, type Person } from './world/people.ts';

/** One person's day: page views in sessions. Plants may move it before it is placed. */
export interface Plan {
  day: number;
  dayStart: number;
  /** Page views. */
  pages: number;
  /** Sessions lie between these instants. */
  least: number;
  most: number;
  /** All sessions together last no longer than this. */
  longest: number;
  /** All sessions together last at least this. */
  shortest: number;
}

export interface Session {
  id: string;
  starts: number;
  /** Milliseconds, the look at the last page included. */
  duration: number;
  /** The session's page views are `first` to `first + pages - 1`. */
  first: number;
  pages: number;
}

/** Weight of each hour for a session's beginning; few at night. */
const hours = [6, 3, 2, 1, 1, 3, 10, 22, 30, 26, 24, 26, 40, 36, 26, 24, 24, 28, 36, 46, 54, 56, 44, 20];
const total = hours.reduce((sum, weight) => sum + weight, 0);

/** Milliseconds after midnight at which a session begins, from a draw between 0 and 1. */
const startOf = (unit: number): number => {
  let rest = unit * total;
  for (const [hour, weight] of hours.entries()) {
    if (rest < weight) return (hour + rest / weight) * HOUR;
    rest -= weight;
  }
  return 23 * HOUR;
};

const MINORS_MINUTES = 36;
/** People see different pages of an impersonal feed by asking in different minutes. */
const IMPERSONAL_GAP = 61_000;
/** A first page is three requests within 35 seconds. */
const FIRST_GAP = 45_000;
const BETWEEN_SESSIONS = 5 * MINUTE;
const MOST_PAGES = 1200;

export class Schedule {
  /** Instants of the page views. */
  readonly times = new Float64Array(MOST_PAGES);
  readonly sessions: Session[] = [];
  readonly #gaps = new Float64Array(MOST_PAGES);
  readonly #draws = new Draws();
  readonly #stream: Stream;
  readonly #people: People;

  constructor(people: People, stream: Stream) {
    this.#people = people;
    this.#stream = stream;
  }

  /** What the day of a person would be like, before anything is drawn. */
  plan(person: Person, day: number, dayStart: number, pages: number): Plan {
    const minor = person.audience === MINOR;
    const opened = person.registered === day ? this.#people.registrationTime(person.index) + MINUTE : 0;
    return {
      day,
      dayStart,
      pages: Math.min(pages, MOST_PAGES),
      least: dayStart + Math.max(opened, minor ? 6 * HOUR + 5 * MINUTE : 70_000),
      most: dayStart + (minor ? 21 * HOUR + 50 * MINUTE : DAY - MINUTE),
      longest: minor ? MINORS_MINUTES * MINUTE : 20 * HOUR,
      shortest: 0,
    };
  }

  /** Draws sessions and page views. */
  place(plan: Plan, person: Person): void {
    const draws = this.#draws.begin(this.#stream, person.index, plan.day);
    const { optOutDay, optInDay } = this.#people;
    const impersonal = (optOutDay[person.index] ?? NEVER) <= plan.day && (optInDay[person.index] ?? NEVER) >= plan.day;
    this.sessions.length = 0;
    let lasting = 0;
    for (let page = 0; page < plan.pages;) {
      const length = Math.min(plan.pages - page, this.#lengthOf(draws));
      let duration = 0;
      for (let next = page; next < page + length; next++) {
        const gap = 30_000 + 70_000 * Math.exp(0.6 * normalAt(draws.unit()));
        const least = impersonal ? IMPERSONAL_GAP : next === page ? FIRST_GAP : 0;
        this.#gaps[next] = Math.max(gap, least);
        duration += this.#gaps[next] ?? 0;
      }
      lasting += duration;
      this.sessions.push({
        id: `s${plan.day.toString(36)}-${person.index.toString(36)}-${this.sessions.length}`,
        starts: plan.dayStart + startOf(draws.unit()),
        duration,
        first: page,
        pages: length,
      });
      page += length;
    }
    this.#arrange(plan, lasting);
  }

  /** The session that `time` lies in. */
  sessionAt(time: number): Session | undefined {
    return this.sessions.find(({ starts, duration }) => starts <= time && time <= starts + duration);
  }

  /** Page views of a session: four on average, sometimes very many. */
  #lengthOf(draws: Draws): number {
    const usual = 1 + Math.floor(Math.log(1 - draws.unit()) / Math.log(0.75));
    return draws.chance(0.08) ? 15 + usual * 5 : usual;
  }

  /** Puts sessions one after another into the time there is, stretching or squeezing them all alike where they must be. */
  #arrange(plan: Plan, lasting: number): void {
    const sessions = this.sessions.sort((one, other) => one.starts - other.starts);
    const between = BETWEEN_SESSIONS * (sessions.length - 1);
    const room = Math.max(plan.most - plan.least - between, MINUTE);
    const wanted = Math.min(Math.max(lasting, plan.shortest), plan.longest, room);
    const scale = lasting > 0 ? wanted / lasting : 1;
    let earliest = plan.least;
    for (const session of sessions) {
      session.duration = Math.floor(session.duration * scale);
      session.starts = Math.floor(Math.max(session.starts, earliest));
      earliest = session.starts + session.duration + BETWEEN_SESSIONS;
    }
    let latest = plan.most;
    for (const session of sessions.toReversed()) {
      session.starts = Math.floor(Math.min(session.starts, latest - session.duration));
      latest = session.starts - BETWEEN_SESSIONS;
    }
    for (const session of sessions) {
      let time = session.starts;
      for (let page = session.first; page < session.first + session.pages; page++) {
        this.times[page] = Math.floor(time);
        time += (this.#gaps[page] ?? 0) * scale;
      }
    }
  }
}
