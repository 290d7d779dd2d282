import { expect, test } from 'vitest';
import { killUnderLoad } from './testing/kill-under-load.ts';
import { openTestLog, temporaryFolder } from './testing/with-folder.ts';

/** The bench kills twenty times. */
const kills = Number(process.env['LOG_KILLS'] ?? 4);

test('a process that is killed under load loses no acknowledged batch and tears none', async () => {
  const folder = await temporaryFolder();
  let turn = 0;
  const survived = await killUnderLoad(folder, kills, () => {
    turn += 1;
    return 3 + ((turn * 7) % 25);
  });
  expect(survived).toMatchObject({ kills, lost: 0, torn: 0 });
  expect(survived.acknowledged).toBeGreaterThanOrEqual(kills * 3);
  const log = await openTestLog(folder);
  expect(log.damage).toEqual([]);
  await log.append('intervention', '{"nonsense"');
});
