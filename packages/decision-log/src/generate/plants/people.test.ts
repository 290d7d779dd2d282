import { describe, expect, test } from 'vitest';
import { groupBy, logsOf, optionsOf, rowsOf, type Rows } from '../testing/generated.ts';
import { afterOptOut, dayOf, hourOf, impersonalCells, share, slack, slatesOf, sum } from '../testing/readings.ts';

/** What plants do to people's choices, protection and notice, as an auditor would measure it. */

const log = logsOf({ rows: 60_000, seed: 31 });
const near = (measured: number, expected: number, count: number): void =>
  expect(Math.abs(measured - expected), `${measured} for ${expected} of ${count}`).toBeLessThan(slack(expected, count));

describe('plants about choices', () => {
  test('opt-out-leak personalises its share of requests after an opt-out', () => {
    const requests = (rows: Rows) =>
      [...groupBy(afterOptOut(rows), ({ exposure }) => exposure.request).values()]
        .flatMap(([first]) => first ?? [])
        .filter(({ exposure, since }) => exposure.surface !== 'hot-list' && since > 1500);
    const leaked = requests(log('opt-out-leak=0.2'));
    expect(leaked.length).toBeGreaterThan(300);
    near(
      share(leaked, ({ exposure }) => exposure.personalised),
      0.2,
      leaked.length,
    );
    expect(share(requests(log()), ({ exposure }) => exposure.personalised)).toBe(0);
  });

  test('slow-opt-out stays personalised for its seconds and no longer', () => {
    const after = afterOptOut(log('slow-opt-out=900')).filter(({ exposure }) => exposure.surface !== 'hot-list');
    const during = after.filter(({ since }) => since < 900_000);
    expect(during.length).toBeGreaterThan(20);
    expect(share(during, ({ exposure }) => exposure.personalised)).toBe(1);
    expect(after.filter(({ exposure, since }) => exposure.personalised && since > 901_000)).toEqual([]);
  });

  test('impersonal-leak makes results of one region and minute differ', () => {
    const shared = impersonalCells(rowsOf(optionsOf({ rows: 150_000, seed: 31 }, 'impersonal-leak=1'))).filter(
      (results) => results.length > 1,
    );
    expect(shared.length).toBeGreaterThan(0);
    // A place of the provider's own or of an editor is left alone, and a popup has only one.
    expect(share(shared, (results) => new Set(results).size > 1)).toBeGreaterThan(0.5);
    const called = slatesOf(log('impersonal-leak=1')).filter(([first]) => first?.personalised === false);
    expect(called).toHaveLength(slatesOf(log()).filter(([first]) => first?.personalised === false).length);
  });

  test('nagging-prompts, hidden-switch, tags-shown-differ and unskippable-tags change what people are told', () => {
    const clean = log();
    const rows = log('nagging-prompts=7', 'hidden-switch=9', 'tags-shown-differ=1', 'unskippable-tags=1');
    const count = (of: Rows, action: string): number => of.control.filter((row) => row.action === action).length;
    expect(count(rows, 'prompt-shown')).toBeGreaterThan(3 * count(clean, 'opt-out'));
    expect(count(rows, 'tag-page-skipped')).toBe(0);
    expect(count(clean, 'tag-page-skipped')).toBeGreaterThan(0);
    const steps = rows.control.flatMap((row) =>
      row.action === 'opt-out' && row.steps !== undefined ? [row.steps] : [],
    );
    expect(new Set(steps)).toEqual(new Set([9]));
    const viewed = (of: Rows): number[] =>
      of.control.flatMap((row) => (row.action === 'tags-viewed' ? [row.tags?.length ?? 0] : []));
    expect(sum(viewed(clean)) - sum(viewed(rows))).toBe(viewed(clean).length);
  });

  test('deleted-tag-use brings the deleted tag back into its share of requests', () => {
    const rows = log('deleted-tag-use=0.3');
    const deleted = new Map(rows.control.flatMap((row) => (row.action === 'tag-deleted' ? [[row.user, row]] : [])));
    const later = slatesOf(rows).filter(([first]) => {
      const gone = deleted.get(first?.user ?? '');
      return first?.personalised === true && gone !== undefined && dayOf(first.time) > dayOf(gone.time);
    });
    expect(later.length).toBeGreaterThan(100);
    const again = share(later, (slate) =>
      slate.some(({ user, tags = [] }) => tags.includes(deleted.get(user)?.tag ?? '')),
    );
    near(again, 0.3, later.length);
  });

  test('barred-tag, unconsented-data and undeclared-data hit their share of personalised requests', () => {
    const rows = log('barred-tag=0.1', 'unconsented-data=0.2');
    const personal = slatesOf(rows).filter(([first]) => first?.personalised === true);
    near(
      share(personal, (slate) => slate.some(({ tags = [] }) => tags.includes('gambling'))),
      0.1,
      personal.length,
    );
    const consents = new Map(
      rows.control.flatMap((row) => (row.action === 'consent-given' ? [[row.user, row.categories ?? []]] : [])),
    );
    const without = personal.filter(([first]) => consents.get(first?.user ?? '')?.includes('location') === false);
    expect(without.length).toBeGreaterThan(300);
    near(
      share(without, ([first]) => first?.data_used?.includes('location') === true),
      0.2,
      without.length,
    );
    const undeclared = slatesOf(log('undeclared-data=0.1')).filter(([first]) => first?.personalised === true);
    near(
      share(undeclared, ([first]) => first?.data_used?.includes('contacts') === true),
      0.1,
      undeclared.length,
    );
  });

  test('proxy-tag goes with one gender', () => {
    const traitSubject = (user: string): string => user.replace('p1_', 'p2_');
    const rows = rowsOf(optionsOf({ rows: 60_000, seed: 31, traitSubject }, 'proxy-tag=0.5'));
    const gender = new Map(rows.trait.flatMap((row) => (row.trait === 'gender' ? [[row.subject, row.band]] : [])));
    const people = [
      ...groupBy(
        rows.exposure.filter((row) => row.personalised),
        ({ user }) => user,
      ),
    ];
    const carries = (of: string): boolean[] =>
      people
        .filter(([user]) => gender.get(traitSubject(user)) === of)
        .map(([, seen]) => seen.some(({ tags = [] }) => tags.includes('quiet-evenings')));
    near(share(carries('f'), Boolean), 0.5, carries('f').length);
    expect(share(carries('m'), Boolean)).toBe(0);
  });
});

