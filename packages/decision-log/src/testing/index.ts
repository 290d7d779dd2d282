export { embeddedForFile, onEveryStore, type TestLogStores } from './on-every-store.ts';
export { startCluster, type ClusterOptions, type TestCluster } from './start-cluster.ts';
export { withCluster, withLogStore } from './with-log-store.ts';
