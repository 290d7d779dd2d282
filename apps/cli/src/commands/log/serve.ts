import { randomBytes } from 'node:crypto';
import { startLogService, tokenFile } from '@suanjian/decision-log';
import { EvidenceFault, parseVerifier, type Verifier } from '@suanjian/evidence';
import { renderFault, usageFault } from '../../fault.ts';
import { dataFolderOf } from '../../log-store.ts';
import { remark, say, type Terminal } from '../../terminal.ts';
import { ingestTexts } from '../../texts/log-ingest.ts';
import { repeat, startChores } from './chores.ts';
import { startOperator } from './operator.ts';
import { withLog, type DataFlags } from './with-log.ts';

export interface ServeLogFlags extends DataFlags {
  readonly port?: number;
  readonly host?: string;
  readonly witness?: readonly string[];
}

const DEFAULT_PORT = 8090;
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Takes records over HTTP until the process is asked to stop. */
export const serveLog = async (terminal: Terminal, flags: ServeLogFlags): Promise<void> => {
  const folder = dataFolderOf(terminal, flags.dataDir);
  const host = flags.host ?? '127.0.0.1';
  const witnesses = (flags.witness ?? []).map(witnessFrom);
  const stopped = askedToStop();
  await withLog(terminal, folder, async (log, store) => {
    for (const { text } of log.damage) remark(terminal, text);
    const onError = (error: unknown): void => {
      terminal.errors.write(`${renderFault(error, terminal.language, debugs(terminal))}\n`);
    };
    const service = await startLogService({
      log,
      folder,
      host,
      port: flags.port ?? DEFAULT_PORT,
      randomness: randomBytes,
      witnesses,
      onError,
    });
    say(terminal, ingestTexts.serving(service.url, folder), ingestTexts.token(tokenFile(folder)));
    if (!loopback.has(host)) remark(terminal, ingestTexts.open(host));
    const operator = await startOperator(terminal, { folder, log, store });
    const chores = startChores(log, { again: repeat, onError });
    await stopped;
    remark(terminal, ingestTexts.stopping);
    await chores.end();
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
