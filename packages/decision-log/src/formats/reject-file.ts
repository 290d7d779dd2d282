import { open, type FileHandle } from 'node:fs/promises';
import type { Refusal } from '../record/refusal.ts';

/** A refused record as it came. */
export interface RefusedRecord {
  readonly line: number;
  /** NDJSON of it; absent where it was too long to keep. */
  readonly record: string | undefined;
}

/**
 * Keeps refused records: the records alone in `path`, one a line, so that the file can be mended and ingested; and beside it in `path.reasons` why, as NDJSON of
 * file, line, field and reason. For their owner alone: raw ids may be among them.
 */
export class RejectFile {
  readonly #records: FileHandle;
  readonly #reasons: FileHandle;

  private constructor(records: FileHandle, reasons: FileHandle) {
    this.#records = records;
    this.#reasons = reasons;
  }

  static async create(path: string): Promise<RejectFile> {
    return new RejectFile(await open(path, 'w', 0o600), await open(`${path}.reasons`, 'w', 0o600));
  }

  async add(file: string, records: readonly RefusedRecord[], refusals: readonly Refusal[]): Promise<void> {
    const lines = records.flatMap(({ record }) => (record === undefined ? [] : [`${record}\n`]));
    await this.#records.write(lines.join(''));
    await this.#reasons.write(refusals.map((refusal) => `${JSON.stringify({ file, ...refusal })}\n`).join(''));
  }

  async close(): Promise<void> {
    await this.#records.close();
    await this.#reasons.close();
  }
}