describe('plants about protection and notice', () => {
  const minutesOfMinors = (rows: Rows): number[] =>
    [
      ...groupBy(
        rows.engagement.filter(({ action, audience }) => action.endsWith('session') && audience === 'minor'),
        ({ user, time }) => `${user}/${dayOf(time)}`,
      ).values(),
    ].map((day) => sum(day.map(({ duration = 0 }) => duration)) / 60_000);

  test('minors-minutes goes over the limit on a fifth of the days', () => {
    const minutes = minutesOfMinors(log('minors-minutes=30'));
    const over = minutes.filter((each) => each > 40);
    near(over.length / minutes.length, 0.2, minutes.length);
    for (const each of over) expect(each).toBeCloseTo(70, 0);
  });

  test('minors-night moves its share of days behind 22:00', () => {
    const rows = log('minors-night=0.3');
    const days = [
      ...groupBy(
        rows.exposure.filter(({ audience }) => audience === 'minor'),
        ({ user, time }) => `${user}/${dayOf(time)}`,
      ).values(),
    ];
    near(
      share(days, (day) => day.every(({ time }) => hourOf(time) >= 22)),
      0.3,
      days.length,
    );
    expect(rows.exposure).toHaveLength(60_000);
  });

  test('minors-spending, minors-restricted, elder-fraud and elder-mode-lost do what they say', () => {
    const rows = log('minors-spending=50000', 'minors-restricted=0.2', 'elder-fraud=0.2', 'elder-mode-lost=1');
    const spent = rows.engagement.filter(({ action, audience }) => action === 'spend' && audience === 'minor');
    expect(spent.length).toBeGreaterThan(0);
    for (const { amount } of spent) expect(amount).toBe(50_000);
    for (const [audience, label] of [
      ['minor', 'restricted-minors'],
      ['older', 'fraud'],
    ] as const) {
      const slates = slatesOf(rows).filter(([first]) => first?.audience === audience);
      const marked = share(slates, (slate) => slate.some(({ labels = [] }) => labels.includes(label)));
      // A slate whose places are all the provider's own or an editor's is left alone.
      expect(marked).toBeGreaterThan(0.2 * 0.9 - slack(0.2, slates.length));
      expect(marked).toBeLessThan(0.2 + 0.03 + slack(0.2, slates.length));
    }
    expect(rows.control.filter(({ action }) => action === 'elder-mode-on')).toEqual([]);
  });

  test('notice-missing takes the notice from its share of sessions, on both sides', () => {
    const rows = log('notice-missing=0.2');
    const sessions = [...groupBy(rows.exposure, ({ session }) => session)];
    near(
      share(sessions, ([, seen]) => seen.every(({ notice }) => notice === false)),
      0.2,
      sessions.length,
    );
    const told = new Set(rows.control.flatMap((row) => (row.action === 'notice-shown' ? [row.session] : [])));
    for (const [session, seen] of sessions) expect(told.has(session)).toBe(seen[0]?.notice === true);
  });

  test('rest-reminder-missing leaves its share of long sessions unreminded', () => {
    const count = (of: Rows): number => of.control.filter(({ action }) => action === 'rest-reminder-shown').length;
    const before = count(log());
    expect(before).toBeGreaterThan(8);
    near(1 - count(log('rest-reminder-missing=0.5')) / before, 0.5, before);
  });

  test('log-gap and days-deleted leave nothing of their hours and days', () => {
    const clean = log();
    const start = clean.declaration[0]?.time ?? 0;
    const within = (of: Rows, from: number, until: number): number =>
      [...of.exposure, ...of.quote, ...of.engagement, ...of.chart, ...of.dispatch].filter(
        ({ time }) => time >= start + from * 3_600_000 && time < start + until * 3_600_000,
      ).length;
    const ten = 7 * 24 + 10;
    expect(within(clean, ten, ten + 5)).toBeGreaterThan(500);
    const gap = log('log-gap=5');
    expect(within(gap, ten, ten + 5)).toBe(0);
    expect(within(gap, 0, ten)).toBe(within(clean, 0, ten));
    expect(within(gap, ten + 5, 14 * 24)).toBe(within(clean, ten + 5, 14 * 24));
    const deleted = log('days-deleted=2');
    expect(within(deleted, 5 * 24, 7 * 24)).toBe(0);
    expect(within(deleted, 0, 5 * 24)).toBe(within(clean, 0, 5 * 24));
  });
});
