import { text } from '@suanjian/rulebook';
import type { AuditorCaps } from './auditor-caps.ts';
import { readerOf } from './session.ts';
import { auditorSession, type Login } from './sessions.ts';
import type { PrivateRoom, RoomOptions, StoreWriter } from './store.ts';
import { StoreFault } from './store-fault.ts';

/** A database for somebody's own tables, with a user made beforehand that reads it alone. */
export interface PreparedRoom {
  readonly database: string;
  readonly login: Login;
  /** Whether the user reads the log too. */
  readonly besideTheLog?: boolean;
}

const databaseExists = 82;

const taken = async (node: StoreWriter, database: string): Promise<boolean> => {
  try {
    await node.command(`CREATE DATABASE ${database}`);
    return false;
  } catch (error) {
    if (error instanceof StoreFault && error.code === databaseExists) return true;
    throw error;
  }
};

/** The first node last: as long as the database stands there, the room is taken. */
export const dropDatabase = async (nodes: readonly StoreWriter[], database: string): Promise<void> => {
  for (const node of nodes.toReversed()) await node.command(`DROP DATABASE IF EXISTS ${database} SYNC`);
};

/** Making the database is what takes a prepared room: of two processes one fails and tries the next. */
export const openPreparedRoom = async (
  nodes: readonly StoreWriter[],
  rooms: readonly PreparedRoom[],
  caps: AuditorCaps,
  { besideTheLog = false }: RoomOptions = {},
): Promise<PrivateRoom> => {
  const [first, ...others] = nodes;
  const fitting = rooms.filter((room) => (room.besideTheLog ?? false) === besideTheLog);
  if (fitting.length === 0) throw noSuchRoom();
  for (const { database, login } of fitting) {
    if (first === undefined || (await taken(first, database))) continue;
    for (const node of others) await node.command(`CREATE DATABASE IF NOT EXISTS ${database}`);
    const auditor = auditorSession(login, database, caps);
    return {
      database,
      auditor: readerOf(auditor),
      close: async () => {
        await auditor.close();
        await dropDatabase(nodes, database);
      },
    };
  }
  throw new StoreFault(
    'limit',
    text(
      `已有 ${fitting.length} 项审计同时使用自己的数据表，请等其中一项结束。`,
      `${fitting.length} audits with tables of their own are under way already; wait until one of them ends.`,
    ),
  );
};

const noSuchRoom = (): StoreFault =>
  new StoreFault(
    'configuration',
    text(
      '管理员没有为这种审计准备数据库和用户。',
      'The administrator prepared no database and user for such an audit.',
    ),
  );
