import { Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import { DAY, HOUR, MINUTE, type Settings } from '../settings.ts';
import { itemId, NEWS, QUALITY, RESTRICTED, SYNTHETIC, type Catalogue } from './catalogue.ts';

/** A slot of the first screen that an editor filled. */
export interface Curation {
  readonly id: string;
  readonly item: number;
  readonly starts: number;
  readonly ends: number;
}

/** What is on everybody's mind for an hour: shown and liked much more, by many people. */
export interface Event {
  readonly item: number;
  readonly starts: number;
  readonly ends: number;
}

/** A chart's slot above rank 1, filled by hand. */
export interface Pin {
  readonly id: string;
  readonly list: string;
  readonly entry: string;
  readonly starts: number;
  readonly ends: number;
}

export const charts = ['hot-search', 'rising'] as const;

const categories = ['fraud', 'gambling', 'unsafe-challenge', 'rumour'] as const;
const reasonFor = {
  fraud: '仿冒客服，诱导转账',
  gambling: '为境外赌博引流',
  'unsafe-challenge': '诱导模仿危险动作',
  rumour: '经核实与事实不符',
} as const;

/** Gives each purpose items of its own, so that one does not disturb another. */
class Reserve {
  readonly #catalogue: Catalogue;
  readonly #facts: Stream;
  readonly #taken = new Set<number>();

  constructor(catalogue: Catalogue, facts: Stream) {
    this.#catalogue = catalogue;
    this.#facts = facts;
  }

  /** An ordinary item of others that was always there. */
  take(purpose: number, number: number, label = 0): number {
    const catalogue = this.#catalogue;
    const first = this.#facts.below(Math.floor(catalogue.count / 2), purpose, number);
    for (let step = 0; step < catalogue.count; step++) {
      const item = (first + step) % catalogue.count;
      if (this.#taken.has(item) || catalogue.published[item] !== -1 || catalogue.own[item] === 1) continue;
      if (catalogue.has(item, SYNTHETIC | RESTRICTED | NEWS) || (label !== 0 && !catalogue.has(item, label))) continue;
      this.#taken.add(item);
      return item;
    }
    return first;
  }
}

/** What people at the provider did by hand: disposals, curated slots, pins and suppressions, with the rows that tell of them. */
export class Moderation {
  /** Two a day, in order. */
  readonly curations: Curation[] = [];
  readonly pins: Pin[] = [];
  /** One every other day. */
  readonly events: Event[] = [];
  /** Items stopped for good, by time. */
  readonly disposed: { readonly item: number; readonly time: number }[] = [];
  readonly interventions: RowOf<'intervention'>[] = [];
  readonly disposals: RowOf<'disposal'>[] = [];
  /** What was found out about an item, shortly before it was stopped. */
  readonly findings: { readonly item: number; readonly time: number; readonly label: string }[] = [];
  readonly #settings: Settings;
  readonly #facts: Stream;

  constructor(settings: Settings, catalogue: Catalogue) {
    this.#settings = settings;
    this.#facts = new Stream(settings.seed, 'moderation');
    const reserve = new Reserve(catalogue, this.#facts);
    this.#curate(reserve);
    this.#pin();
    this.#suppress(reserve, catalogue);
    this.#dispose(reserve, catalogue);
    for (let day = 0; day < settings.days; day += 2) {
      const starts = settings.start + day * DAY + (12 + this.#facts.below(8, 11, day)) * HOUR;
      this.events.push({ item: reserve.take(12, day, QUALITY), starts, ends: starts + HOUR });
    }
  }

  curationsOf(day: number): readonly Curation[] {
    return this.curations.slice(day * 2, day * 2 + 2);
  }

  eventOf(day: number): Event | undefined {
    return day % 2 === 0 ? this.events[day / 2] : undefined;
  }

  #curate(reserve: Reserve): void {
    const { days, start, provider } = this.#settings;
    const pool = Array.from({ length: Math.min(2 * days, 60) }, (_, number) => reserve.take(1, number, QUALITY));
    for (let number = 0; number < days * 2; number++) {
      const begins = start + Math.floor(number / 2) * DAY;
      const morning = number % 2 === 0;
      const item = pool[number % pool.length] ?? 0;
      const id = `x-first-${number.toString(36)}`;
      const starts = begins + (morning ? 10 * MINUTE : 12 * HOUR);
      const ends = begins + (morning ? 12 * HOUR : 23 * HOUR + 50 * MINUTE);
      this.curations.push({ id, item, starts, ends });
      this.interventions.push({
        time: starts - 5 * MINUTE,
        provider,
        intervention: id,
        kind: 'insert',
        item: itemId(item),
        surface: 'first-screen',
        owner: `editor-${1 + this.#facts.below(6, 2, number)}`,
        reason: '公共服务提示',
        starts,
        ends,
      });
    }
  }

  #pin(): void {
    const { days, start, provider } = this.#settings;
    const facts = this.#facts;
    for (let day = 0; day < days; day++)
      for (const [place, list] of charts.entries()) {
        const starts = start + day * DAY + (9 + facts.below(3, 3, day, place)) * HOUR;
        const ends = starts + (4 + facts.below(5, 4, day, place)) * HOUR;
        const id = `x-pin-${day.toString(36)}-${list}`;
        this.pins.push({ id, list, entry: `e-${list}-notice-${day.toString(36)}`, starts, ends });
        this.interventions.push({
          time: starts - 10 * MINUTE,
          provider,
          intervention: id,
          kind: 'pin',
          list,
          owner: `editor-${1 + facts.below(6, 5, day, place)}`,
          reason: '重大公共信息',
          starts,
          ends,
        });
      }
  }

  #suppress(reserve: Reserve, catalogue: Catalogue): void {
    const { days, start, end, provider } = this.#settings;
    for (let day = 0; day < days; day += 3) {
      const item = reserve.take(6, day);
      const starts = start + day * DAY + (10 + this.#facts.below(8, 7, day)) * HOUR;
      const ends = Math.min(starts + DAY, end - HOUR);
      catalogue.blockedFrom[item] = starts;
      catalogue.blockedUntil[item] = ends;
      this.interventions.push({
        time: starts,
        provider,
        intervention: `x-hold-${day.toString(36)}`,
        kind: 'suppress',
        item: itemId(item),
        owner: 'review-lead',
        reason: '被举报，核实期间暂缓推荐',
        starts,
        ends,
      });
    }
  }

  #dispose(reserve: Reserve, catalogue: Catalogue): void {
    const { days, start, provider } = this.#settings;
    const many = Math.max(8, Math.round(catalogue.count * 0.003));
    for (let number = 0; number < many; number++) {
      const item = reserve.take(8, number);
      // On the minute, so that all impersonal results of one minute are alike.
      const time = start + Math.floor(60 + this.#facts.unit(9, number) * (days * 1440 - 120)) * MINUTE;
      const category = categories[number % categories.length] ?? 'fraud';
      catalogue.blockedFrom[item] = time;
      this.disposed.push({ item, time });
      this.findings.push({ item, time: time - (1 + this.#facts.below(4, 10, number)) * MINUTE, label: category });
      this.disposals.push({
        time,
        provider,
        disposal: `d-${number.toString(36)}`,
        item: itemId(item),
        action: 'stop',
        category,
        reason: reasonFor[category],
      });
    }
    this.disposed.sort((one, other) => one.time - other.time);
  }
}
