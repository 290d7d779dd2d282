import { resultOf } from '@suanjian/audit';
import type { LogStore } from '@suanjian/decision-log';
import { withCluster, withLogStore } from '@suanjian/decision-log/testing';
import type { LeafEntry } from '@suanjian/evidence';
import { makeLog, settled, type LogSize } from './audit-speed/made-log.ts';
import { memoryWatch } from './audit-speed/memory-watch.ts';
import { columnsRead, plainScan } from './audit-speed/plain-scan.ts';
import { profile, profileTable } from './audit-speed/profile.ts';
import { rerun, type Rerun } from './audit-speed/rerun.ts';
import { runSuite, type SuiteRun } from './audit-speed/suite.ts';
import type { Ratio } from './ratio.ts';

export const name = 'audit-speed';

const memoryBytes = 4_000_000_000;
const shards = 3;
const rows = 1_000_000;
const days = 30;

/** Millions of exposures, `AUDIT_SPEED_MILLIONS=2,10,1` for a quick look: the suite's two sizes, and that over the shards. */
const [smaller = 20, larger = 100, spreadMillions = 5] = (process.env['AUDIT_SPEED_MILLIONS'] ?? '20,100,5')
  .split(',')
  .map(Number);

/** Without what a double adds at its end. */
const growth = Math.round((11 * larger) / smaller) / 10;

const sizeOf = (millions: number): LogSize => ({ rows, days, copies: millions });

interface Measured {
  readonly run: SuiteRun;
  readonly scanMilliseconds: number;
  readonly peakBytes: number;
}

/** The whole suite over one store, and a plain scan of what it read: the middle one of three. */
const measure = async (store: LogStore, leaves: readonly LeafEntry[]): Promise<Measured> => {
  const memory = memoryWatch(store);
  const run = await runSuite({ store, leaves });
  const peakBytes = await memory.end();
  const columns = await columnsRead(
    store,
    run.asked.map(({ sql }) => sql),
  );
  const scans: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) scans.push(await plainScan(store, columns));
  const [, scanMilliseconds = Number.NaN] = scans.toSorted((one, other) => one - other);
  return { run, scanMilliseconds, peakBytes };
};

/** What a report says of each check, as text: the same answers are the same bytes. */
const answersOf = ({ answers }: SuiteRun): ReadonlyMap<string, string> =>
  new Map(answers.map((answer) => [answer.question.id, JSON.stringify(resultOf(answer))]));

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;
const gigabytes = (bytes: number): number => Math.round(bytes / 1e7) / 100;

const slowest = ({ answers, milliseconds }: SuiteRun): string =>
  answers
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, 8)
    .map((answer) => `${answer.question.id} ${Math.round((100 * answer.milliseconds) / milliseconds)} %`)
    .join(', ');

const notRun = ({ notRun: faults }: SuiteRun): string => faults.map(({ id }) => id).join(', ') || 'none';

const suiteRatio = (millions: number, { run, scanMilliseconds, peakBytes }: Measured): Ratio => ({
  claim: `All checks over ${millions} million exposures take at most 12 times one plain scan of the columns they read`,
  // A check that could not be run has taken no time: then nothing is shown.
  ratio: run.notRun.length > 0 ? Number.NaN : run.milliseconds / scanMilliseconds,
  limit: { atMost: 12 },
  details: {
    checks: run.answers.length,
    notRun: notRun(run),
    suiteSeconds: seconds(run.milliseconds),
    scanSeconds: seconds(scanMilliseconds),
    peakGigabytes: gigabytes(peakBytes),
    capGigabytes: gigabytes(memoryBytes),
    slowest: slowest(run),
  },
});

const rerunRatio = (millions: number, { checks, together, scanMilliseconds }: Rerun): Ratio => {
  const [slowestCheck, ...others] = checks.toSorted((one, other) => other.milliseconds - one.milliseconds);
  return {
    claim: `After one more day of ${millions} million exposures in ${days} days every check that reduces by day takes at most 3 times a plain scan of that day`,
    ratio: (slowestCheck?.milliseconds ?? Number.NaN) / scanMilliseconds,
    limit: { atMost: 3 },
    details: {
      checks: checks.length,
      slowest: slowestCheck?.id ?? 'none',
      slowestSeconds: seconds(slowestCheck?.milliseconds ?? Number.NaN),
      next: others
        .slice(0, 4)
        .map(({ id, milliseconds }) => `${id} ${seconds(milliseconds)}`)
        .join(', '),
      dayScanSeconds: seconds(scanMilliseconds),
      allTogetherSeconds: seconds(together),
      allTogetherScans: Math.round((10 * together) / scanMilliseconds) / 10,
    },
  };
};

