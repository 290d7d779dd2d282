import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerSettings, auditorSettings, type AuditorCaps } from '../auditor-caps.ts';
import { logDatabase } from '../store.ts';

export interface Credentials {
  readonly writer: string;
  readonly auditor: string;
  /** The password shared by the users of the private rooms. */
  readonly rooms: string;
}

/** One of several processes that make a cluster; every member lists them all. */
export interface ClusterConfiguration {
  readonly name: string;
  readonly secret: string;
  readonly tcpPorts: readonly number[];
}

export interface NodeConfiguration {
  readonly folder: string;
  readonly httpPort: number;
  readonly tcpPort: number | undefined;
  readonly credentials: Credentials;
  readonly caps: AuditorCaps;
  /** What the whole process may hold. */
  readonly memoryBytes: number;
  readonly cluster: ClusterConfiguration | undefined;
  /** What else writer and auditor have set. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

/** How many pieces of work on people's own tables may be under way at once. */
export const roomCount = 32;
/** How many may have tables of their own beside the log. */
export const roomsBesideTheLog = 8;
const roomDatabase = (room: number): string => `private_${room}`;
const roomUser = (room: number): string => `room_${room}`;

interface RoomPlan {
  readonly database: string;
  readonly user: string;
  readonly besideTheLog: boolean;
}

/** Every room that the configuration has a user for. */
export const roomPlans: readonly RoomPlan[] = Array.from({ length: roomCount + roomsBesideTheLog }, (_, room) => ({
  database: roomDatabase(room),
  user: roomUser(room),
  besideTheLog: room >= roomCount,
}));

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const element = (name: string, content: string | number): string =>
  `<${name}>${typeof content === 'number' ? content : escaped(content)}</${name}>`;

const sha256 = (password: string): string => createHash('sha256').update(password).digest('hex');

const settingsXml = (settings: Readonly<Record<string, string | number>>): string =>
  Object.entries(settings)
    .map(([name, value]) => element(name, value))
    .join('\n      ');

const auditorProfile = (caps: AuditorCaps): string => {
  const settings = auditorSettings(caps);
  const constraints = settings.flatMap(({ name, bounds, free }) => {
    if (bounds !== undefined)
      return [`<${name}><min>${bounds.least}</min><max>${bounds.most}</max><changeable_in_readonly/></${name}>`];
    return free === true ? [`<${name}><changeable_in_readonly/></${name}>`] : [];
  });
  return `${settings.map(({ name, value }) => element(name, value)).join('\n      ')}
      <constraints>
        ${constraints.join('\n        ')}
      </constraints>`;
};

const user = (name: string, password: string, profile: string, grants: readonly string[]): string => `
    <${name}>
      <password_sha256_hex>${sha256(password)}</password_sha256_hex>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>${profile}</profile>
      <quota>default</quota>
      <grants>${grants.map((grant) => element('query', grant)).join('')}</grants>
    </${name}>`;

/** What the writer's work needs, and no source outside the store: no file, address, dictionary or program. */
const writerGrants = (cluster: boolean): readonly string[] => [
  'GRANT SHOW, SELECT, INSERT, ALTER, CREATE DATABASE, CREATE TABLE, CREATE VIEW, DROP DATABASE, DROP TABLE, DROP VIEW, TRUNCATE, OPTIMIZE, KILL QUERY ON *.*',
  'GRANT TABLE ENGINE ON *',
  ...(cluster ? ['GRANT READ, WRITE ON REMOTE'] : []),
];

export const usersXml = ({ credentials, caps, cluster, settings = {} }: NodeConfiguration): string => `<clickhouse>
  <profiles>
    <default/>
    <process>
      <!-- The process itself is this user's one session; nobody else gets in as it. -->
      <max_sessions_for_user>1</max_sessions_for_user>
    </process>
    <writer>
      ${settingsXml({ ...answerSettings, ...settings })}
      <max_execution_time>600</max_execution_time>
    </writer>
    <auditor>
      ${settingsXml(settings)}
      ${auditorProfile(caps)}
    </auditor>
  </profiles>
  <quotas><default/></quotas>
  <users>
    <default>
      <password></password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>process</profile>
      <quota>default</quota>
      <grants><query>GRANT SYSTEM LISTEN ON *.*</query><query>GRANT SELECT ON system.numbers</query></grants>
    </default>${user('writer', credentials.writer, 'writer', writerGrants(cluster !== undefined))}${user(
      'auditor',
      credentials.auditor,
      'auditor',
      [`GRANT SELECT ON ${logDatabase}.*`],
    )}${roomPlans
      .map(({ database, user: name, besideTheLog }) =>
        user(name, credentials.rooms, 'auditor', [
          `GRANT SELECT ON ${database}.*`,
          ...(besideTheLog ? [`GRANT SELECT ON ${logDatabase}.*`] : []),
        ]),
      )
      .join('')}
  </users>
</clickhouse>
`;

const clusterXml = ({ name, secret, tcpPorts }: ClusterConfiguration): string => `
  <remote_servers>
    <${name}>
      ${element('secret', secret)}
      ${tcpPorts
        .map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`)
        .join('\n      ')}
    </${name}>
  </remote_servers>`;

export const serverXml = (node: NodeConfiguration): string => `<clickhouse>
  ${element('path', `${join(node.folder, 'data')}/`)}
  ${element('tmp_path', `${join(node.folder, 'data', 'tmp')}/`)}
  ${element('user_files_path', `${join(node.folder, 'nothing')}/`)}
  ${element('format_schema_path', `${join(node.folder, 'nothing')}/`)}
  ${element('users_config', join(node.folder, 'users.xml'))}
  <listen_host>127.0.0.1</listen_host>
  ${element('http_port', node.httpPort)}
  ${node.tcpPort === undefined ? '' : element('tcp_port', node.tcpPort)}
  <timezone>UTC</timezone>
  ${element('max_server_memory_usage', node.memoryBytes)}
  <mark_cache_size>268435456</mark_cache_size>
  <max_concurrent_queries>100</max_concurrent_queries>
  <keep_alive_timeout>30</keep_alive_timeout>
  <logger>
    ${element('log', join(node.folder, 'clickhouse.log'))}
    <size>10M</size>
    <count>2</count>
    <console>0</console>
  </logger>
  <access_control_improvements>
    <settings_constraints_replace_previous>true</settings_constraints_replace_previous>
    <select_from_system_db_requires_grant>true</select_from_system_db_requires_grant>
    <select_from_information_schema_requires_grant>true</select_from_information_schema_requires_grant>
    <table_engines_require_grant>true</table_engines_require_grant>
  </access_control_improvements>${node.cluster === undefined ? '' : clusterXml(node.cluster)}
</clickhouse>
`;

/** Writes both files, readable by this user alone. */
export const writeConfiguration = (node: NodeConfiguration): void => {
  mkdirSync(join(node.folder, 'nothing'), { recursive: true, mode: 0o700 });
  writeFileSync(join(node.folder, 'config.xml'), serverXml(node), { mode: 0o600 });
  writeFileSync(join(node.folder, 'users.xml'), usersXml(node), { mode: 0o600 });
};
