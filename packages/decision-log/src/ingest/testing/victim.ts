// Appends batches from several lanes until it is killed, and tells its parent of each that was acknowledged. Started by crash.test.ts and bench/log-ingest.bench.ts.
import { randomBytes } from 'node:crypto';
import { openDecisionLog } from '../decision-log.ts';
import { body, day, noon } from './rows.ts';

const [folder = '', run = '0'] = process.argv.slice(2);
const log = await openDecisionLog({
  folder,
  clock: () => noon + 3 * day,
  randomness: randomBytes,
  threads: 1,
  keepFree: 0,
  checkpointEvery: 20,
});
let next = 0;
const lane = async (): Promise<void> => {
  for (;;) {
    const id = `run${run}-${next}`;
    next += 1;
    // Every third batch is of two days.
    const rows = body(id, 300, noon) + (next % 3 === 0 ? body(`${id}-next`, 100, noon + day) : '');
    const { receipt } = await log.append('intervention', rows, { batch: id });
    process.send?.(receipt);
  }
};
await Promise.all([lane(), lane(), lane()]);