/** It takes many minutes: what is known is said at once. */
const say = (ratio: Ratio): Ratio => {
  console.error(`${ratio.ratio.toPrecision(3)}  ${ratio.claim}\n      ${JSON.stringify(ratio.details)}`);
  return ratio;
};

/** `AUDIT_SPEED_PROFILE=1`: where the processor's time goes, check by check, at the smaller size; on a busy machine too. */
const profiled = async (store: LogStore, leaves: readonly LeafEntry[]): Promise<readonly Ratio[]> => {
  const found = await profile(store, leaves);
  console.error(profileTable(found));
  const taken = found.shares.reduce((sum, { storeSeconds, processSeconds }) => sum + storeSeconds + processSeconds, 0);
  return [
    {
      claim: `All checks over ${smaller} million exposures take at most 12 times the processor time of one plain scan of the columns they read`,
      ratio: found.run.notRun.length > 0 ? Number.NaN : taken / found.scanSeconds,
      limit: { atMost: 12 },
      details: {
        suiteProcessorSeconds: seconds(1000 * taken),
        scanProcessorSeconds: seconds(1000 * found.scanSeconds),
      },
    },
  ];
};

export const run = async (): Promise<readonly Ratio[]> => {
  if (process.env['AUDIT_SPEED_PROFILE'] === '1')
    return withLogStore(
      async (store) => {
        const leaves = await makeLog(store, sizeOf(smaller));
        await settled(store);
        return profiled(store, leaves);
      },
      { memoryBytes },
    );
  const small = await withLogStore(
    async (store) => {
      const leaves = await makeLog(store, sizeOf(smaller));
      await settled(store);
      return { ...(await measure(store, leaves)), rerun: await rerun(store, leaves) };
    },
    { memoryBytes },
  );
  const ofSmall = say(suiteRatio(smaller, small));
  const ofSmallRerun = say(rerunRatio(smaller, small.rerun));
  const large = await withLogStore(
    async (store) => {
      const leaves = await makeLog(store, sizeOf(larger));
      await settled(store);
      return { ...(await measure(store, leaves)), rerun: await rerun(store, leaves) };
    },
    { memoryBytes },
  );
  const ofLarge = say(suiteRatio(larger, large));
  const ofLargeRerun = say(rerunRatio(larger, large.rerun));
  const suite = async (store: LogStore): Promise<SuiteRun> => {
    const leaves = await makeLog(store, sizeOf(spreadMillions));
    await settled(store);
    return runSuite({ store, leaves });
  };
  const alone = spreadMillions === smaller ? small.run : await withLogStore(suite, { memoryBytes });
  const spread = await withCluster(shards, suite, { memoryBytes });
  const here = answersOf(alone);
  const there = answersOf(spread);
  const different = [...here].filter(([id, answer]) => there.get(id) !== answer).map(([id]) => id);
  return [
    ofSmall,
    ofLarge,
    {
      claim: `From ${smaller} to ${larger} million exposures the time of all checks grows at most ${growth} times`,
      ratio: large.run.notRun.length > 0 ? Number.NaN : large.run.milliseconds / small.run.milliseconds,
      limit: { atMost: growth },
      details: { smallerSeconds: seconds(small.run.milliseconds), largerSeconds: seconds(large.run.milliseconds) },
    },
    ofSmallRerun,
    ofLargeRerun,
    {
      claim: `Over ${shards} shards every check answers the same`,
      ratio: different.length + spread.notRun.length,
      limit: { atMost: 0 },
      details: {
        millions: spreadMillions,
        shardsSeconds: seconds(spread.milliseconds),
        oneNodeSeconds: seconds(alone.milliseconds),
        notRun: notRun(spread),
        different: different.join(', ') || 'none',
      },
    },
  ];
};
