import { Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import { DAY, HOUR, type Settings } from '../settings.ts';
import { charts, type Moderation, type Pin } from '../world/moderation.ts';

type Row = RowOf<'chart'>;

/** Multiples of a quarter, so that weighted sums of whole numbers are exact. */
export const weights = { search: 1, discussion: 3.5, reading: 0.25 } as const;
const kinds = Object.keys(weights);
const weightList: readonly number[] = Object.values(weights);

/** A topic that people talk about for some hours. */
export interface Entry {
  readonly id: string;
  readonly number: number;
  readonly born: number;
  readonly life: number;
  readonly peak: number;
  /** What everybody talks about. It fades by a quarter an hour at most, so that none falls from the top off the list. */
  readonly big: boolean;
}

export interface Standing {
  readonly entry: Entry;
  /** Search, discussion, reading. */
  inputs: readonly [number, number, number];
  heat: number;
}

/** One moment of one chart, before it is cut to its places. Plants may change it; `standings` are sorted by heat afterwards. */
export interface Snapshot {
  readonly list: string;
  readonly time: number;
  readonly places: number;
  standings: Standing[];
}

export const heatOf = (inputs: readonly [number, number, number]): number =>
  inputs[0] * weights.search + inputs[1] * weights.discussion + inputs[2] * weights.reading;

/** Hotter first; the older entry where they are alike. */
export const byHeat = (one: Standing, other: Standing): number =>
  other.heat - one.heat || one.entry.number - other.entry.number;

/** Heat of ordinary entries at most, before the mood of the hour. */
const ORDINARY = 70_000;
/** A big entry comes every hour, has 6 to 10 times that at its peak and fades to a third in four and a half hours. */
const BIG = 6 * ORDINARY;
const FADES = 4;
const RISES = 1 / 3;

/** Hot lists. Entries rise fast and fall slowly; heat is the weighted sum of what it is made of, and ranks follow heat. */
export class Charts {
  readonly #settings: Settings;
  readonly #facts: Stream;
  readonly #pins: readonly Pin[];
  /** New entries a day. */
  readonly #births: number;

  constructor(settings: Settings, moderation: Moderation) {
    this.#settings = settings;
    this.#facts = new Stream(settings.seed, 'charts');
    this.#pins = moderation.pins;
    this.#births = settings.places * 6;
  }

  *snapshots(day: number): Generator<Snapshot> {
    const { start, refresh, places } = this.#settings;
    for (const [chart, list] of charts.entries()) {
      const entries = this.#entriesAround(chart, list, day);
      for (let second = 0; second < 86_400; second += refresh) {
        const time = start + day * DAY + second * 1000;
        const standings = entries
          .filter(({ born, life }) => born <= time && time < born + life)
          .map((entry) => this.#stand(entry, chart, time));
        yield { list, time, places, standings: standings.sort(byHeat) };
      }
    }
  }

  write(snapshot: Snapshot, emit: (row: Row) => void): void {
    const { provider } = this.#settings;
    const { list, time } = snapshot;
    const pin = this.#pins.find((each) => each.list === list && each.starts <= time && time < each.ends);
    if (pin !== undefined)
      emit({
        time,
        provider,
        algorithm: 'hot-chart',
        list,
        entry: pin.entry,
        rank: 0,
        pinned: true,
        intervention: pin.id,
        commercial: false,
      });
    for (const [place, { entry, inputs, heat }] of snapshot.standings.slice(0, snapshot.places).entries())
      emit({
        time,
        provider,
        algorithm: 'hot-chart',
        list,
        entry: entry.id,
        rank: place + 1,
        heat,
        input_kinds: kinds,
        input_values: inputs,
        input_weights: weightList,
        pinned: false,
        commercial: false,
      });
  }

  /** Entries that may stand on this day: those of the day and of the two before it. */
  #entriesAround(chart: number, list: string, day: number): Entry[] {
    return [day - 2, day - 1, day].flatMap((birthday) => {
      const begins = this.#settings.start + birthday * DAY;
      const key = (birthday + 2) * (this.#births + 24);
      const unit = (number: number, fact: number): number => this.#facts.unit(chart, birthday, number, fact);
      const normal = (number: number, fact: number): number => this.#facts.normal(chart, birthday, number, fact);
      const id = (number: number): string => `e-${list}-${(birthday + 2).toString(36)}-${number.toString(36)}`;
      const ordinary = Array.from({ length: this.#births }, (_, number): Entry => ({
        id: id(number),
        number: key + number,
        born: begins + unit(number, 1) * DAY,
        life: Math.min(40, 3 + 6 * Math.exp(0.7 * normal(number, 2))) * HOUR,
        peak: Math.min(ORDINARY, 20_000 * (1 + 0.6 * Math.exp(0.8 * normal(number, 3)))),
        big: false,
      }));
      const big = Array.from({ length: 24 }, (_, hour): Entry => {
        const number = this.#births + hour;
        return {
          id: id(number),
          number: key + number,
          born: begins + (hour + unit(number, 1) / 3) * HOUR,
          life: 15 * HOUR,
          peak: BIG * (1 + (2 / 3) * unit(number, 3)),
          big: true,
        };
      });
      return [...ordinary, ...big];
    });
  }

  #stand(entry: Entry, chart: number, time: number): Standing {
    const now = entry.peak * shapeOf(entry, time) * (0.9 + 0.2 * this.#mood(chart, entry.number, time));
    const talk = 0.05 + 0.1 * this.#facts.unit(chart, entry.number, 5);
    const inputs = [Math.round(now * 0.5), Math.round(now * talk), Math.round(now * 0.6)] as const;
    return { entry, inputs, heat: heatOf(inputs) };
  }

  /** Interest comes and goes within the hour: from 0 to 1, joined between points 20 minutes apart. */
  #mood(chart: number, entry: number, time: number): number {
    const turns = (time - this.#settings.start) / (HOUR / 3);
    const turn = Math.floor(turns);
    const before = this.#facts.unit(chart, entry, turn, 4);
    return before + (turns - turn) * (this.#facts.unit(chart, entry, turn + 1, 4) - before);
  }
}

/** How far up an entry is, from 0 to 1. */
const shapeOf = ({ born, life, big }: Entry, time: number): number => {
  if (big) {
    const hours = (time - born) / HOUR;
    return hours < RISES ? hours / RISES : Math.exp((RISES - hours) / FADES);
  }
  // Up in the first sixth of its life, then down.
  const age = (time - born) / life;
  return age < 1 / 6 ? age * 6 : ((1 - age) * 6) / 5;
};
