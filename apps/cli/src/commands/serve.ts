import { startServer, type Assembly, type RunningServer, type ServerConfig } from '@suanjian/server';
import { ensureBuilt } from '@suanjian/server/build-web';
import {
  buildDemonstration,
  demonstrationHindrance,
  demonstrationWanted,
  type DemonstrationAccount,
} from '@suanjian/server/demonstration';
import { text } from '@suanjian/rulebook';
import { usageFault } from '../fault.ts';
import { settingsOf } from '../settings.ts';
import { remark, say, table, type Terminal } from '../terminal.ts';

export interface ServeFlags {
  readonly empty: boolean;
  readonly demoIfEmpty: boolean;
  readonly port?: number;
  readonly host?: string;
  readonly dataDir?: string;
}

const buildPages = async (terminal: Terminal): Promise<void> => {
  // Fresh builds return at once and need no word.
  const slow = setTimeout(() => remark(terminal, text('正在生成网页……', 'Building the pages…')), 500);
  try {
    await ensureBuilt();
  } finally {
    clearTimeout(slow);
  }
};

const sayAccounts = (terminal: Terminal, accounts: readonly DemonstrationAccount[]): void => {
  const rows = accounts.map(({ organisation, roles, email, password }) => [
    organisation,
    roles.join(', '),
    email,
    password,
  ]);
  say(
    terminal,
    text(
      '演示账号（密码随机生成，只显示这一次）：',
      'Accounts of the demonstration (random passwords, shown this once):',
    ),
  );
  terminal.output.write(`${table(rows)}\n`);
};

const demonstrate =
  (terminal: Terminal, keep: (accounts: readonly DemonstrationAccount[]) => void) =>
  async (assembly: Assembly): Promise<void> => {
    const { store, config, now } = assembly.services;
    if (!(await demonstrationWanted(store))) return;
    // Where none may be, the build itself refuses, with the reason.
    if (demonstrationHindrance(config) === undefined)
      remark(terminal, text('第一次启动：正在建立演示数据……', 'First start: building the demonstration…'));
    keep(await buildDemonstration(assembly, { now }));
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

const start = async (terminal: Terminal, config: ServerConfig, demoIfEmpty: boolean): Promise<RunningServer> => {
  let accounts: readonly DemonstrationAccount[] = [];
  const server = await startServer(config, {
    app: { log: { level: terminal.environment['LOG_LEVEL'] ?? 'warn' } },
    ...(demoIfEmpty ? { prepare: demonstrate(terminal, (made) => (accounts = made)) } : {}),
  });
  say(terminal, text(`算鉴已启动：${server.address}`, `Suanjian is running: ${server.address}`));
  if (accounts.length > 0) sayAccounts(terminal, accounts);
  return server;
};

export const serve = async (terminal: Terminal, flags: ServeFlags): Promise<void> => {
  if (flags.empty && flags.demoIfEmpty)
    throw usageFault(text('--empty 和 --demo-if-empty 只能选一个。', 'Choose one of --empty and --demo-if-empty.'));
  const config = await settingsOf(terminal, flags);
  const asked = askedToStop();
  await buildPages(terminal);
  const server = await start(terminal, config, flags.demoIfEmpty);
  await asked;
  remark(terminal, text('正在停止……', 'Stopping…'));
  await server.stop();
  remark(terminal, text('已停止。', 'Stopped.'));
};
