export { assemble, realWorld, type Assembly } from './assemble.ts';
export { ConfigFault, isLoopback, readConfig, type ServerConfig } from './config.ts';
export { readRunFile, type RunFile } from './run-file.ts';
export { startServer, StartFault, type RunningServer } from './serve.ts';
