import { text, type Text } from '@suanjian/rulebook';

/** A fault of the store that a person may be told about. `code` is stable and meant for programs, `text` for people. */
export class StoreError extends Error {
  readonly code: string;
  readonly text: Text;

  constructor(code: string, text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = new.target.name;
    this.code = code;
    this.text = text;
  }
}

/** Another live process (or this one, a second time) holds the data folder. */
export class StoreLocked extends StoreError {
  readonly directory: string;
  readonly pid: number | undefined;

  constructor(directory: string, pid: number | undefined) {
    const who = pid === undefined ? text('另一个进程', 'another process') : text(`进程 ${pid}`, `process ${pid}`);
    super(
      'store-locked',
      text(
        `数据目录 ${directory} 正由${who.zh}使用。请先停止该进程，或为本次启动指定另一个数据目录。`,
        `The data folder ${directory} is in use by ${who.en}. Stop that process first, or start with another data folder.`,
      ),
    );
    this.directory = directory;
    this.pid = pid;
  }
}

/** The engine died, was closed, or cannot be reached. What was acknowledged is kept; what was pending is unknown. */
export class StoreUnavailable extends StoreError {
  constructor(reason: Text, options?: ErrorOptions) {
    super(
      'store-unavailable',
      text(`数据库不可用：${reason.zh}`, `The database is not available: ${reason.en}`),
      options,
    );
  }
}

export const storeClosed = (): StoreUnavailable => new StoreUnavailable(text('数据库已关闭。', 'it has been closed.'));

/** No connection became free in time. */
export class StoreBusy extends StoreError {
  constructor(milliseconds: number, options?: ErrorOptions) {
    super(
      'store-busy',
      text(
        `等待数据库连接超过 ${milliseconds} 毫秒。可能有事务长时间未结束，或有代码在事务内部又要求一个新的连接。`,
        `No database connection became free within ${milliseconds} ms. A transaction may be running for too long, or code inside a transaction asked for a second connection.`,
      ),
      options,
    );
  }
}

/** Code inside `inScope` or `asOwner` asked the store for a second connection instead of using the transaction it was given. */
export class NestedCheckout extends StoreError {
  constructor() {
    super(
      'nested-checkout',
      text(
        '在事务内部又向数据库要求了一个新的连接。嵌入式数据库只有一个连接，这样会互相等待而停住；请改用传入的事务对象。',
        'Code inside a transaction asked the store for a second connection. The embedded database has one connection, so this would wait for itself for ever; use the transaction that was passed in.',
      ),
    );
  }
}

/** The database's user lacks a right the store needs; the text says what to run. */
export class StoreRightsMissing extends StoreError {
  constructor(text: Text, options?: ErrorOptions) {
    super('store-rights-missing', text, options);
  }
}

/** A migration was changed, is unknown to this version, or failed. `migration` is its id. */
export class MigrationFault extends StoreError {
  readonly migration: string;

  constructor(
    code: 'migration-changed' | 'migration-unknown' | 'migration-failed' | 'migration-order',
    migration: string,
    text: Text,
    options?: ErrorOptions,
  ) {
    super(code, text, options);
    this.migration = migration;
  }
}
