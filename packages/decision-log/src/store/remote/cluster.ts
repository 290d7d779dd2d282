import { text } from '@suanjian/rulebook';
import type { StoreReader } from '../store.ts';
import { StoreFault } from '../store-fault.ts';

interface Shape {
  readonly shards: number;
  readonly replicas: number;
}

/**
 * Every node must know the cluster, with as many shards as there are nodes and no replicas: tables are plain MergeTrees, and a copy that
 * nobody keeps equal would answer differently.
 */
export const checkCluster = async (nodes: readonly StoreReader[], cluster: string): Promise<void> => {
  for (const node of nodes) {
    const [shape] = await node.query<Shape>(
      'SELECT toUInt32(uniqExact(shard_num)) AS shards, max(replica_num) AS replicas FROM system.clusters WHERE cluster = {cluster:String}',
      { parameters: { cluster } },
    );
    const { shards = 0, replicas = 0 } = shape ?? {};
    if (shards === nodes.length && replicas === 1) continue;
    throw new StoreFault(
      'configuration',
      shards === 0
        ? text(`ClickHouse 节点不认识集群 ${cluster}。`, `A ClickHouse node knows no cluster ${cluster}.`)
        : text(
            `集群 ${cluster} 有 ${shards} 个分片、每片至多 ${replicas} 个副本；需要每个地址一个分片（现有 ${nodes.length} 个地址）、不设副本。`,
            `The cluster ${cluster} has ${shards} shards with up to ${replicas} replicas; it must have one shard per address (${nodes.length} are given) and no replicas.`,
          ),
    );
  }
};
