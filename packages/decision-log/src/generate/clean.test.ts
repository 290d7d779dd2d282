import { beforeAll, describe, expect, test } from 'vitest';
import { groupBy, optionsOf, rowsOf, type Rows } from './testing/generated.ts';
import {
  afterOptOut,
  DAY,
  dayOf,
  heatOfRow,
  hourOf,
  impersonalCells,
  inversions,
  mean,
  share,
  slack,
  slatesOf,
  sum,
} from './testing/readings.ts';
import { barredTags } from './world/vocabulary.ts';

describe('a clean log', () => {
  let rows: Rows;
  beforeAll(() => {
    rows = rowsOf(optionsOf({ rows: 150_000, seed: 5 }));
  });

  test('stops personalising with the opt-out, requests in flight aside', () => {
    const after = afterOptOut(rows);
    expect(after.length).toBeGreaterThan(2000);
    expect(after.filter(({ exposure, since }) => exposure.personalised && since > 1500)).toEqual([]);
    expect(share(after, ({ exposure }) => !exposure.personalised)).toBeGreaterThan(0.98);
  });

  test('shows everybody of a region the same impersonal results in a minute', () => {
    const cells = impersonalCells(rows);
    expect(cells.length).toBeGreaterThan(1000);
    expect(cells.filter((results) => new Set(results).size > 1)).toEqual([]);
  });

  test('uses only tags that were not deleted, data that were consented to, and no barred words', () => {
    const deleted = groupBy(
      rows.control.filter(({ action }) => action === 'tag-deleted'),
      ({ user }) => user,
    );
    const withdrawn = groupBy(
      rows.control.filter(({ action }) => action === 'consent-withdrawn'),
      ({ user }) => user,
    );
    const consented = new Map(
      rows.control.flatMap(({ action, user, categories }) =>
        action === 'consent-given' ? [[user, new Set(categories)] as const] : [],
      ),
    );
    let tagged = 0;
    for (const { user, time, tags = [], data_used: data = [] } of rows.exposure) {
      tagged += tags.length;
      for (const tag of tags) expect(barredTags).not.toContain(tag);
      for (const gone of deleted.get(user) ?? [])
        if (time > gone.time) expect(tags.includes(gone.tag ?? '')).toBe(false);
      for (const kind of data) {
        if (consented.get(user)?.has(kind) !== true) expect.fail(`${user} never consented to ${kind}`);
        for (const gone of withdrawn.get(user) ?? [])
          if (time > gone.time && gone.categories?.includes(kind) === true) expect.fail(`${user} withdrew ${kind}`);
      }
    }
    expect(tagged).toBeGreaterThan(10_000);
    expect(deleted.size).toBeGreaterThan(20);
    expect(withdrawn.size).toBeGreaterThan(10);
  });

  test('shows people all the tags that are used about them', () => {
    const viewed = rows.control.filter(({ action }) => action === 'tags-viewed');
    expect(viewed.length).toBeGreaterThan(30);
    const exposures = groupBy(rows.exposure, ({ user }) => user);
    for (const { user, time, tags: shown = [] } of viewed)
      for (const { tags = [], time: used } of exposures.get(user) ?? [])
        if (used > time) for (const tag of tags) expect(shown).toContain(tag);
  });

  test('keeps minors to their hours, minutes and contents', () => {
    const minors = rows.exposure.filter(({ audience }) => audience === 'minor');
    expect(minors.length).toBeGreaterThan(1000);
    expect(minors.filter(({ labels = [] }) => labels.includes('restricted-minors'))).toEqual([]);
    expect(minors.filter(({ time }) => hourOf(time) < 6 || hourOf(time) >= 22)).toEqual([]);
    const sessions = rows.engagement.filter(
      ({ action, audience }) => action.endsWith('session') && audience === 'minor',
    );
    for (const day of groupBy(sessions, ({ user, time }) => `${user}/${dayOf(time)}`).values())
      expect(sum(day.map(({ duration = 0 }) => duration))).toBeLessThan(40 * 60_000);
    expect(rows.exposure.some(({ labels = [] }) => labels.includes('restricted-minors'))).toBe(true);
  });

  test('labels what is synthetic, shows nothing that was disposed of, and gives a reason for everything', () => {
    const synthetic = rows.exposure.filter(({ labels = [] }) => labels.includes('synthetic'));
    expect(synthetic.length).toBeGreaterThan(1000);
    expect(synthetic.filter(({ labels = [] }) => !labels.includes('synthetic-label-shown'))).toEqual([]);
    expect(rows.item.filter((item) => item.synthetic === true && item.implicit_label !== true)).toEqual([]);
    const stopped = new Map(rows.disposal.map(({ item, time }) => [item, time]));
    expect(rows.exposure.some(({ item }) => stopped.has(item))).toBe(true);
    expect(rows.exposure.filter(({ item, time }) => time >= (stopped.get(item) ?? Infinity))).toEqual([]);
    expect(rows.exposure.filter(({ reasons = [] }) => reasons.length === 0)).toEqual([]);
    expect(rows.exposure.filter(({ notice }) => notice !== true)).toEqual([]);
    const news = new Set(rows.item.filter(({ kind }) => kind === 'news').map(({ source }) => source));
    for (const source of news) expect(rows.declaration[0]?.news_sources).toContain(source);
  });

  test('orders slates by score and repeats neither near duplicates nor authors', () => {
    const slates = slatesOf(rows);
    for (const slate of slates) {
      expect(slate.map(({ position }) => position)).toEqual(slate.map((_, place) => place + 1));
      expect(inversions(slate)).toBe(0);
      expect(new Set(slate.map(({ cluster }) => cluster)).size).toBe(slate.length);
      expect(new Set(slate.map(({ author }) => author)).size).toBe(slate.length);
    }
  });

  test('gives own items the share of places that they have of the candidates, at the top too', () => {
    const ranked = rows.exposure.filter(({ intervention }) => intervention === undefined);
    for (const places of [ranked.filter(({ position }) => position <= 3), ranked]) {
      const expected = mean(places.map(({ own_candidates: own = 0, candidates = 1 }) => own / candidates));
      expect(Math.abs(share(places, ({ own }) => own === true) - expected)).toBeLessThan(
        slack(expected, places.length),
      );
    }
    for (const { own_candidates: own = 0, candidates = 0 } of rows.exposure)
      expect(own).toBeLessThanOrEqual(candidates);
  });

  test('names for every intervention an owner, a reason and a term, and keeps to them', () => {
    const terms = new Map(rows.intervention.map((row) => [row.intervention, row]));
    for (const { owner, reason, starts = Infinity, ends = 0 } of rows.intervention) {
      expect([owner, reason].every((words) => words !== undefined)).toBe(true);
      expect(starts).toBeLessThan(ends);
    }
    const used = [...rows.exposure, ...rows.chart].filter(({ intervention }) => intervention !== undefined);
    expect(used.length).toBeGreaterThan(100);
    for (const { intervention = '', time } of used) {
      const { starts = Infinity, ends = 0 } = terms.get(intervention) ?? {};
      expect(starts <= time && time < ends).toBe(true);
    }
    for (const { intervention, automated } of rows.exposure) expect(automated).toBe(intervention === undefined);
  });

  test('shows less of a topic after "not interested"', () => {
    const exposures = groupBy(rows.exposure, ({ user }) => user);
    const feedback = rows.engagement.filter(({ action }) => action === 'not-interested');
    const about = (later: boolean) =>
      feedback.flatMap(({ user, time, topic }) =>
        (exposures.get(user) ?? []).filter((row) => row.time > time === later).map((row) => row.topic === topic),
      );
    expect(share(about(true), Boolean)).toBeLessThan(share(about(false), Boolean) / 2);
  });

  test('has one list price at one moment, and prices that their lines add up to', () => {
    const moments = groupBy(rows.quote, ({ item, shop, channel, region, time }) =>
      [item, shop, channel, region, Math.floor(time / 60_000)].join('/'),
    );
    const shared = [...moments.values()].filter((quotes) => quotes.length > 1);
    expect(shared.length).toBeGreaterThan(50);
    expect(shared.filter((quotes) => new Set(quotes.map(({ list_price: price }) => price)).size > 1)).toEqual([]);
    expect(
      rows.quote.filter(({ list_price: list, price, line_amounts: lines }) => list + sum(lines) !== price),
    ).toEqual([]);
    expect(new Set(rows.quote.map(({ list_price: list, item }) => `${item}/${list}`)).size).toBeGreaterThan(1000);
  });

  test('has prices that go with tenure only through region and the new customers’ coupon', () => {
    const old = rows.quote.filter(({ tenure_days: days = 0 }) => days > 365);
    const young = rows.quote.filter(({ tenure_days: days = 0 }) => days <= 365);
    // Confounded on purpose: who looks only at the mean sees a difference.
    expect(mean(old.map(({ price }) => price)) / mean(young.map(({ price }) => price))).toBeGreaterThan(1.02);
    expect(rows.quote.filter((row) => (row.coupon !== undefined) !== (row.tenure_days ?? 0) <= 30)).toEqual([]);
    const matched = groupBy(
      rows.quote.filter((row) => row.new_user !== true && row.member !== true),
      ({ item, shop, channel, region, time }) => [item, shop, channel, region, Math.floor(time / 3_600_000)].join('/'),
    );
    for (const quotes of matched.values())
      if (new Set(quotes.map(({ promotion }) => promotion)).size === 1)
        expect(new Set(quotes.map(({ price }) => price)).size).toBe(1);
  });

  test('keeps coupons to their quantity and tells why a claim failed', () => {
    const quantities = new Map(
      rows.item.flatMap(({ item, quantity }) => (quantity === undefined ? [] : [[item, quantity]])),
    );
    const claims = rows.engagement.filter(({ action }) => action === 'claim');
    for (const [coupon, each] of groupBy(claims, ({ object }) => object)) {
      const issued = each.filter(({ succeeded }) => succeeded);
      expect(issued.length).toBeLessThanOrEqual(quantities.get(coupon) ?? 0);
      expect(new Set(issued.map(({ user }) => user)).size).toBe(issued.length);
    }
    const failed = claims.filter(({ succeeded }) => succeeded === false);
    expect(new Set(failed.map(({ reason }) => reason))).toEqual(
      new Set(['sold-out', 'not-eligible', 'already-claimed']),
    );
    expect(failed.filter((row) => row.reason !== row.shown_reason)).toEqual([]);
    const rules = new Map(rows.item.filter(({ kind }) => kind === 'promotion').map(({ item, rule }) => [item, rule]));
    for (const { promotion } of rows.quote) if (promotion !== undefined) expect(rules.get(promotion)).toBeTruthy();
  });

  test('pays workers by one rule, promises what is feasible and keeps to the hours', () => {
    for (const row of rows.dispatch) {
      expect(sum(row.line_amounts)).toBe(row.pay);
      expect(row.promised).toBeGreaterThanOrEqual(row.feasible ?? Infinity);
      if (row.weather !== 'clear') expect(row.penalty_cause).not.toBe('late');
      expect(row.line_amounts?.[0]).toBe(400);
      expect(row.line_amounts?.[1]).toBe(Math.round((row.distance ?? 0) * 0.06));
    }
    for (const day of groupBy(rows.dispatch, ({ worker, time }) => `${worker}/${dayOf(time)}`).values()) {
      const ends = Math.max(...day.map(({ time, taken = 0 }) => time + taken * 1000));
      expect(ends - Math.min(...day.map(({ time }) => time))).toBeLessThan(8 * 3_600_000);
    }
    expect(new Set(rows.dispatch.map(({ release }) => release)).size).toBe(2);
  });

  test('has charts whose heat can be computed, whose ranks follow it, and without gaps', () => {
    const ranked = rows.chart.filter(({ rank }) => rank > 0);
    expect(ranked.filter((row) => row.heat !== heatOfRow(row))).toEqual([]);
    const refresh = (rows.declaration.find((row) => row.refresh !== undefined)?.refresh ?? 0) * 1000;
    for (const list of groupBy(ranked, ({ list }) => list).values()) {
      const snapshots = [...groupBy(list, ({ time }) => String(time)).values()];
      for (const [number, snapshot] of snapshots.entries()) {
        const heats = snapshot.map(({ heat = 0 }) => heat);
        expect(heats).toEqual(heats.toSorted((one, other) => other - one));
        expect(snapshot.map(({ rank }) => rank)).toEqual(snapshot.map((_, place) => place + 1));
        const before = snapshots[number - 1]?.[0]?.time;
        if (before !== undefined) expect((snapshot[0]?.time ?? 0) - before).toBe(refresh);
      }
      // Nobody falls from the top three off the list within an hour.
      for (const [number, snapshot] of snapshots.entries()) {
        const next = snapshots[number + 1];
        if (next === undefined || (next[0]?.time ?? 0) - (snapshot[0]?.time ?? 0) > 3_600_000) continue;
        for (const { entry } of snapshot.slice(0, 3)) expect(next.some((row) => row.entry === entry)).toBe(true);
      }
      // Something new every hour, and nobody at the top all day long.
      const tops = snapshots.map((snapshot) => snapshot[0]?.entry);
      expect(new Set(tops).size).toBeGreaterThan(14);
    }
    expect(rows.chart.some(({ pinned, intervention }) => pinned === true && intervention !== undefined)).toBe(true);
  });

  test('has real events: many likes of one item by as many people, who were shown it before', () => {
    const likes = rows.engagement.filter(({ action }) => action === 'like');
    const byItem = groupBy(likes, ({ object, time }) => `${object ?? ''}/${Math.floor(time / 3_600_000)}`);
    const most = [...byItem.values()].reduce((top, each) => (each.length > top.length ? each : top), []);
    expect(most.length).toBeGreaterThan(4);
    expect(new Set(most.map(({ user }) => user)).size).toBe(most.length);
    const seen = new Set(rows.exposure.map(({ user, item, session }) => `${user}/${item}/${session ?? ''}`));
    for (const { user, object, session } of most)
      expect(seen.has(`${user}/${object ?? ''}/${session ?? ''}`)).toBe(true);
  });

  test('makes nobody wait for the owner of a destination', () => {
    const redirects = rows.engagement.filter(({ action }) => action === 'redirect');
    const waits = (owner: string): number[] =>
      redirects.flatMap(({ destination_owner: of, duration = 0 }) => (of === owner ? [Math.log(duration)] : []));
    const own = waits('own');
    const others = waits('other');
    const spread = Math.sqrt(mean(own.map((wait) => (wait - mean(own)) ** 2)));
    expect(Math.abs(mean(own) - mean(others))).toBeLessThan(5 * spread * Math.sqrt(1 / own.length + 1 / others.length));
  });

  test('has accounts that stay with their holders, registrations through the day, and families on one device', () => {
    for (const entries of groupBy(rows.account, ({ user }) => user).values())
      expect(new Set(entries.map(({ holder }) => holder)).size).toBe(1);
    const sharing = [...groupBy(rows.account, ({ device }) => device).values()].map(
      (entries) => new Set(entries.map(({ user }) => user)).size,
    );
    expect(Math.max(...sharing)).toBe(3);
    expect(share(sharing, (users) => users === 1)).toBeGreaterThan(0.85);
    const registered = rows.account.filter(({ event }) => event === 'registered');
    for (const hour of groupBy(registered, ({ time }) => String(Math.floor(time / 3_600_000))).values())
      expect(hour.length).toBeLessThan(20);
  });

  test('has uses of all lengths, a rhythm of day and week, and heavy users', () => {
    const sessions = rows.engagement.filter(({ action }) => action.endsWith('session'));
    const minutes = sessions.map(({ duration = 0 }) => duration / 60_000).toSorted((one, other) => one - other);
    expect(minutes.at(-1)).toBeGreaterThan(30);
    expect(minutes[Math.floor(minutes.length / 2)]).toBeLessThan(10);
    const night = share(sessions, ({ time }) => hourOf(time) < 5);
    expect(night).toBeGreaterThan(0);
    expect(night).toBeLessThan(0.05);
    const byDay = groupBy(rows.exposure, ({ time }) => String(dayOf(time)));
    const weekend = mean(
      [...byDay].filter(([day]) => [0, 6].includes(new Date(Number(day) * DAY).getUTCDay())).map(([, of]) => of.length),
    );
    const weekday = mean(
      [...byDay]
        .filter(([day]) => ![0, 6].includes(new Date(Number(day) * DAY).getUTCDay()))
        .map(([, of]) => of.length),
    );
    expect(weekend / weekday).toBeGreaterThan(1.1);
    const uses = [...groupBy(rows.exposure, ({ user }) => user).values()]
      .map((of) => of.length)
      .toSorted((a, b) => b - a);
    expect(sum(uses.slice(0, uses.length / 10)) / rows.exposure.length).toBeGreaterThan(0.3);
    const reminded = new Set(
      rows.control.flatMap(({ action, session }) => (action === 'rest-reminder-shown' ? [session] : [])),
    );
    for (const { duration = 0, session } of sessions)
      if (duration >= 40 * 60_000) expect(reminded.has(session)).toBe(true);
    const told = new Set(rows.control.flatMap(({ action, session }) => (action === 'notice-shown' ? [session] : [])));
    for (const { session } of rows.exposure) expect(told.has(session)).toBe(true);
  });
});
