import { Draws, Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import { DAY, HOUR, weekdayWeight, type Settings } from '../settings.ts';
import { Pseudonyms } from '../world/pseudonym.ts';
import { pick } from '../world/vocabulary.ts';

type Row = RowOf<'dispatch'>;

const groups = ['full-time', 'crowd'] as const;
const CROWD = 1;
const ZONES = 8;
/** Hours of a shift; those of the crowd lie at the peaks. Full-time workers have two days off a week. */
const shifts = { 'full-time': 7.2, crowd: 4 } as const;
const starts = { 'full-time': [8, 9, 10, 11, 12], crowd: [10.5, 11, 16.5, 17] } as const;
const weathers = ['clear', 'rain', 'heat', 'snow'] as const;
const weatherWeights = [0.72, 0.2, 0.05, 0.03];
export const BASE_PAY = 400;
/** Fen a metre. */
export const DISTANCE_PAY = 0.06;
const WEATHER_PAY = 100;
const PEAK_PAY = 80;
export const LATE_PENALTY = 200;

/** The last part of a shift, in hours, in which no order begins. */
const WINDING_DOWN = 0.9;

const isPeak = (hour: number): boolean => (hour >= 11 && hour < 13) || (hour >= 17 && hour < 19);

/** Orders of workers. Pay follows distance, weather and hour by rules that are the same for everybody; groups work other hours and zones. */
export class Dispatches {
  readonly #settings: Settings;
  readonly #facts: Stream;
  readonly #orders: Stream;
  readonly #pseudonyms: Pseudonyms;
  readonly #draws = new Draws();
  /** Orders a worker gets in an hour, so that the day's orders come out. */
  readonly #rate: number;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#facts = new Stream(settings.seed, 'workers');
    this.#orders = new Stream(settings.seed, 'dispatch');
    this.#pseudonyms = new Pseudonyms(settings.seed);
    const hours = ((shifts['full-time'] + shifts.crowd) / 2 - WINDING_DOWN) * (5 / 7);
    this.#rate = settings.ordersPerDay / (settings.workers * hours);
  }

  get workers(): number {
    return this.#settings.workers;
  }

  /** One worker's orders of one day. */
  day(worker: number, day: number, emit: (row: Row) => void): void {
    const settings = this.#settings;
    const facts = this.#facts;
    if ((settings.firstDay + day + worker) % 7 < 2) return;
    const group = groups[facts.unit(worker, 1) < 0.5 ? 0 : CROWD] ?? 'crowd';
    const draws = this.#draws.begin(this.#orders, worker, day);
    const hours = shifts[group];
    const begins = starts[group][draws.below(starts[group].length)] ?? 10;
    const expected = this.#rate * (hours - WINDING_DOWN) * weekdayWeight(settings.firstDay + day);
    const many = Math.floor(expected + draws.unit());
    // The crowd works the outer zones more: longer ways, not other pay.
    const zone = Math.floor(ZONES * facts.unit(worker, 2) ** (group === 'crowd' ? 0.7 : 1.4));
    const weather = weathers[pick(weatherWeights, facts.unit(zone, day, 3))] ?? 'clear';
    const dayStart = settings.start + day * DAY;
    const step = ((hours - WINDING_DOWN) * HOUR) / Math.max(many, 1);
    for (let number = 0; number < many; number++)
      emit(
        this.#order(
          worker,
          day,
          number,
          { group, zone, weather },
          dayStart,
          begins * HOUR + step * (number + draws.unit() * 0.6),
        ),
      );
  }

  #order(
    worker: number,
    day: number,
    number: number,
    { group, zone, weather }: { group: string; zone: number; weather: string },
    dayStart: number,
    sinceMidnight: number,
  ): Row {
    const draws = this.#draws;
    const distance = Math.min(9000, Math.round((1500 + 180 * zone) * Math.exp(0.5 * draws.normal())));
    const slow = weather === 'clear' ? 1 : weather === 'snow' ? 1.4 : 1.15;
    const feasible = Math.round((360 + 0.24 * distance) * slow);
    const promised = Math.ceil((feasible * 1.25 + 90) / 60) * 60;
    const taken = Math.min(Math.round(feasible * Math.exp(0.17 * draws.normal())), 3000);
    const late = taken > promised;
    const penalised = draws.unit();
    const lines: [string, number][] = [
      ['base', BASE_PAY],
      ['distance', Math.round(distance * DISTANCE_PAY)],
    ];
    if (weather !== 'clear') lines.push(['weather', WEATHER_PAY]);
    if (isPeak(sinceMidnight / HOUR)) lines.push(['peak', PEAK_PAY]);
    // Lateness in bad weather is nobody's fault and costs nothing.
    const cause = late && weather === 'clear' && penalised < 0.4 ? 'late' : penalised > 0.998 ? 'refused' : undefined;
    return {
      time: Math.floor(dayStart + sinceMidnight),
      provider: this.#settings.provider,
      algorithm: 'dispatch',
      order: `o${day.toString(36)}-${worker.toString(36)}-${number.toString(36)}`,
      worker: this.#pseudonyms.of('worker', worker),
      worker_group: group,
      tenure_days: this.#facts.below(900, worker, 4) + day,
      zone: `z-${zone + 1}`,
      weather,
      release: day * 2 < this.#settings.days ? 'dispatch-1' : 'dispatch-2',
      candidates: 2 + draws.below(14),
      distance,
      promised,
      feasible,
      taken,
      finished: true,
      pay: lines.reduce((sum, [, amount]) => sum + amount, 0),
      line_kinds: lines.map(([kind]) => kind),
      line_amounts: lines.map(([, amount]) => amount),
      penalty: cause === undefined ? 0 : LATE_PENALTY,
      penalty_cause: cause,
      incident: draws.unit() < 0.0004 ? 'accident' : undefined,
    };
  }
}
