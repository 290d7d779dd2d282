import { describe, expect, test } from 'vitest';
import { groupBy, logsOf, type Rows } from '../testing/generated.ts';
import { plants } from './plants.ts';
import { heatOfRow, mean, share, slack } from '../testing/readings.ts';

/** What plants do to engagement, accounts and charts, as an auditor would measure it. */

const log = logsOf({ rows: 60_000, seed: 61 });
const near = (measured: number, expected: number, count: number): void =>
  expect(Math.abs(measured - expected), `${measured} for ${expected} of ${count}`).toBeLessThan(slack(expected, count));

const added = (rows: Rows, clean: Rows): Rows['engagement'] => {
  const known = new Set(clean.engagement.map((row) => JSON.stringify(row)));
  return rows.engagement.filter((row) => !known.has(JSON.stringify(row)));
};

describe('plants about engagement', () => {
  test('lockstep: its accounts like the same items within 20 seconds of each other', () => {
    const likes = added(log('lockstep=15'), log());
    expect(new Set(likes.map(({ user }) => user)).size).toBe(15);
    const objects = [
      ...groupBy(likes, ({ object, time }) => `${object ?? ''}/${Math.floor(time / 86_400_000)}`).values(),
    ];
    expect(objects.length).toBeGreaterThanOrEqual(20);
    for (const each of objects) {
      const times = each.map(({ time }) => time);
      expect(new Set(each.map(({ user }) => user)).size).toBe(15);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(20_000);
    }
  });

  test('burst: its likes fall on one item within ten minutes, from a tenth as many accounts', () => {
    const likes = added(log('burst=400'), log());
    expect(likes).toHaveLength(400);
    expect(new Set(likes.map(({ object }) => object)).size).toBe(1);
    expect(new Set(likes.map(({ user }) => user)).size).toBe(40);
    const times = likes.map(({ time }) => time);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(600_000);
  });

  test('redirect-delay and redirect-fail touch destinations of others only', () => {
    const clean = log();
    const rows = log('redirect-delay=300', 'redirect-fail=0.3');
    const redirects = (of: Rows, owner: string): Rows['engagement'] =>
      of.engagement.filter((row) => row.destination_owner === owner);
    const wait = (of: Rows['engagement']): number => mean(of.map(({ duration = 0 }) => duration));
    expect(wait(redirects(rows, 'other')) - wait(redirects(clean, 'other'))).toBeCloseTo(300, 6);
    expect(redirects(rows, 'own')).toEqual(redirects(clean, 'own'));
    const possible = redirects(clean, 'other').filter(({ succeeded }) => succeeded);
    const lost = possible.length - redirects(rows, 'other').filter(({ succeeded }) => succeeded).length;
    near(lost / possible.length, 0.3, possible.length);
  });

  test('session-tail and spending-tail hit their share', () => {
    const { engagement } = log('session-tail=0.1', 'spending-tail=0.2');
    const sessions = engagement.filter(({ action, audience }) => action.endsWith('session') && audience !== 'minor');
    near(
      share(sessions, ({ duration = 0 }) => duration >= 6 * 3_600_000),
      0.1,
      sessions.length,
    );
    const spent = engagement.filter(({ action, audience }) => action === 'spend' && audience !== 'minor');
    near(
      share(spent, ({ amount = 0 }) => amount > 1_000_000),
      0.2,
      spent.length,
    );
  });
});

test('a session that was made longer has no reminder to rest, and the plant says which check finds that', () => {
  const { engagement, control } = log('session-tail=0.1');
  const long = engagement.filter(({ action, duration = 0 }) => action.endsWith('session') && duration >= 6 * 3_600_000);
  const reminders = groupBy(
    control.filter(({ action }) => action === 'rest-reminder-shown'),
    ({ user }) => user,
  );
  const reminded = long.filter(({ user, time, duration = 0 }) =>
    (reminders.get(user) ?? []).some((reminder) => reminder.time >= time && reminder.time <= time + duration),
  );
  expect(long.length).toBeGreaterThan(20);
  expect(reminded.length / long.length).toBeLessThan(0.5);
  expect(plants['session-tail'].also).toEqual(['rest-reminders']);
});

