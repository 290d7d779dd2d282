import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, methodOf, partialsIn, type Check } from '@suanjian/audit';
import type { LogStore } from '@suanjian/decision-log';
import type { LeafEntry } from '@suanjian/evidence';
import { columnsRead, plainScan } from './plain-scan.ts';
import { runSuite, type SuiteRun } from './suite.ts';

export interface Rerun {
  /** Each check that reduces by day, asked by itself when the day has come. */
  readonly checks: readonly { readonly id: string; readonly milliseconds: number }[];
  /** All of them in one run. */
  readonly together: number;
  /** Of all columns that they read, over the new day. */
  readonly scanMilliseconds: number;
}

const reducesByDay = (check: Check): boolean => check.day !== undefined && methodOf(check.method)?.additive === true;

const turns = 3;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** All but the last day is audited and kept; then the last day has come, and the checks that reduce by day are asked again: the middle one of three. */
export const rerun = async (store: LogStore, leaves: readonly LeafEntry[]): Promise<Rerun> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-partials-'));
  const kept = join(folder, 'kept');
  const asDayBefore = async (chosen: (check: Check) => boolean): Promise<SuiteRun> => {
    const copy = join(folder, 'copy');
    await rm(copy, { recursive: true, force: true });
    await cp(kept, copy, { recursive: true });
    const run = await runSuite({ store, leaves, chosen, partials: partialsIn(copy) });
    if (run.notRun.length > 0) throw new Error(run.notRun.map(({ text }) => text.en).join(' '));
    return run;
  };
  try {
    const days = [...new Set(leaves.flatMap((leaf) => ('day' in leaf ? [leaf.day] : [])))].toSorted();
    const last = days.at(-1) ?? '';
    const before = leaves.filter((leaf) => !('day' in leaf) || leaf.day !== last);
    await runSuite({ store, leaves: before, chosen: reducesByDay, partials: partialsIn(kept) });
    const together: SuiteRun[] = [];
    for (let turn = 0; turn < turns; turn += 1) together.push(await asDayBefore(reducesByDay));
    const columns = await columnsRead(store, together[0]?.asked.map(({ sql }) => sql) ?? []);
    const scans: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) scans.push(await plainScan(store, columns, last));
    const each: { id: string; milliseconds: number }[] = [];
    for (const check of checks.filter(reducesByDay)) {
      const times: number[] = [];
      for (let turn = 0; turn < turns; turn += 1)
        times.push((await asDayBefore(({ id }) => id === check.id)).milliseconds);
      each.push({ id: check.id, milliseconds: median(times) });
    }
    return {
      checks: each,
      together: median(together.map(({ milliseconds }) => milliseconds)),
      scanMilliseconds: median(scans),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
