import { describe, expect, test } from 'vitest';
import { groupBy, logsOf, type Rows } from '../testing/generated.ts';
import { DAY, inversions, mean, share, slack, slatesOf, type Exposure } from '../testing/readings.ts';

/** What plants do to what is shown, as an auditor would measure it. */

const log = logsOf({ rows: 60_000, seed: 41 });
const near = (measured: number, expected: number, count: number): void =>
  expect(Math.abs(measured - expected), `${measured} for ${expected} of ${count}`).toBeLessThan(slack(expected, count));

const startOf = (rows: Rows): number => rows.declaration[0]?.time ?? 0;
const isLater = (rows: Rows) => {
  const middle = startOf(rows) + 7 * DAY;
  return ({ time }: { readonly time: number }): boolean => time >= middle;
};
const has =
  (label: string) =>
  ({ labels = [] }: { readonly labels?: readonly string[] | undefined }): boolean =>
    labels.includes(label);

describe('plants about labels and disposals', () => {
  test('unlabelled-synthetic takes the label from its share of exposures', () => {
    const synthetic = log('unlabelled-synthetic=0.2').exposure.filter(has('synthetic'));
    near(
      share(synthetic, (row) => !has('synthetic-label-shown')(row)),
      0.2,
      synthetic.length,
    );
  });

  test('label-removed takes both labels from its items, from the middle on', () => {
    const rows = log('label-removed=0.5');
    const known = new Set(rows.item.flatMap((row) => (row.synthetic === true ? [row.item] : [])));
    const seen = rows.exposure.filter(({ item }) => known.has(item));
    expect(seen.filter((row) => !isLater(rows)(row) && !has('synthetic')(row))).toEqual([]);
    const bare = new Set(seen.filter((row) => !has('synthetic')(row)).map(({ item }) => item));
    expect(bare.size).toBeGreaterThan(10);
    const again = rows.item.flatMap((row) => (row.synthetic === false && known.has(row.item) ? [row.item] : []));
    for (const item of bare) expect(again).toContain(item);
  });

  test('implicit-label-missing, unlisted-news and synthetic-news hit their share of items', () => {
    const rows = log('implicit-label-missing=0.3', 'unlisted-news=0.2', 'synthetic-news=0.3');
    const posts = rows.item.filter((row) => row.synthetic === true && row.kind === 'post');
    near(
      share(posts, (row) => row.implicit_label === false),
      0.3,
      posts.length,
    );
    const news = rows.item.filter(({ kind }) => kind === 'news');
    near(
      share(news, ({ source }) => source === 'hearsay-weekly'),
      0.2,
      news.length,
    );
    near(
      share(news, (row) => row.synthetic === true),
      0.3,
      news.length,
    );
    const made = new Set(news.flatMap((row) => (row.synthetic === true ? [row.item] : [])));
    for (const row of rows.exposure.filter(has('news')))
      expect(has('synthetic-label-shown')(row)).toBe(made.has(row.item));
  });

  test('after-disposal shows stopped items in its share of requests', () => {
    const rows = log('after-disposal=0.2');
    const stopped = new Map(rows.disposal.map(({ item, time }) => [item, time]));
    const first = Math.min(...stopped.values());
    const later = slatesOf(rows).filter(([row]) => (row?.time ?? 0) > first);
    const again = share(later, (slate) => slate.some(({ item, time }) => time > (stopped.get(item) ?? Infinity)));
    // Places of the provider's own and of editors are left alone: popups have only one place.
    expect(again).toBeGreaterThan(0.2 * 0.9 - slack(0.2, later.length));
    expect(again).toBeLessThan(0.2 + slack(0.2, later.length));
  });

  test('rumour-slow puts its hours between finding and disposal', () => {
    const hours = (rows: Rows): number[] =>
      rows.disposal
        .filter(({ category }) => category === 'rumour')
        .map(
          ({ item, time }) =>
            (time - (rows.item.find((row) => row.item === item && has('rumour')(row))?.time ?? 0)) / 3_600_000,
        );
    for (const each of hours(log())) expect(each).toBeLessThan(0.1);
    const slow = hours(log('rumour-slow=20'));
    expect(slow.length).toBeGreaterThan(0);
    for (const each of slow) expect(Math.abs(each - 20)).toBeLessThan(0.1);
  });

  test('quality-drop lowers the share of quality on important positions in the second half', () => {
    const quality = (rows: Rows, later: boolean): number =>
      share(
        rows.exposure.filter(
          (row) =>
            isLater(rows)(row) === later && row.intervention === undefined && !['feed', 'search'].includes(row.surface),
        ),
        has('quality'),
      );
    const clean = log();
    const dropped = log('quality-drop=0.4');
    expect(quality(dropped, false)).toBe(quality(clean, false));
    expect(quality(dropped, true) / quality(clean, true)).toBeCloseTo(0.6, 1);
  });
});

