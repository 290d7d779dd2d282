import { randomBytes } from 'node:crypto';
import type { AuditorCaps } from '../auditor-caps.ts';
import { quotedName } from '../names.ts';
import { dropDatabase } from '../private-rooms.ts';
import { readerOf, type Session } from '../session.ts';
import { auditorSession } from '../sessions.ts';
import { logDatabase, type PrivateRoom, type RoomOptions, type StoreWriter } from '../store.ts';
import { makeUser } from './auditor-user.ts';

const day = 86_400;
const prefix = 'private_';

/** `private_<second it was made>_<random>`: what a killed process left can be told by its age. */
const newRoomName = async (node: StoreWriter): Promise<{ readonly name: string; readonly now: number }> => {
  const [row] = await node.query<{ now: number }>('SELECT toUnixTimestamp(now()) AS now');
  const now = row?.now ?? 0;
  return { name: `${prefix}${now}_${randomBytes(6).toString('hex')}`, now };
};

const dropLeftRooms = async (nodes: readonly StoreWriter[], now: number): Promise<void> => {
  for (const node of nodes) {
    const rows = await node.query<{ name: string }>(
      'SELECT name FROM system.databases WHERE startsWith(name, {prefix:String})',
      {
        parameters: { prefix },
      },
    );
    for (const { name } of rows) {
      const made = Number(/^private_(\d+)_[0-9a-f]{12}$/u.exec(name)?.[1] ?? now);
      if (now - made > day) await dropDatabase([node], name);
    }
  }
};

const newRoom = async (nodes: readonly StoreWriter[]): Promise<{ readonly name: string; readonly now: number }> => {
  const [first] = nodes;
  if (first === undefined) throw new Error('a store has at least one node');
  const room = await newRoomName(first);
  await dropLeftRooms(nodes, room.now);
  for (const node of nodes) await node.command(`CREATE DATABASE ${room.name}`);
  return room;
};

/** A room with a user of its own, who ends with it, or after a day when this process is killed. */
export const openRoomWithUser = async (
  nodes: readonly StoreWriter[],
  url: string,
  caps: AuditorCaps,
  { besideTheLog = false }: RoomOptions = {},
): Promise<PrivateRoom> => {
  const { name, now } = await newRoom(nodes);
  const password = randomBytes(24).toString('base64url');
  try {
    await makeUser(nodes, {
      user: name,
      password,
      databases: besideTheLog ? [name, logDatabase] : [name],
      caps,
      validUntil: now + day,
    });
  } catch (error) {
    await dropDatabase(nodes, name);
    throw error;
  }
  const auditor = auditorSession({ url, user: name, password }, name, caps);
  return {
    database: name,
    auditor: readerOf(auditor),
    close: async () => {
      await auditor.close();
      for (const node of nodes) await node.command(`DROP USER IF EXISTS ${quotedName(name)}`);
      await dropDatabase(nodes, name);
    },
  };
};

/** A room that is read with an auditor's session made by `open`; whether the store keeps it to the room is the administrator's matter. */
export const openSharedRoom = async (
  nodes: readonly StoreWriter[],
  open: (database: string) => Session,
): Promise<PrivateRoom> => {
  const { name } = await newRoom(nodes);
  const auditor = open(name);
  return {
    database: name,
    auditor: readerOf(auditor),
    close: async () => {
      await auditor.close();
      await dropDatabase(nodes, name);
    },
  };
};
