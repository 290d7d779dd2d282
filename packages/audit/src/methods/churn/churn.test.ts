import { embeddedForFile } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { anyMethod } from '../methods.ts';
import { askMethod } from '../testing/ask-method.ts';
import { absent, loadParquet, sharedFile } from '../testing/shared-table.ts';
import { churn } from './method.ts';

const withLogStore = embeddedForFile();

const columns = { ts: "DateTime64(6, 'UTC')", rank: 'Int8', title_id: 'Int32', refer: 'String' };

test('the hot list of 2025: similarity, lives, vanished leaders and frozen ranks as published', async (context) => {
  const file = sharedFile('weibo-hotlist-2025/hourly_rank.parquet');
  if (file === undefined) return context.skip(absent);
  await withLogStore(async (store) => {
    const table = await loadParquet(store.writer, 'hot_list', columns, file);
    const ask = async (parameters: Readonly<Record<string, unknown>>, parts: Readonly<Record<string, string>> = {}) => {
      const [unit] = await askMethod(store.auditor, anyMethod(churn), table, {
        parts: { list: "'hot'", entry: 'title_id', rank: 'rank', time: 'ts', ...parts },
        parameters,
      });
      return unit?.estimation.values;
    };
    expect(await ask({ gap: '90min' })).toMatchObject({
      snapshots: 8136,
      meanSimilarity: expect.closeTo(0.53, 3),
      medianSimilarity: expect.closeTo(0.457, 3),
      medianLife: 2,
      ninetiethLife: 8,
      longestLife: 477,
    });
    // Snapshots an hour apart are those within 90 whole minutes; entries put there by hand count as pinned.
    expect(
      await ask({ gap: '90min' }, { rank: "if(refer = 'top', rank, 0)", time: 'toStartOfMinute(ts)' }),
    ).toMatchObject({ topEntries: 22_107, topGone: 1760 });
    expect(await ask({ measure: 'frozen', hold: 6 })).toMatchObject({ runsHeld: 1441, longestRun: 24 });
  });
});
