// One study in a process of its own; bench/calibration/studies.ts starts it and gets what it finds.
import { ensureDatabase, logDatabase, type LogStore } from '@suanjian/decision-log';
import { withLogStore } from '@suanjian/decision-log/testing';
import type { Design } from './designs/design.ts';
import { absentData, realDesigns } from './label-permutations.ts';
import { designs, measureNull, type NullResult, tooMany } from './null-study.ts';
import { powerDesigns } from './power/designs.ts';
import { measurePower, type PowerResult } from './power/study.ts';
import type { Studies, StudyName } from './studies.ts';
import { measureSuite } from './suite-study.ts';

const tables = 1000;
const permutations = 200;
/** Fewer for a look in between. */
const logs = Number(process.env['CALIBRATION_LOGS'] ?? 200);

/** What errs too often in a thousand tables is drawn again, and then only the new tables count. */
const nullOf = async (store: LogStore, design: Design, seed: number, count: number): Promise<NullResult> => {
  const first = await measureNull(store, design, { tables: count, seed });
  const result = tooMany(first.rejected, first.tables)
    ? await measureNull(store, design, { tables: 3 * count, seed: seed + 1_000_000 })
    : first;
  const share = (of: number | undefined): string => (of === undefined ? '–' : (of / result.tables).toFixed(3));
  const { rejected, failed, naive } = result;
  console.log(
    `${tooMany(rejected, result.tables) ? '✗' : '✓'} ${design.method}: ${design.title}: rejected ${share(rejected)}, failed ${share(failed)}, naive ${share(naive)} of ${result.tables}`,
  );
  return result;
};

const powerOf = async (store: LogStore, design: (typeof powerDesigns)[number]): Promise<PowerResult> => {
  const result = await measurePower(store, design);
  const points = result.points.map(
    ({ rows, size, failed, tables: of }) => `${rows}×${size} ${(failed / of).toFixed(2)}`,
  );
  console.log(`${design.method}: ${design.title.en}: ${points.join(', ')}`);
  return result;
};

const studies: { readonly [Name in StudyName]: (store: LogStore) => Promise<Studies[Name]> } = {
  nulls: async (store) => {
    const [nulls, permuted]: [NullResult[], NullResult[]] = [[], []];
    for (const [index, design] of designs.entries()) nulls.push(await nullOf(store, design, 1000 + index, tables));
    const absent = absentData();
    if (absent === undefined)
      for (const [index, design] of (await realDesigns(store)).entries())
        permuted.push(await nullOf(store, design, 2000 + index, permutations));
    else console.log(absent);
    return { nulls, permuted };
  },
  power: async (store) => {
    const powers: PowerResult[] = [];
    for (const design of powerDesigns) powers.push(await powerOf(store, design));
    return powers;
  },
  suite: (store) => measureSuite(store, logs),
};

const [name] = process.argv.slice(2);
if (process.send === undefined || (name !== 'nulls' && name !== 'power' && name !== 'suite'))
  throw new Error('bench/calibration/study.ts is started by bench/calibration/studies.ts');
const found = await withLogStore(async (store) => {
  await ensureDatabase(store, logDatabase);
  return studies[name](store);
});
process.send(found);
process.disconnect();
