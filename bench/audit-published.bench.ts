import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from './published/page.ts';
import { absent, compareAll } from './published/run.ts';
import type { Ratio } from './ratio.ts';

export const name = 'audit-published';

const page = join(import.meta.dirname, '..', 'docs', 'reference', 'published.md');

export const run = async (): Promise<readonly Ratio[]> => {
  const missing = absent();
  if (missing !== undefined) throw new Error(missing);
  const comparison = await compareAll();
  const { lines, skipped, verdicts } = comparison;
  writeFileSync(page, pageOf(comparison));
  for (const { dataSet, what, printed, ours, agrees } of lines)
    console.log(`${agrees ? '✓' : '✗'} ${dataSet}: ${what.en}: ${printed}, ours ${ours}`);
  for (const { dataSet, what, verdict, agrees } of verdicts)
    console.log(`${agrees ? '✓' : '✗'} ${dataSet}: ${what.en}: ${verdict}`);
  for (const { dataSet, what, printed, why } of skipped) console.log(`– ${dataSet}: ${what.en}: ${printed}. ${why.en}`);
  const agreed = lines.filter((line) => line.agrees).length;
  const kept = verdicts.filter((entry) => entry.agrees).length;
  return [
    {
      claim: 'Every published figure that the data hold comes out, to the digits that were printed',
      ratio: agreed / lines.length,
      limit: { atLeast: 1 },
      details: { agreed, figures: lines.length, notCompared: skipped.length },
    },
    {
      claim: 'What the sources found is reported, and what only seems to be there is not',
      ratio: kept / verdicts.length,
      limit: { atLeast: 1 },
      details: { kept, verdicts: verdicts.length },
    },
  ];
};
