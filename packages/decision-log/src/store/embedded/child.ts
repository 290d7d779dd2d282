import { readSync } from 'node:fs';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/**
 * The process in which ClickHouse runs: `node child.ts LIBRARY FOLDER [tcp]`. The main thread stays inside the library; a worker waits on
 * the fourth file, a pipe that ends when the parent does, in whatever way, and then ends this process. There is no gentler end on purpose:
 * what was acknowledged is on disk, and so the way that is always taken is the one that must always work.
 */
const runClickHouse = (
  { DataType, load, open }: typeof import('ffi-rs'),
  library: string,
  folder: string,
  tcp: boolean,
): void => {
  open({ library: 'clickhouse', path: library });
  // HTTP last: who gets an answer there may rely on the rest.
  const listen = [...(tcp ? ['SYSTEM START LISTEN TCP'] : []), 'SYSTEM START LISTEN HTTP'];
  const stay =
    'SELECT sleepEachRow(1) FROM system.numbers FORMAT Null SETTINGS function_sleep_max_microseconds_per_block = 0, max_block_size = 1';
  // Its own log stays in the folder and tells of crashes only: its lesser messages repeat queries and rows.
  const words = [
    'clickhouse',
    ...['--config-file', `${folder}/config.xml`, '--path', `${folder}/data`],
    ...['--interactive', '--log-level', 'fatal', '--query', [...listen, stay].join('; ')],
  ];
  load({
    library: 'clickhouse',
    funcName: 'chdb_query_cmdline',
    retType: DataType.Void,
    paramsType: [DataType.I32, DataType.StringArray],
    paramsValue: [words.length, words],
  });
  // It returns only when it could not start; it has said why on the error output.
  process.exit(1);
};

const lifeline = 3;

if (isMainThread) {
  const [library = '', folder = '', tcp] = process.argv.slice(2);
  // Loaded first: it asks for a report of the whole process, and that would wait for a worker that waits.
  const foreign = await import('ffi-rs');
  new Worker(new URL(import.meta.url)).once('message', () => runClickHouse(foreign, library, folder, tcp === 'tcp'));
} else {
  parentPort?.postMessage('watching');
  const byte = Buffer.alloc(1);
  const parentLives = (): boolean => {
    try {
      return readSync(lifeline, byte) > 0;
    } catch {
      return false;
    }
  };
  while (parentLives());
  process.kill(process.pid, 'SIGKILL');
}