describe('plants about slates', () => {
  const feeds = (rows: Rows): Exposure[][] => slatesOf(rows).filter(([first]) => first?.surface === 'feed');

  test('slate-duplicates and author-runs hit their share of feed requests', () => {
    const twice = feeds(log('slate-duplicates=0.2'));
    near(
      share(twice, (slate) => new Set(slate.map(({ item }) => item)).size < slate.length),
      0.2,
      twice.length,
    );
    const runs = feeds(log('author-runs=0.2'));
    const run = (slate: Exposure[]): boolean =>
      slate.some(
        (row, place) => place >= 3 && slate.slice(place - 3, place).every(({ author }) => author === row.author),
      );
    near(share(runs, run), 0.2, runs.length);
    expect(feeds(log()).filter(run)).toEqual([]);
  });

  test('topic-narrowing makes people see fewer topics in the second week', () => {
    const spread = (rows: Rows, later: boolean): number =>
      mean(
        feeds(rows)
          .filter(([first]) => first?.personalised === true && isLater(rows)(first) === later)
          .map((slate) => new Set(slate.map(({ topic }) => topic)).size),
      );
    const clean = log();
    expect(Math.abs(spread(clean, true) - spread(clean, false))).toBeLessThan(0.2);
    const narrowed = log('topic-narrowing=0.4');
    expect(spread(narrowed, false) - spread(narrowed, true)).toBeGreaterThan(1);
  });

  test('negative-feedback-ignored goes on with the topic', () => {
    const after = (rows: Rows): number => {
      const exposures = groupBy(
        rows.exposure.filter((row) => row.personalised),
        ({ user }) => user,
      );
      const told = rows.engagement.filter(({ action }) => action === 'not-interested');
      const seen = told.flatMap(({ user, time, topic }) =>
        (exposures.get(user) ?? []).filter((row) => row.time > time + DAY).map((row) => row.topic === topic),
      );
      expect(seen.length).toBeGreaterThan(500);
      return share(seen, Boolean);
    };
    expect(after(log('negative-feedback-ignored=1'))).toBeGreaterThan(3 * after(log()));
  });

  test('reasons-missing and false-automation hit their share of exposures', () => {
    const rows = log('reasons-missing=0.1', 'false-automation=0.1');
    near(
      share(rows.exposure, ({ reasons = [] }) => reasons.length === 0),
      0.1,
      rows.exposure.length,
    );
    const feed = rows.exposure.filter(({ surface }) => surface === 'feed');
    near(
      share(feed, ({ automated }) => automated === false),
      0.1,
      feed.length,
    );
  });

  test('undeclared-technique hits its share of personalised feed requests', () => {
    const personal = feeds(log('undeclared-technique=0.2')).filter(([first]) => first?.personalised === true);
    near(
      share(personal, ([first]) => first?.technique === 'generation'),
      0.2,
      personal.length,
    );
  });

  test('own-boost lifts own items by its places and leaves scores in order', () => {
    const places = (rows: Rows): number =>
      mean(feeds(rows).flatMap((slate) => slate.filter(({ own }) => own === true).map(({ position }) => position)));
    const clean = log();
    const boosted = log('own-boost=3');
    expect(places(clean) - places(boosted)).toBeGreaterThan(1.5);
    expect(places(clean) - places(boosted)).toBeLessThan(3);
    expect(slatesOf(boosted).filter((slate) => inversions(slate) > 0)).toEqual([]);
    expect(share(boosted.exposure, ({ own }) => own === true)).toBe(share(clean.exposure, ({ own }) => own === true));
  });

  test('rank-inversion inverts one pair in its share of requests', () => {
    const slates = slatesOf(log('rank-inversion=0.2')).filter(
      (slate) => slate.filter(({ score }) => score !== undefined).length > 1,
    );
    near(
      share(slates, (slate) => inversions(slate) === 1),
      0.2,
      slates.length,
    );
    expect(slates.filter((slate) => inversions(slate) > 1)).toEqual([]);
  });

  test('suppressed-item and pushed-item move the exposures of a few items from the middle on', () => {
    const counts = (rows: Rows, later: boolean): Map<string, number> =>
      new Map(
        [
          ...groupBy(
            rows.exposure.filter((row) => isLater(rows)(row) === later),
            ({ item }) => item,
          ),
        ].map(([item, seen]) => [item, seen.length]),
      );
    const clean = log();
    const usual = counts(clean, true);
    const suppressed = log('suppressed-item=10');
    expect(counts(suppressed, false)).toEqual(counts(clean, false));
    const lessSeen = counts(suppressed, true);
    const fallen = [...usual].filter(([item, before]) => before >= 30 && (lessSeen.get(item) ?? 0) < before / 5);
    expect(fallen.length).toBeGreaterThan(4);
    expect(fallen.length).toBeLessThanOrEqual(10);
    const risen = [...counts(log('pushed-item=2'), true)].filter(
      ([item, after]) => after > 60 && after > 2 * (usual.get(item) ?? 0),
    );
    expect(risen).toHaveLength(2);
  });
});

describe('plants about interventions', () => {
  test('unowned-intervention leaves its share without owner and reason', () => {
    const rows = log('unowned-intervention=0.5').intervention;
    near(
      share(rows, ({ owner, reason }) => owner === undefined && reason === undefined),
      0.5,
      rows.length,
    );
  });

  test('overdue-intervention uses interventions for its hours past their term', () => {
    const rows = log('overdue-intervention=6');
    const terms = new Map(rows.intervention.map((row) => [row.intervention, row.ends ?? 0]));
    const past = rows.exposure.flatMap(({ intervention, time }) =>
      intervention === undefined ? [] : [(time - (terms.get(intervention) ?? 0)) / 3_600_000],
    );
    expect(past.filter((hours) => hours >= 0).length).toBeGreaterThan(10);
    expect(Math.max(...past)).toBeLessThan(6);
    expect(Math.max(...past)).toBeGreaterThan(4);
  });
});