describe('plants about accounts', () => {
  const registered = (rows: Rows): Rows['account'] => rows.account.filter(({ event }) => event === 'registered');

  test('registration-burst: its accounts in ten minutes, on as many devices', () => {
    const rows = registered(log('registration-burst=200'));
    const hours = groupBy(rows, ({ time }) => String(Math.floor(time / 3_600_000)));
    const most = [...hours.values()].reduce((top, each) => (each.length > top.length ? each : top), []);
    expect(most.length).toBeGreaterThanOrEqual(200);
    expect(new Set(most.map(({ device }) => device)).size).toBeGreaterThan(195);
  });

  test('device-farm: its accounts on one device, over all days', () => {
    const devices = groupBy(registered(log('device-farm=50')), ({ device }) => device);
    const most = [...devices.values()].reduce((top, each) => (each.length > top.length ? each : top), []);
    expect(new Set(most.map(({ user }) => user)).size).toBe(50);
    expect(new Set(most.map(({ time }) => Math.floor(time / 86_400_000))).size).toBeGreaterThan(10);
  });

  test('account-handover: its accounts get another holder, device and region', () => {
    const rows = log('account-handover=40').account;
    const changed = [...groupBy(rows, ({ user }) => user).values()].filter(
      (entries) => new Set(entries.map(({ holder }) => holder)).size > 1,
    );
    expect(changed).toHaveLength(40);
    for (const entries of changed) {
      expect(new Set(entries.map(({ region }) => region)).size).toBe(2);
      expect(new Set(entries.map(({ device }) => device)).size).toBeGreaterThan(1);
    }
  });
});

describe('plants about charts', () => {
  const ranked = (rows: Rows): Rows['chart'] =>
    rows.chart.filter(({ rank, list }) => rank > 0 && list === 'hot-search');
  const snapshots = (rows: Rows): Rows['chart'][number][][] => [
    ...groupBy(ranked(rows), ({ time }) => String(time)).values(),
  ];

  test('chart-tamper raises its share of entries, and ranks follow', () => {
    const rows = log('chart-tamper=0.1');
    const entries = [...groupBy(ranked(rows), ({ entry }) => entry).values()];
    const raised = (row: Rows['chart'][number]): boolean => row.heat !== heatOfRow(row);
    near(
      share(entries, (of) => of.some(raised)),
      0.1,
      entries.length / 2,
    );
    for (const row of ranked(rows).filter(raised)) expect((row.heat ?? 0) / heatOfRow(row)).toBeCloseTo(1.3, 2);
    for (const snapshot of snapshots(rows)) {
      const heats = snapshot.map(({ heat = 0 }) => heat);
      expect(heats).toEqual(heats.toSorted((one, other) => other - one));
    }
  });

  test('unpublished-factor takes a part of its heat from where the rules do not say, and heat and rank stay', () => {
    const rows = log('unpublished-factor=0.2');
    const entries = [...groupBy(ranked(rows), ({ entry }) => entry).values()];
    near(
      share(entries, (of) => of.some(({ input_kinds = [] }) => input_kinds.includes('promotion'))),
      0.2,
      entries.length / 2,
    );
    expect(ranked(rows).filter((row) => row.heat !== heatOfRow(row))).toEqual([]);
    const places = (of: Rows) => ranked(of).map(({ time, entry, rank, heat }) => [time, entry, rank, heat]);
    expect(places(rows)).toEqual(places(log()));
  });

  /** Snapshots for which one entry stands at a rank without moving, the longest time. */
  const longestHold = (rows: Rows, rank: number): number => {
    let longest = 0;
    let since = 0;
    let holder: string | undefined;
    for (const snapshot of snapshots(rows)) {
      const at = snapshot[rank - 1];
      if (at?.entry !== holder) since = at?.time ?? 0;
      holder = at?.entry;
      longest = Math.max(longest, (at?.time ?? 0) - since);
    }
    return longest / 3_600_000;
  };

  test('frozen-rank holds rank 2 for its hours with heat that can be computed', () => {
    const rows = log('frozen-rank=30');
    expect(longestHold(log(), 2)).toBeLessThan(12);
    expect(longestHold(rows, 2)).toBeGreaterThan(28);
    expect(ranked(rows).filter((row) => row.heat !== heatOfRow(row))).toEqual([]);
  });

  test('vanishing-rank takes its entries from rank 1 off the list', () => {
    const vanished = (rows: Rows): number => {
      const all = snapshots(rows);
      return all.filter((snapshot, number) => {
        const top = all[number - 1]?.[0]?.entry;
        return top !== undefined && !snapshot.some(({ entry }) => entry === top);
      }).length;
    };
    expect(vanished(log())).toBe(0);
    expect(vanished(log('vanishing-rank=6'))).toBe(6);
  });

  test('chart-gap leaves its minutes without snapshots', () => {
    const longest = (rows: Rows): number => {
      const times = snapshots(rows).map(([first]) => first?.time ?? 0);
      return Math.max(...times.map((time, number) => time - (times[number - 1] ?? time))) / 60_000;
    };
    const usual = longest(log());
    expect(longest(log('chart-gap=600'))).toBeGreaterThanOrEqual(600);
    expect(usual).toBeLessThan(300);
  });
});
