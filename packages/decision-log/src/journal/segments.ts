import { open, readdir, rename, rm, stat, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '@suanjian/rulebook';
import { compressFile, plainLengthOf, readCompressed, readFully } from './compressed-file.ts';
import { makeFolder, openToWrite, syncFolder, writeAt } from './durable.ts';
import { segmentKey, type SegmentExtent, type SegmentName } from './journal-index.ts';
import { LogFault, systemCode } from './log-fault.ts';
import { parseSegmentFile, segmentFileName, type SegmentFile } from './segment-file.ts';

/** A file of the log that is not what the journal says. Records go on being taken; verification names the rows. */
export interface Damage {
  readonly file: string;
  readonly text: ReturnType<typeof text>;
}

/** Handles kept open: as many days and families as are written at the same time. */
const MOST_HANDLES = 64;
const PIECE = 1 << 20;

/** The segment files below one folder: `<day>/<family>.ndjson`, later `.ndjson.zst`. Offsets count from the beginning of a segment's time. */
export class Segments {
  readonly #folder: string;
  readonly #handles = new Map<string, { readonly path: string; readonly handle: FileHandle }>();
  readonly #folders = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The files of a segment that are there, by where they begin. */
  async files({ day, family }: SegmentName): Promise<readonly SegmentFile[]> {
    const files = (await namesIn(join(this.#folder, day))).flatMap((name) => {
      const file = parseSegmentFile(name);
      return file?.family === family ? [{ ...file, path: join(this.#folder, day, name) }] : [];
    });
    // While a file is being compressed both are there, with the same bytes.
    const compressed = new Set(files.filter((file) => file.compressed).map(({ base }) => base));
    return files
      .filter((file) => file.compressed || !compressed.has(file.base))
      .sort((left, right) => left.base - right.base);
  }

  /** Writes behind `end`, the bytes the journal knows of, and syncs. What was there behind it was never acknowledged. */
  async append(name: SegmentName, pieces: readonly Uint8Array[], end: number): Promise<void> {
    const { handle, base, made, path } = await this.#toWrite(name, end);
    await writeAt(handle, pieces, end - base);
    await handle.datasync();
    if (made) await syncFolder(join(path, '..'));
  }

  async *read(name: SegmentName, offset: number, length: number): AsyncGenerator<Buffer, void, undefined> {
    let at = offset;
    const end = offset + length;
    while (at < end) {
      const files = await this.files(name);
      const index = files.findLastIndex(({ base }) => base <= at);
      const file = files[index];
      if (file === undefined) throw missing(join(this.#folder, segmentKey(name)));
      const until = Math.min(end, files[index + 1]?.base ?? end);
      try {
        for await (const piece of readFile(file, at - file.base, until - at)) {
          yield piece;
          at += piece.length;
        }
      } catch (error) {
        // Compressed in the meantime: its other form is there now.
        if (systemCode(error) === 'ENOENT') continue;
        throw error;
      }
      if (at < until) throw missing(file.path);
    }
  }

  /**
   * After the journal was read: drops what no journal line vouches for and what retention has deleted, and names what is missing. Only for the one
   * that writes.
   */
  async recover(extents: readonly SegmentExtent[]): Promise<readonly Damage[]> {
    const damage: Damage[] = [];
    const known = new Map(extents.map((extent) => [segmentKey(extent), extent]));
    for (const day of await namesIn(this.#folder)) {
      for (const name of await namesIn(join(this.#folder, day))) {
        const file = parseSegmentFile(name);
        const path = join(this.#folder, day, name);
        if (name.includes('.unfinished')) await rm(path, { force: true });
        else if (file !== undefined && known.get(`${day}/${file.family}`) === undefined)
          await rm(path, { force: true });
      }
    }
    for (const extent of extents) damage.push(...(await this.#recoverOne(extent)));
    return damage;
  }

  /** Compresses the plain files of a segment; nothing else may write it meanwhile. */
  async compress(extent: SegmentExtent): Promise<void> {
    await this.#closeHandle(segmentKey(extent));
    const files = await this.files(extent);
    for (const [index, file] of files.entries()) {
      if (file.compressed) continue;
      const length = (files[index + 1]?.base ?? extent.end) - file.base;
      const target = `${file.path}.zst`;
      const beside = `${target}.unfinished`;
      await compressFile(file.path, beside, length);
      await rename(beside, target);
      await syncFolder(join(target, '..'));
      await rm(file.path, { force: true });
    }
  }

  /** Deletes what lies before `boundary`. */
  async deleteBelow(name: SegmentName, boundary: number): Promise<void> {
    await this.#closeHandle(segmentKey(name));
    const old = (await this.files(name)).filter(({ base }) => base < boundary);
    for (const { path } of old) await rm(path, { force: true });
    if (old.length > 0) await syncFolder(join(this.#folder, name.day));
  }

  async close(): Promise<void> {
    for (const key of this.#handles.keys()) await this.#closeHandle(key);
  }

  async #toWrite(
    name: SegmentName,
    end: number,
  ): Promise<{ handle: FileHandle; base: number; made: boolean; path: string }> {
    const key = segmentKey(name);
    const held = this.#handles.get(key);
    if (held !== undefined) {
      // Most recently used last.
      this.#handles.delete(key);
      this.#handles.set(key, held);
      const base = parseSegmentFile(held.path)?.base ?? 0;
      return { handle: held.handle, base, made: false, path: held.path };
    }
    const folder = join(this.#folder, name.day);
    if (!this.#folders.has(folder)) {
      await makeFolder(folder);
      this.#folders.add(folder);
    }
    const last = (await this.files(name)).at(-1);
    const base = last === undefined || last.compressed ? end : last.base;
    const path = join(folder, segmentFileName({ family: name.family, base, compressed: false }));
    const { handle, made } = await openToWrite(path);
    this.#handles.set(key, { path, handle });
    const [oldest] = this.#handles.keys();
    if (this.#handles.size > MOST_HANDLES && oldest !== undefined) await this.#closeHandle(oldest);
    return { handle, base, made, path };
  }

  async #recoverOne(extent: SegmentExtent): Promise<readonly Damage[]> {
    await this.deleteBelow(extent, extent.deletedBelow);
    if (extent.end === extent.deletedBelow) {
      for (const { path } of await this.files(extent)) await rm(path, { force: true });
      return [];
    }
    await this.#dropDoubles(extent);
    const files = await this.files(extent);
    const damage: Damage[] = [];
    let expected = extent.deletedBelow;
    for (const [index, file] of files.entries()) {
      const until = files[index + 1]?.base ?? extent.end;
      const length = await lengthOf(file);
      if (file.base !== expected || length === undefined || length < until - file.base) damage.push(shortOf(file.path));
      else if (length > until - file.base && !file.compressed) await truncate(file.path, until - file.base);
      expected = until;
    }
    if (files.length === 0) damage.push(shortOf(join(this.#folder, extent.day, `${extent.family}.ndjson`)));
    return damage;
  }

  /** A plain file whose compressed form is there already: only its deletion was interrupted. */
  async #dropDoubles(extent: SegmentExtent): Promise<void> {
    for (const file of await this.files(extent)) {
      if (file.compressed) await rm(file.path.slice(0, -'.zst'.length), { force: true });
    }
  }

  async #closeHandle(key: string): Promise<void> {
    const held = this.#handles.get(key);
    this.#handles.delete(key);
    await held?.handle.close();
  }
}

async function* readFile(file: SegmentFile, offset: number, length: number): AsyncGenerator<Buffer, void, undefined> {
  if (file.compressed) {
    yield* readCompressed(file.path, offset, length);
    return;
  }
  const handle = await open(file.path, 'r');
  try {
    for (let at = 0; at < length; at += PIECE) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, length - at));
      await readFully(handle, piece, offset + at, file.path);
      yield piece;
    }
  } finally {
    await handle.close();
  }
}

async function lengthOf({ path, compressed }: SegmentFile): Promise<number | undefined> {
  try {
    return compressed ? await plainLengthOf(path) : (await stat(path)).size;
  } catch (error) {
    if (error instanceof LogFault) return undefined;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

const shortOf = (file: string): Damage => ({
  file,
  text: text(
    `日志段 ${file} 缺少已确认的记录；请运行 suanjian verify log 查明是哪些。`,
    `The segment ${file} lacks records that were acknowledged; suanjian verify log says which.`,
  ),
});

const missing = (file: string): LogFault =>
  new LogFault('damaged', text(`日志段 ${file} 不在。`, `The segment ${file} is not there.`), { file });
