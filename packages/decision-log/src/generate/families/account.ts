import { Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import { DAY, HOUR, type Settings } from '../settings.ts';
import type { People, Person } from '../world/people.ts';
import { Pseudonyms } from '../world/pseudonym.ts';
import { audiences, regions } from '../world/vocabulary.ts';

type Row = RowOf<'account'>;

/** People who get a new device while the log runs. */
const NEW_DEVICES = 0.03;

/** Accounts: registrations, and what stands about those that were there before. */
export class Accounts {
  readonly #settings: Settings;
  readonly #facts: Stream;
  readonly #pseudonyms: Pseudonyms;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#facts = new Stream(settings.seed, 'accounts');
    this.#pseudonyms = new Pseudonyms(settings.seed);
  }

  first(person: Person, time: number, emit: (row: Row) => void): void {
    emit({
      time,
      provider: this.#settings.provider,
      user: person.user,
      event: person.registered < 0 ? 'verified' : 'registered',
      device: person.device,
      holder: person.holder,
      region: regions[person.region]?.code,
      channel: person.registered < 0 ? undefined : person.deviceKind === 'desktop' ? 'web' : 'app',
      audience: audiences[person.audience],
    });
  }

  /** New devices of people who stay who they are. */
  *devices(people: People, person: Person, day: number): Generator<Row> {
    const facts = this.#facts;
    for (let index = 0; index < people.count; index++) {
      if (facts.unit(index, 1) >= NEW_DEVICES || facts.below(this.#settings.days, index, 2) !== day) continue;
      if ((people.registered[index] ?? 0) >= day) continue;
      people.fill(index, person);
      yield {
        time: this.#settings.start + day * DAY + Math.floor((9 + 12 * facts.unit(index, 3)) * HOUR),
        provider: this.#settings.provider,
        user: person.user,
        event: 'device-bound',
        device: this.#pseudonyms.of('device', people.count + index),
        holder: person.holder,
        region: regions[person.region]?.code,
        audience: audiences[person.audience],
      };
    }
  }
}
