import { Worker } from 'node:worker_threads';
// Loaded before the worker starts: it asks for a report of the whole process, and that would wait for a worker that waits.
import { DataType, load, open } from 'ffi-rs';

/**
 * The process in which ClickHouse runs: `node child.ts LIBRARY FOLDER [tcp]`. The main thread stays inside the library; the worker ends the
 * process with its parent.
 */
const [library = '', folder = '', tcp] = process.argv.slice(2);

const runClickHouse = (): void => {
  open({ library: 'clickhouse', path: library });
  // HTTP last: who gets an answer there may rely on the rest.
  const listen = [...(tcp === 'tcp' ? ['SYSTEM START LISTEN TCP'] : []), 'SYSTEM START LISTEN HTTP'];
  const stay =
    'SELECT sleepEachRow(1) FROM system.numbers FORMAT Null SETTINGS function_sleep_max_microseconds_per_block = 0, max_block_size = 1';
  const words = ['clickhouse', '--config-file', `${folder}/config.xml`, '--path', `${folder}/data`, '--interactive'];
  // Its own log stays in the folder and tells of crashes only: its lesser messages repeat queries and rows.
  words.push('--log-level', 'fatal', '--query', [...listen, stay].join('; '));
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

new Worker(new URL('end-with-parent.ts', import.meta.url)).once('online', runClickHouse);
