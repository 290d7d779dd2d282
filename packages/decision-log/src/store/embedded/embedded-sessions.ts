import { text } from '@suanjian/rulebook';
import { answerSettings, checkAuditorSettings, type AuditorCaps } from '../auditor-caps.ts';
import { checkAuditorSql } from '../auditor-gate.ts';
import { openSession, readerOf, type Session } from '../session.ts';
import { logDatabase, type PrivateRoom, type StoreWriter } from '../store.ts';
import { StoreFault } from '../store-fault.ts';
import { roomCount, roomDatabase, roomUser, type Credentials } from './configuration.ts';

/** The longest a statement of the writer's may take unless it says otherwise, in seconds. */
export const writerSeconds = 600;

export const writerSession = (url: string, password: string, database: string = logDatabase): Session =>
  openSession({
    url,
    user: 'writer',
    password,
    database,
    settings: {
      ...answerSettings,
      max_execution_time: writerSeconds,
      distributed_foreground_insert: 1,
      async_insert: 0,
    },
    seconds: writerSeconds,
    endsWithClient: false,
  });

/** The auditor's limits are in its profile; nothing is sent along. */
export const auditorSession = (
  url: string,
  user: string,
  password: string,
  database: string,
  caps: AuditorCaps,
): Session =>
  openSession({
    url,
    user,
    password,
    database,
    settings: {},
    seconds: caps.seconds,
    endsWithClient: true,
    check: (sql, settings) => {
      checkAuditorSql(sql);
      checkAuditorSettings(settings, caps);
    },
  });

const databaseExists = 82;

/**
 * Each room has a user of its own, made at the start. Making the database is what takes the room: of two processes one fails and tries
 * the next.
 */
export const openRoom = async (
  nodes: readonly StoreWriter[],
  url: string,
  credentials: Credentials,
  caps: AuditorCaps,
): Promise<PrivateRoom> => {
  const [first, ...others] = nodes;
  for (let room = 0; first !== undefined && room < roomCount; room++) {
    const database = roomDatabase(room);
    try {
      await first.command(`CREATE DATABASE ${database}`);
    } catch (error) {
      if (error instanceof StoreFault && error.code === databaseExists) continue;
      throw error;
    }
    for (const node of others) await node.command(`CREATE DATABASE ${database}`);
    const auditor = auditorSession(url, roomUser(room), credentials.rooms, database, caps);
    return {
      database,
      auditor: readerOf(auditor),
      close: async () => {
        await auditor.close();
        // The first node last: as long as the database stands there, the room is taken.
        for (const node of [...others, first]) await node.command(`DROP DATABASE IF EXISTS ${database} SYNC`);
      },
    };
  }
  throw new StoreFault(
    'limit',
    text(
      `已有 ${roomCount} 项审计同时使用自己的数据表，请等其中一项结束。`,
      `${roomCount} audits of tables of their own are under way already; wait until one of them ends.`,
    ),
  );
};

/** What a process that was killed left behind. Only for the one that has just taken the folder. */
const clearRooms = async (node: StoreWriter): Promise<void> => {
  const names = Array.from({ length: roomCount }, (_, room) => roomDatabase(room));
  const left = await node.query<{ name: string }>(
    'SELECT name FROM system.databases WHERE name IN {names:Array(String)}',
    { parameters: { names } },
  );
  for (const { name } of left) await node.command(`DROP DATABASE IF EXISTS ${name} SYNC`);
};

/** Makes a node that has just been started ready: the log's database stands, the rooms are empty. */
export const prepareNode = async (url: string, password: string): Promise<void> => {
  const session = writerSession(url, password, 'default');
  try {
    await session.command(`CREATE DATABASE IF NOT EXISTS ${logDatabase}`);
    await clearRooms(session);
  } finally {
    await session.close();
  }
};
