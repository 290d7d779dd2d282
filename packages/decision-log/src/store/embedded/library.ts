import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from '@suanjian/rulebook';
import { StoreFault } from '../store-fault.ts';

const notHere = (): StoreFault =>
  new StoreFault(
    'configuration',
    text(
      `本机（${process.platform}/${process.arch}）没有可直接启动的 ClickHouse：它只随 Linux x64（glibc）安装。请另备一个 ClickHouse 服务，并把地址写入 CLICKHOUSE_URL。`,
      `There is no ClickHouse that could be started on this machine (${process.platform}/${process.arch}): it is installed on Linux x64 with glibc only. Run a ClickHouse server somewhere and give its address as CLICKHOUSE_URL.`,
    ),
  );

/** Where ClickHouse's shared library lies, or a fault that says what to do instead. */
export const clickHouseLibrary = (
  resolve: (name: string) => string = createRequire(import.meta.url).resolve,
): string => {
  try {
    const library = join(dirname(resolve('@chdb/lib-linux-x64-gnu/package.json')), 'libchdb.so');
    // The caller itself loads the library; here it is enough that the loader for it is installed too.
    resolve('ffi-rs');
    if (existsSync(library)) return library;
  } catch {
    // Said below in words that help.
  }
  throw notHere();
};
