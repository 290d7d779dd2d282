import type { LogStore, StoreReader } from '@suanjian/decision-log';
import type { LeafEntry } from '@suanjian/evidence';
import { columnsRead, plainScan } from './plain-scan.ts';
import { runSuite, type SuiteRun } from './suite.ts';

/** Seconds of a processor that one check took, in the store and in this process; others' load changes them little. */
export interface Share {
  readonly id: string;
  readonly storeSeconds: number;
  readonly processSeconds: number;
}

export interface Profile {
  /** Dearest first. What is asked for all checks together (preparation, rows to look at) stands last, under a name in parentheses. */
  readonly shares: readonly Share[];
  readonly scanSeconds: number;
  readonly run: SuiteRun;
}

const storeSecondsOf = async ({ writer }: LogStore): Promise<number> => {
  const [row] = await writer.query<{ value: string }>(
    "SELECT value FROM system.events WHERE event = 'OSCPUVirtualTimeMicroseconds'",
  );
  return Number(row?.value ?? 0) / 1e6;
};

const processSecondsSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** The auditor, telling after each statement what it took in the store. */
const metered = (store: LogStore, told: (seconds: number, sql: string) => void): StoreReader => {
  const { auditor } = store;
  return {
    query: async <Row>(...asked: Parameters<StoreReader['query']>) => {
      const before = await storeSecondsOf(store);
      const rows = await auditor.query<Row>(...asked);
      told((await storeSecondsOf(store)) - before, asked[0]);
      return rows;
    },
    stream: async function* <Row>(...asked: Parameters<StoreReader['stream']>) {
      const before = await storeSecondsOf(store);
      yield* auditor.stream<Row>(...asked);
      told((await storeSecondsOf(store)) - before, asked[0]);
    },
    bytes: (...asked) => auditor.bytes(...asked),
  };
};

/** Every check by itself, one statement at a time, and the plain scan by the same measure: the middle one of three. */
export const profile = async (store: LogStore, leaves: readonly LeafEntry[]): Promise<Profile> => {
  const shares: Share[] = [];
  let [reading, preparing] = [0, 0];
  let before = process.cpuUsage();
  const auditor = metered(store, (seconds, sql) => {
    // Types and what the log holds are asked for many checks at once, before the first of them reads.
    if (/^DESCRIBE|DISTINCT provider|AS found_0/u.test(sql)) preparing += seconds;
    else reading += seconds;
  });
  const run = await runSuite({
    store: { ...store, auditor },
    leaves,
    concurrency: 1,
    onProgress: (_, __, { id }) => {
      shares.push({ id, storeSeconds: reading, processSeconds: processSecondsSince(before) });
      reading = 0;
      before = process.cpuUsage();
    },
  });
  const columns = await columnsRead(
    store,
    run.asked.map(({ sql }) => sql),
  );
  const scans: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const begun = await storeSecondsOf(store);
    await plainScan(store, columns);
    scans.push((await storeSecondsOf(store)) - begun);
  }
  const [, scanSeconds = Number.NaN] = scans.toSorted((one, other) => one - other);
  const sum = ({ storeSeconds, processSeconds }: Share): number => storeSeconds + processSeconds;
  return {
    shares: [
      ...shares.toSorted((one, other) => sum(other) - sum(one)),
      { id: '(preparation)', storeSeconds: preparing, processSeconds: 0 },
      { id: '(rows to look at)', storeSeconds: reading, processSeconds: processSecondsSince(before) },
    ],
    scanSeconds,
    run,
  };
};

/** The profile as a table: seconds of each and how many plain scans that makes. */
export const profileTable = ({ shares, scanSeconds }: Profile): string => {
  const line = (name: string, store: number, own: number): string =>
    `${name.padEnd(30)}${store.toFixed(2).padStart(9)}${own.toFixed(2).padStart(9)}${((store + own) / scanSeconds).toFixed(2).padStart(9)}`;
  const total = (of: (share: Share) => number): number => shares.reduce((sum, share) => sum + of(share), 0);
  return [
    `${'processor seconds'.padEnd(30)}${'store'.padStart(9)}${'process'.padStart(9)}${'scans'.padStart(9)}`,
    ...shares.map(({ id, storeSeconds, processSeconds }) => line(id, storeSeconds, processSeconds)),
    line(
      'all',
      total(({ storeSeconds }) => storeSeconds),
      total(({ processSeconds }) => processSeconds),
    ),
    line('one plain scan', scanSeconds, 0),
  ].join('\n');
};
