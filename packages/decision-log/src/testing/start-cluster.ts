import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCaps, type AuditorCaps } from '../store/auditor-caps.ts';
import { auditorLogin, embeddedRooms, prepareNode, writerLogin } from '../store/embedded/embedded-sessions.ts';
import { freePorts } from '../store/embedded/free-ports.ts';
import { newCredentials } from '../store/embedded/open-embedded.ts';
import { NodeNotStarted, startNode, type RunningNode } from '../store/embedded/start-node.ts';
import type { RemoteOptions } from '../store/remote/open-remote.ts';

export interface TestCluster {
  /** How to open it. */
  readonly options: RemoteOptions;
  readonly nodes: readonly RunningNode[];
  /** Ends the processes and deletes their data. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly caps?: Partial<AuditorCaps>;
  /** For each of the processes, in bytes. */
  readonly memoryBytes?: number;
  /** Other settings of its users. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

const defaultMemory = 2_000_000_000;
const clusterName = 'suanjian';
const attempts = 5;

const startOnce = async (
  folder: string,
  shards: number,
  { caps, memoryBytes = defaultMemory, settings = {} }: ClusterOptions & { readonly caps: AuditorCaps },
): Promise<TestCluster> => {
  const ports = await freePorts(shards * 2);
  const httpPorts = ports.slice(0, shards);
  const tcpPorts = ports.slice(shards);
  const credentials = newCredentials();
  const cluster = { name: clusterName, secret: randomBytes(24).toString('base64url'), tcpPorts };
  const started = await Promise.allSettled(
    httpPorts.map((httpPort, at) =>
      startNode({
        folder: join(folder, `shard-${at + 1}`),
        httpPort,
        tcpPort: tcpPorts[at],
        credentials,
        caps,
        memoryBytes,
        cluster,
        settings,
      }),
    ),
  );
  const nodes = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop()));
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  await Promise.all(nodes.map((node) => prepareNode(node.url, credentials)));
  const [first] = nodes;
  const entrance = first?.url ?? '';
  return {
    nodes,
    options: {
      nodes: nodes.map((node) => writerLogin(node.url, credentials)),
      cluster: clusterName,
      auditor: auditorLogin(entrance, credentials),
      rooms: embeddedRooms(entrance, credentials),
      caps,
    },
    stop,
  };
};

/** So many ClickHouse processes on this machine that form one cluster, a shard each. Replication and ON CLUSTER cannot be tried this way. */
export const startCluster = async (shards: number, options: ClusterOptions = {}): Promise<TestCluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'suanjian-cluster-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  for (let left = attempts; ; left--) {
    try {
      const cluster = await startOnce(folder, shards, { ...options, caps: { ...defaultCaps, ...options.caps } });
      return {
        ...cluster,
        stop: async () => {
          await cluster.stop();
          remove();
        },
      };
    } catch (error) {
      if (error instanceof NodeNotStarted && error.retriable && left > 1) continue;
      remove();
      throw error;
    }
  }
};
