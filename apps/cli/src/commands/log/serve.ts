import { randomBytes } from 'node:crypto';
import { civilDayOf, startLogService, tokenFile, type DecisionLog } from '@suanjian/decision-log';
import { EvidenceFault, parseVerifier, type Verifier } from '@suanjian/evidence';
import { renderFault, usageFault } from '../../fault.ts';
import { dataFolderOf } from '../../log-store.ts';
import { remark, say, type Terminal } from '../../terminal.ts';
import { ingestTexts } from '../../texts/log-ingest.ts';
import { startOperator } from './operator.ts';
import { withLog, type DataFlags } from './with-log.ts';

export interface ServeLogFlags extends DataFlags {
  readonly port?: number;
  readonly host?: string;
  readonly witness?: readonly string[];
}

const DEFAULT_PORT = 8090;
const HOUR = 3_600_000;
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Takes records over HTTP until the process is asked to stop. */
export const serveLog = async (terminal: Terminal, flags: ServeLogFlags): Promise<void> => {
  const folder = dataFolderOf(terminal, flags.dataDir);
  const host = flags.host ?? '127.0.0.1';
  const witnesses = (flags.witness ?? []).map(witnessFrom);
  const stopped = askedToStop();
  await withLog(terminal, folder, async (log, store) => {
    for (const { text } of log.damage) remark(terminal, text);
    const service = await startLogService({
      log,
      folder,
      host,
      port: flags.port ?? DEFAULT_PORT,
      randomness: randomBytes,
      witnesses,
      onError: (error) => void terminal.errors.write(`${renderFault(error, terminal.language, debugs(terminal))}\n`),
    });
    say(terminal, ingestTexts.serving(service.url, folder), ingestTexts.token(tokenFile(folder)));
    if (!loopback.has(host)) remark(terminal, ingestTexts.open(host));
    const operator = await startOperator(terminal, { folder, log, store });
    const chores = startChores(terminal, log);
    await stopped;
    clearInterval(chores);
    remark(terminal, ingestTexts.stopping);
    await operator.close();
    await service.close();
    await log.checkpoint();
  });
  remark(terminal, ingestTexts.stopped);
};

const debugs = ({ environment }: Terminal): boolean => (environment['SUANJIAN_DEBUG'] ?? '') !== '';

const witnessFrom = (encoded: string): Verifier => {
  try {
    return parseVerifier(encoded);
  } catch (error) {
    if (error instanceof EvidenceFault) throw usageFault(error.text);
    throw error;
  }
};

/** Every hour: a checkpoint, and the segments of days that are over are compressed. */
const startChores = (terminal: Terminal, log: DecisionLog): NodeJS.Timeout => {
  const work = async (): Promise<void> => {
    await log.checkpoint();
    await log.compress(civilDayOf(log.now()));
  };
  const timer = setInterval(() => {
    work().catch((error: unknown) => {
      terminal.errors.write(`${renderFault(error, terminal.language, debugs(terminal))}\n`);
    });
  }, HOUR);
  timer.unref();
  return timer;
};

/** Resolves with the first wish to stop; the second does not wait for anything. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
      if (asked) process.exit(signal === 'SIGINT' ? 130 : 143);
      asked = true;
      resolve();
    };
    process.on('SIGINT', () => stop('SIGINT'));
    process.on('SIGTERM', () => stop('SIGTERM'));
  });
