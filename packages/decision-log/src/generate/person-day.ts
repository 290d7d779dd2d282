import { Draws, Stream } from './random.ts';
import { DAY, type Settings } from './settings.ts';
import type { Accounts } from './families/account.ts';
import type { Controls } from './families/control.ts';
import type { Engagements } from './families/engagement.ts';
import type { ExposureWriter } from './families/exposure-writer.ts';
import type { Quotes } from './families/quote.ts';
import type { Slates } from './families/slates.ts';
import type { Output } from './output.ts';
import type { Rules } from './plants/plant.ts';
import type { RowOf } from './row.ts';
import type { Schedule, Session } from './schedule.ts';
import { Slate } from './slate.ts';
import { Choices, firstMoment } from './standing.ts';
import { blankPerson, type People, type Person } from './world/people.ts';
import { FEED, FIRST_SCREEN, HOT_LIST, MINOR, POPUP, SEARCH, SELECTED, surfaces } from './world/vocabulary.ts';

const SEARCH_SHARE = 0.12;
const HOT_SHARE = 0.2;
/** An impersonal page is the same for a whole minute; nobody is shown it twice. */
const HOT_AGAIN = 61_000;

export interface PersonDayParts {
  readonly settings: Settings;
  readonly people: People;
  readonly schedule: Schedule;
  readonly slates: Slates;
  readonly writer: ExposureWriter;
  readonly engagements: Engagements;
  readonly quotes: Quotes;
  readonly controls: Controls;
  readonly accounts: Accounts;
  readonly output: Output;
  readonly rules: Rules;
}

/** Everything one person does on one day, written as it happens. */
export class PersonDay {
  readonly #parts: PersonDayParts;
  readonly #choices: Choices;
  readonly #person: Person = blankPerson();
  readonly #slate = new Slate();
  readonly #draws = new Draws();
  readonly #views: Stream;
  readonly #emitControl: (row: RowOf<'control'>) => void;
  readonly #emitEngagement: (row: RowOf<'engagement'>) => void;
  readonly #emitQuote: (row: RowOf<'quote'>) => void;
  #day = 0;
  #last = 0;
  #requests = 0;

  constructor(parts: PersonDayParts) {
    const { settings, people, schedule, output } = parts;
    this.#parts = parts;
    this.#choices = new Choices(settings, people, schedule);
    this.#views = new Stream(settings.seed, 'views');
    this.#emitControl = (row) => output.emit('control', row);
    this.#emitEngagement = (row) => output.emit('engagement', row);
    this.#emitQuote = (row) => output.emit('quote', row);
  }

  /** Whether anything but use happens to this person on this day. */
  isEventful(index: number, day: number): boolean {
    return this.#choices.has(index, day);
  }

  /** `short`: places of one more request, fewer than a page view's; only for a person who is never impersonal. */
  run(index: number, day: number, pages: number, short: number): void {
    const { settings, people, schedule, slates, engagements, quotes, rules } = this.#parts;
    const person = this.#person;
    const dayStart = settings.start + day * DAY;
    people.fill(index, person);
    this.#day = day;
    this.#last = dayStart + DAY - 1;
    this.#requests = 0;
    const plan = schedule.plan(person, day, dayStart, pages + (short > 0 ? 1 : 0));
    for (const rule of rules.plan) rule(plan, person);
    schedule.place(plan, person);
    this.#choices.settle(person, day, dayStart);
    this.#draws.begin(this.#views, index, day);
    slates.beginPerson(index);
    engagements.beginPerson(index, day);
    quotes.beginPerson(index, day);
    this.#tell(person, day, dayStart);
    let hot = -Infinity;
    let left = plan.pages;
    for (const session of schedule.sessions) {
      this.#parts.controls.session(session, person, this.#emitControl);
      engagements.session(session, person, this.#emitEngagement);
      for (let page = session.first; page < session.first + session.pages; page++) {
        const time = schedule.times[page] ?? dayStart;
        left--;
        const surface = this.#surface(page === session.first, time, time - hot >= HOT_AGAIN);
        if (short > 0 && left === 0) this.#show(FEED, time, session, short);
        else this.#showPage(surface, time, session);
        if (surface === HOT_LIST) hot = time;
        quotes.page(time, session.id, day, person, this.#last, this.#emitQuote);
      }
    }
    slates.endPerson(index);
  }

  /** The rows about what the person is, chose and said, apart from use. */
  #tell(person: Person, day: number, dayStart: number): void {
    const { people, controls, accounts, engagements, output } = this.#parts;
    const { moments } = this.#choices;
    if (Math.max(person.registered, 0) === day) {
      const time = dayStart + firstMoment(people, person);
      accounts.first(person, time, (row) => output.emit('account', row));
      controls.first(person, time, this.#emitControl);
    }
    controls.choices(person, moments, (time) => this.#choices.sessionAt(time)?.id, this.#emitControl);
    if (moments.muted !== undefined)
      engagements.notInterested(
        person,
        moments.muted,
        this.#choices.sessionAt(moments.muted)?.id,
        this.#emitEngagement,
      );
  }

  #surface(first: boolean, time: number, mayBeHot: boolean): number {
    const unit = this.#draws.unit();
    if (first) return FIRST_SCREEN;
    if (unit < SEARCH_SHARE) return this.#choices.isOff(time) ? FEED : SEARCH;
    if (unit < HOT_SHARE && mayBeHot && this.#person.audience !== MINOR) return HOT_LIST;
    return FEED;
  }

  #showPage(surface: number, time: number, session: Session): void {
    this.#show(surface, time, session);
    if (surface !== FIRST_SCREEN) return;
    this.#show(SELECTED, Math.min(time + 20_000, this.#last), session);
    this.#show(POPUP, Math.min(time + 35_000, this.#last), session);
  }

  #show(surface: number, time: number, session: Session, size = surfaces[surface]?.slots ?? 0): void {
    const { slates, engagements, writer, output, rules } = this.#parts;
    const slate = this.#slate;
    const person = this.#person;
    slate.day = this.#day;
    slate.time = time;
    slate.request = `r${this.#day.toString(36)}-${person.index.toString(36)}-${(this.#requests++).toString(36)}`;
    slate.session = session.id;
    slate.surface = surface;
    slate.size = size;
    slate.optedOut = this.#choices.isOff(time);
    slate.offFor = this.#choices.offFor(time);
    if (slate.optedOut || surface === HOT_LIST) slates.depersonalise(slate, person.region);
    else slates.personalise(slate, person, this.#choices.at(time, person), this.#draws);
    // People act on what they would have been shown: a plant changes the slate and nothing that follows from it.
    engagements.slate(slate, person, this.#last, this.#emitEngagement);
    for (const rule of rules.slate) rule(slate, person);
    output.emitLines('exposure', time, writer.write(slate, person), size);
  }
}
