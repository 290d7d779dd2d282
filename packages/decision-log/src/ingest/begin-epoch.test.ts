import { expect, test } from 'vitest';
import { identifyWith } from '../pseudonym/pseudonyms.ts';
import { onEveryStore } from '../testing/index.ts';
import { beginEpoch } from './begin-epoch.ts';
import type { DecisionLog } from './decision-log.ts';
import { noon } from './testing/rows.ts';
import { openTestLog, temporaryFolder, testNow } from './testing/with-folder.ts';

const control = (user: string, action: string, time: number, more = {}): string =>
  `${JSON.stringify({ action, provider: 'demo', time, user, ...more })}\n`;

const pseudonymOf = (log: DecisionLog, raw: string): string => {
  const keys = log.pseudonyms.keys();
  return keys === undefined ? '' : identifyWith(keys)(raw, 'people');
};

onEveryStore(({ open }) => {
  test('a new key restates what holds for everybody, and nothing that was undone', async () => {
    const store = await open();
    const folder = await temporaryFolder();
    const log = await openTestLog(folder, { store });
    const rows = [
      control('ann', 'opt-out', noon),
      control('bob', 'opt-out', noon),
      control('bob', 'opt-in', noon + 1),
      control('ann', 'tag-deleted', noon, { tag: 'football' }),
      control('ann', 'tag-deleted', noon, { tag: 'music' }),
      control('ann', 'tag-added', noon + 1, { tag: 'music' }),
      control('kid', 'minors-mode-on', noon),
      control('kid', 'tags-viewed', noon, { tags: ['a'] }),
      control('bob', 'consent-given', noon, { categories: ['browsing', 'location'] }),
      control('bob', 'consent-withdrawn', noon + 2, { categories: ['location'] }),
    ];
    await log.append('control', rows.join(''), { identifiers: 'raw' });
    const old = pseudonymOf(log, 'ann');
    const begun = await beginEpoch(log, ['ann', 'bob', 'kid', 'nobody']);
    expect(begun).toEqual({ epoch: 2, people: 4, states: 7 });
    expect(pseudonymOf(log, 'ann')).not.toBe(old);
    await log.flush();
    const restated = await store.auditor.query(
      "SELECT user, action, tag, categories, toUnixTimestamp64Milli(time) AS at FROM log.control WHERE origin = 'key-epoch' ORDER BY action, tag, categories",
    );
    const at = String(testNow);
    expect(restated).toEqual([
      { user: pseudonymOf(log, 'bob'), action: 'consent-given', tag: '', categories: ['browsing'], at },
      { user: pseudonymOf(log, 'bob'), action: 'consent-withdrawn', tag: '', categories: ['location'], at },
      { user: pseudonymOf(log, 'kid'), action: 'minors-mode-on', tag: '', categories: [], at },
      { user: pseudonymOf(log, 'bob'), action: 'opt-in', tag: '', categories: [], at },
      { user: pseudonymOf(log, 'ann'), action: 'opt-out', tag: '', categories: [], at },
      { user: pseudonymOf(log, 'ann'), action: 'tag-added', tag: 'music', categories: [], at },
      { user: pseudonymOf(log, 'ann'), action: 'tag-deleted', tag: 'football', categories: [], at },
    ]);
    const leaves = [...log.view.index.entries()].map(({ leaf }) => leaf.kind);
    expect(leaves).toEqual(['batch', 'batch', 'key-epoch']);
    await log.close();
    const again = await openTestLog(folder, { store });
    expect(again.pseudonyms.epoch).toBe(2);
    await again.append('control', control('ann', 'opt-in', noon + 5), { identifiers: 'raw' });
    expect((await again.view.rows(3)).toString()).toContain('"user":"p2_');
  });
});

test('without a store nothing is known of what people chose, and no epoch begins', async () => {
  const log = await openTestLog(await temporaryFolder());
  await expect(beginEpoch(log, ['ann'])).rejects.toMatchObject({ kind: 'key' });
  expect(log.pseudonyms.epoch).toBe(1);
});
