import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fsyncSync, openSync, closeSync, writeSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killUnderLoad } from '@suanjian/decision-log/testing/kill-under-load';
import { exposureBatches } from './ingest/batches.ts';
import type { Sending } from './ingest/sender.ts';
import type { Ratio } from './ratio.ts';

export const name = 'log-ingest';

const rows = 10_000;
const count = 30;
const connections = 4;
const rounds = 7;
const kills = 20;

/** Milliseconds to append the batches to one file, each synced before the next. */
const appendSynced = (file: string, batches: readonly Buffer[]): number => {
  const descriptor = openSync(file, 'w');
  const start = performance.now();
  for (const batch of batches) {
    writeSync(descriptor, batch);
    fsyncSync(descriptor);
  }
  const taken = performance.now() - start;
  closeSync(descriptor);
  return taken;
};

const told = <Message>(child: ChildProcess, message?: unknown): Promise<Message> =>
  new Promise((done, failed) => {
    const gone = (): void => failed(new Error('a process of the benchmark ended'));
    child.once('exit', gone);
    child.once('message', (answer) => {
      child.off('exit', gone);
      done(answer as Message);
    });
    if (message !== undefined) child.send(message as object);
  });

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly token: string;
}

const startService = async (folder: string, store: boolean): Promise<Running> => {
  const child = fork(join(import.meta.dirname, 'ingest/service.ts'), [folder, store ? 'store' : '']);
  return { child, ...(await told<{ url: string; token: string }>(child)) };
};

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * The same batches by turns: appended to a file, and sent to the service by another process. Each turn both begin with an empty file, whose predecessor was just deleted:
 * a file that grows on and on takes memory for it from the machine, which here costs three times the writing, and a file that is written anew takes its own again.
 */
export const run = async (): Promise<readonly Ratio[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-ingest-'));
  const sender = fork(join(import.meta.dirname, 'ingest/sender.ts'));
  try {
    const batches = exposureBatches(count, rows);
    const file = join(folder, 'batches.ndjson');
    await writeFile(file, Buffer.concat(batches));
    const lengths = batches.map(({ length }) => length);
    const send = ({ url, token }: Running, round: string): Promise<number> =>
      told<number>(sender, { url, token, file, lengths, connections, name: round } satisfies Sending);

    const durable = await startService(join(folder, 'durable'), false);
    await send(durable, 'warm');
    const turns: { readonly appended: number; readonly sent: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const appended = appendSynced(join(folder, 'plain'), batches);
      await told(durable.child, 'clear');
      turns.push({ appended, sent: await send(durable, `round-${round}`) });
    }
    durable.child.send('end');
    await once(durable.child, 'exit');

    const queryable = await startService(join(folder, 'queryable'), true);
    const begun = performance.now();
    await send(queryable, 'queryable');
    const { flushed } = await told<{ flushed: number }>(queryable.child, 'flush');
    const untilQueryable = performance.now() - begun;
    queryable.child.send('end');
    await once(queryable.child, 'exit');

    let turn = 0;
    const survived = await killUnderLoad(join(folder, 'kills'), kills, () => {
      turn += 1;
      return 3 + ((turn * 7) % 25);
    });
    const sent = median(turns.map((each) => each.sent));
    return [
      {
        claim: `Batches of ${rows} records sent over HTTP are durable at no less than 0.3 of the rate of appending the same bytes to a file with a sync each`,
        ratio: median(turns.map((each) => each.appended / each.sent)),
        limit: { atLeast: 0.3 },
        details: {
          durableRowsPerSecond: Math.round((count * rows * 1000) / sent),
          durableMillisecondsPerBatch: round(sent / count),
          appendedMillisecondsPerBatch: round(median(turns.map((each) => each.appended)) / count),
          queryableRowsPerSecond: Math.round((flushed * 1000) / untilQueryable),
          bytesPerRow: Math.round(lengths.reduce((sum, length) => sum + length, 0) / (count * rows)),
          connections,
        },
      },
      {
        claim: `${kills} kill -9 under load lose no acknowledged batch and tear none`,
        ratio: survived.lost + survived.torn,
        limit: { atMost: 0 },
        details: {
          kills: survived.kills,
          acknowledged: survived.acknowledged,
          lost: survived.lost,
          torn: survived.torn,
        },
      },
    ];
  } finally {
    sender.kill();
    await rm(folder, { recursive: true, force: true });
  }
};

const round = (value: number): number => Math.round(value * 100) / 100;
