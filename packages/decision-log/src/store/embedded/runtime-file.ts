import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditorCaps } from '../auditor-caps.ts';
import type { Credentials } from './configuration.ts';

/** How another process of the same user reaches the running store of a folder. */
export interface Runtime {
  /** The process that holds the folder. */
  readonly pid: number;
  readonly url: string;
  readonly credentials: Credentials;
  readonly caps: AuditorCaps;
}

const runtimePath = (folder: string): string => join(folder, 'runtime.json');

/** Appears whole or not at all, readable by this user alone: it holds the passwords of this start. */
export const writeRuntime = (folder: string, runtime: Runtime): void => {
  const path = runtimePath(folder);
  writeFileSync(`${path}.new`, JSON.stringify(runtime), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

export const removeRuntime = (folder: string): void => rmSync(runtimePath(folder), { force: true });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isRuntime = (value: unknown): value is Runtime =>
  isRecord(value) &&
  typeof value['pid'] === 'number' &&
  typeof value['url'] === 'string' &&
  isRecord(value['caps']) &&
  isRecord(value['credentials']) &&
  ['writer', 'auditor', 'rooms'].every(
    (name) => isRecord(value['credentials']) && typeof value['credentials'][name] === 'string',
  );

export const readRuntime = (folder: string): Runtime | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(runtimePath(folder), 'utf8'));
    return isRuntime(value) ? value : undefined;
  } catch {
    // Not there (yet): whoever holds the folder is starting or ending.
    return undefined;
  }
};
