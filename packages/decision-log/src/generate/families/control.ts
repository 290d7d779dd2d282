import { Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import type { Session } from '../schedule.ts';
import { DAY, MINUTE, type Settings } from '../settings.ts';
import type { Moments } from '../standing.ts';
import type { People, Person } from '../world/people.ts';
import { MINOR, OLDER, audiences, dataKindsOf, tags } from '../world/vocabulary.ts';

type Row = RowOf<'control'>;
export type EmitControl = (row: Row) => void;

/** A session this long gets a reminder to rest after `REMINDER` of it. */
export const LONG_SESSION = 40 * MINUTE;
const REMINDER = 30 * MINUTE;

/** What people chose and what they were told. */
export class Controls {
  readonly #settings: Settings;
  readonly #people: People;
  readonly #facts: Stream;

  constructor(settings: Settings, people: People) {
    this.#settings = settings;
    this.#people = people;
    this.#facts = new Stream(settings.seed, 'controls');
  }

  /** What holds from a person's first day in the log on. Of people who were there before, it is restated under the log's first key. */
  first(person: Person, time: number, emit: EmitControl): void {
    const restated = person.registered < 0;
    const origin = restated ? 'key-epoch' : 'person';
    if (!restated) this.#chooseInterests(person, time, emit);
    emit({
      ...this.#row(person, time + 1000, 'consent-given'),
      categories: dataKindsOf(person.consents),
      origin,
    });
    if (person.audience === MINOR)
      emit({ ...this.#row(person, time + 2000, 'minors-mode-on'), origin: restated ? 'key-epoch' : 'guardian' });
    if (person.audience === OLDER && this.#facts.unit(person.index, 1) < 0.4)
      emit({ ...this.#row(person, time + 2000, 'elder-mode-on'), origin });
  }

  choices(person: Person, moments: Moments, session: (time: number) => string | undefined, emit: EmitControl): void {
    const at = (time: number, action: Row['action']): Row => ({
      ...this.#row(person, time, action),
      session: session(time),
      surface: 'settings',
      origin: 'person',
    });
    const { optOut, optIn, tagDeleted, tagsViewed, withdrawn, prompted } = moments;
    if (optOut !== undefined) {
      const before = this.#isRestated(person, optOut);
      emit(
        before
          ? { ...this.#row(person, optOut, 'opt-out'), origin: 'key-epoch' }
          : { ...at(optOut, 'opt-out'), steps: 2 },
      );
    }
    if (optIn !== undefined) emit({ ...at(optIn, 'opt-in'), steps: 2 });
    if (tagsViewed !== undefined)
      emit({ ...at(tagsViewed, 'tags-viewed'), steps: 2, tags: this.#tagsAt(person, tagsViewed, moments) });
    if (tagDeleted !== undefined) emit({ ...at(tagDeleted, 'tag-deleted'), steps: 3, tag: tags[person.deletedTag] });
    if (withdrawn !== undefined)
      emit({ ...at(withdrawn, 'consent-withdrawn'), steps: 3, categories: dataKindsOf(person.withdrawn) });
    if (prompted !== undefined) emit({ ...at(prompted, 'prompt-shown'), surface: 'feed' });
  }

  /** Every session tells people that what they see is recommended, and long ones to rest. */
  session(session: Session, person: Person, emit: EmitControl): void {
    emit({ ...this.#row(person, session.starts, 'notice-shown'), session: session.id, surface: 'first-screen' });
    if (session.duration < LONG_SESSION) return;
    const time = session.starts + REMINDER;
    emit({ ...this.#row(person, time, 'rest-reminder-shown'), session: session.id });
    if (this.#facts.strikes(0.35, session.id))
      emit({ ...this.#row(person, time + 4000, 'rest-reminder-accepted'), session: session.id });
  }

  /** New people are asked for interests, and four in ten skip the page. */
  #chooseInterests(person: Person, time: number, emit: EmitControl): void {
    emit({ ...this.#row(person, time + 3000, 'tag-page-shown'), surface: 'welcome', origin: 'person' });
    if (this.#facts.unit(person.index, 2) < 0.4)
      emit({ ...this.#row(person, time + 9000, 'tag-page-skipped'), surface: 'welcome', steps: 1, origin: 'person' });
    else
      for (const [place, tag] of person.tags.slice(0, 3).entries())
        emit({
          ...this.#row(person, time + 9000 + place * 1500, 'tag-added'),
          surface: 'welcome',
          tag: tags[tag],
          origin: 'person',
        });
  }

  #isRestated(person: Person, optOut: number): boolean {
    return person.registered < 0 && optOut < this.#settings.start + MINUTE;
  }

  #tagsAt(person: Person, time: number, moments: Moments): string[] {
    const deletedDay = this.#people.tagDeletedDay[person.index] ?? 0;
    const today = Math.floor((time - this.#settings.start) / DAY);
    const gone = moments.tagDeleted === undefined ? deletedDay < today : moments.tagDeleted < time;
    return person.tags.filter((tag) => !(gone && tag === person.deletedTag)).map((tag) => tags[tag] ?? '');
  }

  #row(person: Person, time: number, action: Row['action']): Row {
    return {
      time,
      provider: this.#settings.provider,
      user: person.user,
      action,
      audience: audiences[person.audience],
    };
  }
}
