// The service in a process of its own, as it runs in earnest; tells its parent where it listens.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LOG_FORMAT } from '@suanjian/evidence';
import { openDecisionLog, openStore, startLogService } from '@suanjian/decision-log';

const [folder = '', withStore = ''] = process.argv.slice(2);
const store =
  withStore === 'store' ? await openStore({ kind: 'embedded', folder: join(folder, 'clickhouse') }) : undefined;
const log = await openDecisionLog({
  folder,
  clock: () => 1_800_000_000_000,
  randomness: randomBytes,
  ...(store && { store }),
});
const service = await startLogService({ log, folder, randomness: randomBytes, host: '127.0.0.1', port: 0 });

/** Deletes all rows, as retention does, so that the next ones find the memory and the disk as a new file finds them. */
async function clear(): Promise<void> {
  const { index } = log.view;
  for (const { day, family, rows, leaves } of index.segments()) {
    const batches = leaves
      .flatMap((leaf) => index.entry(leaf)?.leaf ?? [])
      .flatMap((leaf) => (leaf.kind === 'batch' ? leaf.batch : []));
    if (rows > 0)
      await log.deleteDay({
        format: LOG_FORMAT,
        kind: 'retention',
        day,
        families: [family],
        batches,
        rows,
        reason: 'measured',
        time: log.now(),
      });
  }
}

process.on('message', (message) => {
  void (async () => {
    if (message === 'flush') {
      await log.flush();
      const rows = await store?.auditor.query<{ found: string }>('SELECT count() AS found FROM log.exposure');
      process.send?.({ flushed: Number(rows?.[0]?.found ?? 0) });
    } else if (message === 'clear') {
      await clear();
      process.send?.('cleared');
    } else {
      await service.close();
      await log.close();
      await store?.close();
      process.disconnect();
    }
  })();
});
process.send?.({ url: service.url, token: service.token });
