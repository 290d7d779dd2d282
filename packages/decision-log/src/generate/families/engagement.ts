import { Draws, normalAt, type Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import { DAY, HOUR, MINUTE, type Settings } from '../settings.ts';
import type { Session } from '../schedule.ts';
import type { Slate } from '../slate.ts';
import { TRENDING } from '../slate.ts';
import { authorId, itemId, type Catalogue } from '../world/catalogue.ts';
import type { Coupons } from '../world/coupons.ts';
import type { Destination } from '../world/destinations.ts';
import type { Person } from '../world/people.ts';
import { MINOR, audiences, topics } from '../world/vocabulary.ts';

type Row = RowOf<'engagement'>;
export type EmitEngagement = (row: Row) => void;

/** What comes of a shown place: shares of all, cumulated. */
const VIEWS = 0.07;
const CLICKS = 0.105;
const COMMENTS = 0.111;
const REPOSTS = 0.114;
const FOLLOWS = 0.116;
const REPORTS = 0.1164;
const REDIRECTS = 0.1284;
const CLAIMS = 0.1344;
const SPENDS = 0.1404;
/** Likes follow the quality of the item, and what everybody talks about. */
const LIKES = 0.03;
const EVENT_LIKES = 0.3;

const MOST_SPENT = 60_000;
const MOST_SPENT_BY_MINORS = 1000;
/** One regional coupon in three is for people of the first five regions. */
const COUPON_REGIONS = 5;

/** What people do with what they are shown. */
export class Engagements {
  readonly #settings: Settings;
  readonly #catalogue: Catalogue;
  readonly #coupons: Coupons;
  readonly #destinations: readonly Destination[];
  readonly #draws = new Draws();
  readonly #stream: Stream;
  /** People who have a coupon already, as person × coupons + coupon. */
  readonly #claimed = new Set<number>();
  /** Whether the person has liked today's event; nobody does so twice. */
  #talkedOf = false;

  constructor(
    settings: Settings,
    catalogue: Catalogue,
    coupons: Coupons,
    destinations: readonly Destination[],
    stream: Stream,
  ) {
    this.#settings = settings;
    this.#catalogue = catalogue;
    this.#coupons = coupons;
    this.#destinations = destinations;
    this.#stream = stream;
  }

  beginPerson(index: number, day: number): void {
    this.#talkedOf = false;
    this.#draws.begin(this.#stream, index, day);
  }

  session(session: Session, person: Person, emit: EmitEngagement): void {
    const draws = this.#draws;
    const hour = Math.floor(((session.starts + 8 * HOUR) % DAY) / HOUR);
    emit({
      ...this.#act(person, session.starts, hour >= 23 || hour < 5 ? 'night-session' : 'session', session.id),
      duration: session.duration,
    });
    if (draws.chance(0.3)) emit({ ...this.#act(person, session.starts, 'login', session.id), device: person.device });
  }

  /** `until`: nothing happens later. */
  slate(slate: Slate, person: Person, until: number, emit: EmitEngagement): void {
    const draws = this.#draws;
    for (const slot of slate.used()) {
      const unit = draws.unit();
      const quality = (this.#catalogue.quality[slot.item] ?? 0) / 1000;
      const trending = slot.reason === TRENDING;
      const likes = trending ? (this.#talkedOf ? 0 : EVENT_LIKES) : LIKES * (0.5 + quality);
      if (unit > 1 - likes) {
        this.#talkedOf ||= trending;
        this.#onItem('like', slot.item, slate, person, until, emit);
        continue;
      }
      if (unit >= SPENDS) continue;
      if (unit < VIEWS) this.#view(slot.item, slate, person, until, emit);
      else if (unit < CLICKS) this.#onItem('click', slot.item, slate, person, until, emit);
      else if (unit < COMMENTS) this.#onItem('comment', slot.item, slate, person, until, emit);
      else if (unit < REPOSTS) this.#onItem('repost', slot.item, slate, person, until, emit);
      else if (unit < FOLLOWS) this.#onItem('follow', slot.item, slate, person, until, emit);
      else if (unit < REPORTS) this.#onItem('report', slot.item, slate, person, until, emit);
      else if (unit < REDIRECTS) this.#redirect(slate, person, until, emit);
      else if (unit < CLAIMS) this.#claim(slate, person, until, emit);
      else this.#spend(slate, person, until, emit);
    }
  }

  /** "Not interested" in the topic that the person mutes, said of some item of it. */
  notInterested(person: Person, time: number, session: string | undefined, emit: EmitEngagement): void {
    const { items, alive } = this.#catalogue.shelf(person.mutedTopic, false);
    const item = items[this.#stream.below(alive, person.index, -2)] ?? 0;
    const reasons = ['topic', 'quality', 'too-many', 'repeated'] as const;
    emit({
      ...this.#act(person, time, 'not-interested', session),
      object: itemId(item),
      topic: topics[person.mutedTopic],
      reason: reasons[this.#stream.below(reasons.length, person.index, -1)],
    });
  }

  #onItem(
    action: Row['action'],
    item: number,
    slate: Slate,
    person: Person,
    until: number,
    emit: EmitEngagement,
  ): void {
    emit({
      ...this.#act(person, this.#soon(slate.time, until), action, slate.session),
      object: itemId(item),
      topic: topics[this.#catalogue.topic[item] ?? 0],
      author: authorId(this.#catalogue.author[item] ?? 0),
    });
  }

  #view(item: number, slate: Slate, person: Person, until: number, emit: EmitEngagement): void {
    emit({
      ...this.#act(person, this.#soon(slate.time, until), 'view', slate.session),
      object: itemId(item),
      topic: topics[this.#catalogue.topic[item] ?? 0],
      author: authorId(this.#catalogue.author[item] ?? 0),
      duration: Math.round(9000 * Math.exp(0.8 * normalAt(this.#draws.unit()))),
    });
  }

  #redirect(slate: Slate, person: Person, until: number, emit: EmitEngagement): void {
    const draws = this.#draws;
    const destination = this.#destinations[draws.below(this.#destinations.length)];
    if (destination === undefined) return;
    const succeeded = draws.chance(0.985);
    emit({
      ...this.#act(person, this.#soon(slate.time, until), 'redirect', slate.session),
      object: destination.id,
      topic: destination.kind,
      destination_owner: destination.owner,
      duration: Math.round(destination.wait * Math.exp(0.35 * draws.normal())),
      succeeded,
      reason: succeeded ? undefined : 'timeout',
      shown_reason: succeeded ? undefined : 'timeout',
    });
  }

  #claim(slate: Slate, person: Person, until: number, emit: EmitEngagement): void {
    const number = this.#draws.below(this.#coupons.all.length);
    const coupon = this.#coupons.all[number];
    if (coupon === undefined) return;
    const time = this.#soon(slate.time, until);
    const reason = this.#refusal(number, person);
    emit({
      ...this.#act(person, time, 'claim', slate.session),
      object: coupon.id,
      succeeded: reason === undefined,
      reason,
      shown_reason: reason,
    });
  }

  #refusal(number: number, person: Person): string | undefined {
    const key = person.index * this.#coupons.all.length + number;
    if (this.#claimed.has(key)) return 'already-claimed';
    if (this.#coupons.all[number]?.eligibility.includes('region') === true && person.region >= COUPON_REGIONS)
      return 'not-eligible';
    if (!this.#coupons.take(number)) return 'sold-out';
    this.#claimed.add(key);
    return undefined;
  }

  #spend(slate: Slate, person: Person, until: number, emit: EmitEngagement): void {
    const draws = this.#draws;
    const minor = person.audience === MINOR;
    const amount = Math.round(3000 * Math.exp(0.9 * draws.normal()));
    // Minors may spend little, and do so less often.
    if (minor && !draws.chance(0.5)) return;
    emit({
      ...this.#act(person, this.#soon(slate.time, until), 'spend', slate.session),
      amount: minor ? Math.min(amount, MOST_SPENT_BY_MINORS) : Math.min(amount, MOST_SPENT),
    });
  }

  #soon(time: number, until: number): number {
    return Math.min(time + 1000 + this.#draws.below(MINUTE / 4), until);
  }

  #act(person: Person, time: number, action: Row['action'], session: string | undefined): Row {
    return {
      time,
      provider: this.#settings.provider,
      user: person.user,
      action,
      session,
      audience: audiences[person.audience],
    };
  }
}
