import { text } from '@suanjian/rulebook';
import { defaultCaps, type AuditorCaps } from '../auditor-caps.ts';
import { openPreparedRoom, type PreparedRoom } from '../private-rooms.ts';
import { readerOf, type Session } from '../session.ts';
import { auditorSession, writerSession, type Login } from '../sessions.ts';
import { logDatabase, type AuditorKind, type LogStore } from '../store.ts';
import { StoreFault } from '../store-fault.ts';
import { auditorDescription, makeUser } from './auditor-user.ts';
import { checkCluster } from './cluster.ts';
import { openRoomWithUser, openSharedRoom } from './remote-rooms.ts';

export interface RemoteOptions {
  /** The writer at every node; without a cluster exactly one. The first answers queries. */
  readonly nodes: readonly Login[];
  /** A cluster of `remote_servers` that has each of the nodes as a shard. */
  readonly cluster?: string;
  /** The auditor, where the administrator made one. Absent: one is made when the writer may, else the writer reads in `readonly` mode. */
  readonly auditor?: Login;
  /** Databases and their readers, where the administrator prepared them for people's own tables. */
  readonly rooms?: readonly PreparedRoom[];
  readonly caps?: Partial<AuditorCaps>;
}

interface Auditor {
  readonly kind: AuditorKind;
  readonly session: Session;
  readonly openRoom: LogStore['openPrivateRoom'];
}

/** Not allowed to make users, or nowhere to keep them. */
const mayNot = (error: unknown): boolean =>
  error instanceof StoreFault && (error.kind === 'refused' || error.code === 514 || error.code === 495);

const auditorOf = async (
  options: RemoteOptions,
  writer: Login,
  nodes: readonly Session[],
  caps: AuditorCaps,
): Promise<Auditor> => {
  const given = options.auditor;
  if (given !== undefined)
    return {
      kind: 'given-user',
      session: auditorSession(given, logDatabase, caps),
      openRoom: () => openSharedRoom(nodes, (database) => auditorSession(given, database, caps)),
    };
  const description = auditorDescription(writer, caps);
  try {
    await makeUser(nodes, description);
    const { user, password } = description;
    return {
      kind: 'own-user',
      session: auditorSession({ url: writer.url, user, password }, logDatabase, caps),
      openRoom: (asked) => openRoomWithUser(nodes, writer.url, caps, asked),
    };
  } catch (error) {
    if (!mayNot(error)) throw error;
  }
  return {
    kind: 'read-only-session',
    session: auditorSession(writer, logDatabase, caps, true),
    openRoom: () => openSharedRoom(nodes, (database) => auditorSession(writer, database, caps, true)),
  };
};

const prepareDatabase = async (login: Login): Promise<string> => {
  const session = writerSession(login, 'default');
  try {
    await session.command(`CREATE DATABASE IF NOT EXISTS ${logDatabase}`);
    const [row] = await session.query<{ version: string }>('SELECT version() AS version');
    return row?.version ?? '';
  } finally {
    await session.close();
  }
};

/** Opens a store that runs elsewhere. Makes the database `log` on every node when it is not there. */
export const openRemote = async (options: RemoteOptions): Promise<LogStore> => {
  const [first] = options.nodes;
  if (first === undefined || (options.nodes.length > 1 && options.cluster === undefined))
    throw new StoreFault(
      'configuration',
      text(
        '给出多个 ClickHouse 地址时，还要用 CLICKHOUSE_CLUSTER 说明集群的名称。',
        'With several ClickHouse addresses the name of their cluster is needed as CLICKHOUSE_CLUSTER.',
      ),
    );
  const caps = { ...defaultCaps, ...options.caps };
  const versions = await Promise.all(options.nodes.map(prepareDatabase));
  const nodes = options.nodes.map((login) => writerSession(login));
  const [writer] = nodes;
  if (writer === undefined) throw new Error('a session per node');
  const closeNodes = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.close()));
  };
  try {
    if (options.cluster !== undefined) await checkCluster(nodes, options.cluster);
    const auditor = await auditorOf(options, first, nodes, caps);
    const { rooms } = options;
    let closed = false;
    return {
      kind: 'remote',
      held: 'elsewhere',
      version: versions[0] ?? '',
      cluster: options.cluster,
      nodes,
      writer,
      auditor: readerOf(auditor.session),
      auditorKind: auditor.kind,
      openPrivateRoom: rooms === undefined ? auditor.openRoom : (asked) => openPreparedRoom(nodes, rooms, caps, asked),
      close: async () => {
        if (closed) return;
        closed = true;
        await Promise.all([auditor.session.close(), closeNodes()]);
      },
    };
  } catch (error) {
    await closeNodes();
    throw error;
  }
};
