import { Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import type { Settings } from '../settings.ts';
import { pick } from '../world/vocabulary.ts';

const genders = ['f', 'm'] as const;
const ages = ['under-25', '25-44', '45-64', 'over-64'] as const;
const ageWeights = [0.25, 0.4, 0.24, 0.11];

/** Protected traits of people, in coarse bands. Nothing the platform does depends on them. */
export class Traits {
  readonly #settings: Settings;
  readonly #facts: Stream;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#facts = new Stream(settings.seed, 'traits');
  }

  gender(index: number): (typeof genders)[number] {
    return this.#facts.unit(index, 1) < 0.5 ? 'f' : 'm';
  }

  /** `subject`: the person under the key of traits. */
  *of(index: number, subject: string): Generator<RowOf<'trait'>> {
    const row = { time: this.#settings.start + (index % 60) * 1000, provider: this.#settings.provider, subject };
    yield { ...row, trait: 'gender', band: this.gender(index) };
    yield { ...row, trait: 'age', band: ages[pick(ageWeights, this.#facts.unit(index, 2))] ?? '25-44' };
  }
}
