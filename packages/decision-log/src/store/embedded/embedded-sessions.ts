import { writerSession, type Login } from '../sessions.ts';
import { logDatabase, type StoreWriter } from '../store.ts';
import { dropDatabase, type PreparedRoom } from '../private-rooms.ts';
import { roomPlans, type Credentials } from './configuration.ts';

export const writerLogin = (url: string, { writer }: Credentials): Login => ({ url, user: 'writer', password: writer });
export const auditorLogin = (url: string, { auditor }: Credentials): Login => ({
  url,
  user: 'auditor',
  password: auditor,
});

/** The rooms whose users stand in the configuration of an embedded node. */
export const embeddedRooms = (url: string, { rooms }: Credentials): readonly PreparedRoom[] =>
  roomPlans.map(({ database, user, besideTheLog }) => ({
    database,
    login: { url, user, password: rooms },
    besideTheLog,
  }));

/** What a process that was killed left behind. Only for the one that has just taken the folder. */
const clearRooms = async (node: StoreWriter): Promise<void> => {
  const names = roomPlans.map(({ database }) => database);
  const left = await node.query<{ name: string }>(
    'SELECT name FROM system.databases WHERE name IN {names:Array(String)}',
    { parameters: { names } },
  );
  for (const { name } of left) await dropDatabase([node], name);
};

/** Makes a node that has just been started ready: the log's database stands, the rooms are empty. */
export const prepareNode = async (url: string, credentials: Credentials): Promise<void> => {
  const session = writerSession(writerLogin(url, credentials), 'default');
  try {
    await session.command(`CREATE DATABASE IF NOT EXISTS ${logDatabase}`);
    await clearRooms(session);
  } finally {
    await session.close();
  }
};
