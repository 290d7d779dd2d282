import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { verifySegments, type OpenFile, type SegmentsReport, type Trust } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { KEY_FILE, MANIFEST_FILE } from '../export/export-log.ts';
import { underCeiling, usualCeiling, type UnpackingCeiling } from '../formats/unpacking.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';

export interface VerifyExport {
  readonly folder: string;
  readonly trust: Trust;
  /** A checkpoint that was kept from an earlier day, as a signed note. */
  readonly since?: string;
  /** How much may come out of a packed segment. */
  readonly ceiling?: UnpackingCeiling;
}

/** Files that belong to an export beside its segments. */
const beside: ReadonlySet<string> = new Set([MANIFEST_FILE, KEY_FILE, 'challenge.json']);

/** What somebody may have packed a segment with on the way. */
const packings = [
  { ending: '.zst', unpack: () => createZstdDecompress() },
  { ending: '.gz', unpack: () => createGunzip() },
] as const;

/** Checks an export from its files alone. Throws `LogFault` (`unreadable`) where there is no manifest or a file cannot be read. */
export async function verifyExport({
  folder,
  trust,
  since,
  ceiling = usualCeiling,
}: VerifyExport): Promise<SegmentsReport> {
  const manifest = await readJson(join(folder, MANIFEST_FILE));
  const present = (await filesBelow(folder)).filter((name) => !beside.has(name));
  const names = new Set(present);
  return verifySegments({
    manifest,
    trust,
    present: present.map((name) => unpackedName(name, names)),
    open: openIn(folder, names, ceiling),
    ...(since === undefined ? {} : { held: since }),
  });
}

/** The key that lies in an export: it proves only that all of it is by one hand. */
export async function keyOfExport(folder: string): Promise<string | undefined> {
  try {
    await mustBeFile(join(folder, KEY_FILE));
    return (await readFile(join(folder, KEY_FILE), 'utf8')).trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Throws `LogFault` (`unreadable`). */
export async function readJson(file: string): Promise<unknown> {
  let content: string;
  try {
    await mustBeFile(file);
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof LogFault) throw error;
    throw unreadable(
      file,
      systemCode(error) === 'ENOENT' ? ['不在', 'is not there'] : ['无法读取', 'cannot be read'],
      error,
    );
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw unreadable(file, ['不是完整的 JSON', 'is no whole JSON'], error);
  }
}

/** A packed file stands for the one it was made of, unless that is there as well. */
function unpackedName(name: string, names: ReadonlySet<string>): string {
  const packing = packings.find(({ ending }) => name.endsWith(`.ndjson${ending}`));
  const plain = packing === undefined ? name : name.slice(0, -packing.ending.length);
  return names.has(plain) ? name : plain;
}

function openIn(folder: string, names: ReadonlySet<string>, ceiling: UnpackingCeiling): OpenFile {
  return async (file) => {
    if (names.has(file)) {
      await mustBeFile(join(folder, file));
      return createReadStream(join(folder, file));
    }
    const packing = packings.find(({ ending }) => names.has(`${file}${ending}`));
    if (packing === undefined) return undefined;
    const packed = join(folder, `${file}${packing.ending}`);
    await mustBeFile(packed);
    return unpacked(packed, packing, ceiling);
  };
}

/** What comes from elsewhere may hold a pipe or a device, or lead to one: reading it would never end. Throws `LogFault` (`unreadable`). */
export async function mustBeFile(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) throw unreadable(path, ['不是普通文件', 'is no plain file']);
}

/** What of a packed file can be read: where it is cut short the rows that are missing are named, which says more than that it does not unpack. */
async function* unpacked(
  path: string,
  { unpack }: (typeof packings)[number],
  ceiling: UnpackingCeiling,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = createReadStream(path);
  // Its fault is thrown where the chunks are read.
  const stream = pipeline(
    source,
    unpack(),
    underCeiling(path, () => source.bytesRead, ceiling),
    () => undefined,
  );
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    if (!isPackingFault(error)) throw error;
  } finally {
    stream.destroy();
    source.destroy();
  }
}

const isPackingFault = (error: unknown): boolean => /^(Z_|ZSTD_|ERR_.*ZLIB|ERR_.*ZSTD)/u.test(systemCode(error) ?? '');

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
}

export const unreadable = (file: string, [zh, en]: readonly [string, string], cause?: unknown): LogFault =>
  new LogFault('unreadable', text(`${file} ${zh}。`, `${file} ${en}.`), { file }, cause);
