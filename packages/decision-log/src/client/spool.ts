import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder, writeDurably } from '../journal/durable.ts';
import { lockLog, type LogLock } from '../journal/lock.ts';
import type { FamilyName } from '../families/families.ts';
import { familyNames } from '../families/families.ts';

/** A batch as it goes to the service: what a retry sends is the same to the last byte. */
export interface OutgoingBatch {
  readonly id: string;
  readonly family: FamilyName;
  /** The order in which batches were made, over restarts too. */
  readonly order: number;
  readonly rows: number;
  readonly body: Buffer;
}

export interface SpooledBatch extends Omit<OutgoingBatch, 'body'> {
  readonly bytes: number;
}

const REFUSED = 'refused';

/** Batches on the disk of the client, one synced file each, until the service has them. One process at a time uses a folder. */
export class Spool {
  readonly #folder: string;
  readonly #lock: LogLock;

  private constructor(folder: string, lock: LogLock) {
    this.#folder = folder;
    this.#lock = lock;
  }

  /** Throws `LogFault` (`locked`) where another process uses the folder. */
  static async open(folder: string): Promise<Spool> {
    await makeFolder(folder);
    return new Spool(folder, lockLog(folder));
  }

  /** What an earlier process left, in its order. */
  async waiting(): Promise<readonly SpooledBatch[]> {
    const found: SpooledBatch[] = [];
    for (const name of await readdir(this.#folder)) {
      const parsed = parseName(name);
      if (parsed === undefined) {
        if (name.includes('.unfinished')) await rm(join(this.#folder, name), { force: true });
        continue;
      }
      found.push({ ...parsed, bytes: (await stat(join(this.#folder, name))).size });
    }
    return found.sort((left, right) => left.order - right.order);
  }

  /** On the disk when this returns. */
  async keep(batch: OutgoingBatch): Promise<void> {
    await writeDurably(join(this.#folder, nameOf(batch)), batch.body);
  }

  async read(batch: SpooledBatch): Promise<OutgoingBatch> {
    const { id, family, order, rows } = batch;
    return { id, family, order, rows, body: await readFile(join(this.#folder, nameOf(batch))) };
  }

  async drop(batch: Omit<SpooledBatch, 'bytes'>): Promise<void> {
    await rm(join(this.#folder, nameOf(batch)), { force: true });
  }

  /** A batch that the service will never take is laid aside, for a person to look at. */
  async layAside(batch: OutgoingBatch): Promise<string> {
    const folder = join(this.#folder, REFUSED);
    await makeFolder(folder);
    const path = join(folder, nameOf(batch));
    await writeDurably(path, batch.body);
    await this.drop(batch);
    await syncFolder(this.#folder);
    return path;
  }

  close(): void {
    this.#lock.release();
  }
}

const nameOf = ({ order, family, rows, id }: Omit<SpooledBatch, 'bytes'>): string =>
  `${String(order).padStart(12, '0')}.${family}.${rows}.${id}.ndjson`;

function parseName(name: string): Omit<SpooledBatch, 'bytes'> | undefined {
  const [, order, word, rows, id] = /^([0-9]{12})\.([a-z]+)\.([0-9]+)\.([A-Za-z0-9._-]+)\.ndjson$/.exec(name) ?? [];
  const family = familyNames.find((candidate) => candidate === word);
  if (order === undefined || family === undefined || id === undefined) return undefined;
  return { order: Number(order), family, rows: Number(rows), id };
}
