import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  DIGEST_LENGTH,
  EvidenceFault,
  canonicalJson,
  checkCheckpoint,
  fromHex,
  leafEntryHash,
  parseLeaf,
  verifyInclusion,
  verifyRowProof,
  type ExtractLeaf,
  type Trust,
  type TrustedCheckpoint,
} from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import { shown } from '../record/refusal.ts';
import { mustBeFile, readJson } from '../verify/verify-export.ts';
import { EXTRACT_FILE, EXTRACT_FORMAT } from './extract.ts';

export interface ExtractReport {
  readonly leaf: ExtractLeaf | undefined;
  readonly checkpoint: TrustedCheckpoint | undefined;
  /** Rows that were proved. */
  readonly proved: number;
  readonly faults: readonly Text[];
  readonly faultCount: number;
}

const MOST_FAULTS = 1000;
const familyName = /^[a-z]+$/u;

/** Checks an extract from its files alone: every row against its proof, their number against what the log says was taken out. */
export async function verifyExtract(folder: string, trust: Trust): Promise<ExtractReport> {
  const { leaf, leafIndex, leafPath, checkpoint: note, families } = aboutOf(await readJson(join(folder, EXTRACT_FILE)));
  const faults = new Faults();
  const check = checkCheckpoint(note, trust);
  if (check.outcome === 'refused') faults.add(check.text);
  if (leaf === undefined)
    faults.add(text(`${EXTRACT_FILE} 中的叶无法使用`, `The leaf in ${EXTRACT_FILE} cannot be used`));
  else if (check.outcome === 'trusted' && !isInTree(leaf, leafIndex, leafPath, check))
    faults.add(text('检查点之下没有这次调取的叶', 'The leaf of this extract is not in the tree under the checkpoint'));
  let proved = 0;
  for (const family of Object.keys(families))
    // The name comes from elsewhere and becomes a file's: it must not lead out of the folder.
    if (familyName.test(family)) proved += await verifyFamily(folder, family, trust, note, faults);
    else faults.add(text(`没有名为 ${shown(family)} 的记录族`, `There is no family ${shown(family)}`));
  for (const name of await readdir(folder)) {
    const family = /^([a-z]+)(?:\.proofs)?\.ndjson$/u.exec(name)?.[1];
    if (family !== undefined && !Object.hasOwn(families, family))
      faults.add(text(`${name} 不属于这次调取`, `${name} is not of this extract`));
  }
  const stated = leaf?.rows ?? 0;
  if (leaf !== undefined && proved !== stated)
    faults.add(
      text(
        `日志记载调取了 ${stated} 行，其中 ${proved} 行得到证明`,
        `The log says that ${stated} rows were taken out; ${proved} are proved`,
      ),
    );
  return {
    leaf,
    checkpoint: check.outcome === 'trusted' ? check : undefined,
    proved,
    faults: faults.kept,
    faultCount: faults.count,
  };
}

async function verifyFamily(
  folder: string,
  family: string,
  trust: Trust,
  note: string,
  faults: Faults,
): Promise<number> {
  const [rowsFile, proofsFile] = [`${family}.ndjson`, `${family}.proofs.ndjson`];
  const absent = [rowsFile, proofsFile].filter((name) => !existsSync(join(folder, name)));
  for (const name of absent) faults.add(text(`缺少文件 ${name}`, `The file ${name} is missing`));
  if (absent.length > 0) return 0;
  for (const name of [rowsFile, proofsFile]) await mustBeFile(join(folder, name));
  const lines = await RowLines.read(join(folder, rowsFile));
  const seen = new Set<string>();
  let proved = 0;
  let number = 0;
  let last = 0;
  for await (const proof of linesOf(join(folder, proofsFile))) {
    number += 1;
    const row = provedRow(proof, family, trust, note, seen);
    if (typeof row !== 'string') {
      faults.add(text(`${proofsFile} 第 ${number} 行：${row.zh}`, `${proofsFile}, line ${number}: ${row.en}`));
      continue;
    }
    const line = lines.take(row);
    if (line === undefined) {
      faults.add(
        text(
          `${rowsFile} 缺少 ${proofsFile} 第 ${number} 行所证明的记录`,
          `${rowsFile} lacks the row that line ${number} of ${proofsFile} proves`,
        ),
      );
      continue;
    }
    proved += 1;
    if (line < last) faults.add(text(`${rowsFile} 第 ${line} 行被换了位置`, `${rowsFile}, line ${line}: it was moved`));
    last = line;
  }
  for (const line of lines.left())
    faults.add(text(`${rowsFile} 第 ${line} 行没有证明`, `${rowsFile}, line ${line}: nothing proves it`));
  return proved;
}

/** The row that a proof proves, or why it proves none. */
function provedRow(line: string, family: string, trust: Trust, note: string, seen: Set<string>): string | Text {
  let proof: unknown;
  try {
    proof = JSON.parse(line);
  } catch {
    return text('证明不是 JSON', 'the proof is not JSON');
  }
  const verdict = verifyRowProof(proof, trust);
  if (verdict.outcome === 'failed') return verdict.text;
  if (typeof proof === 'object' && proof !== null && 'checkpoint' in proof && proof.checkpoint !== note)
    return text('证明使用另一个检查点', 'the proof rests on another checkpoint');
  const { leaf, rowNumber } = verdict;
  if (leaf.family !== family) return text(`所证明的记录属于 ${leaf.family}`, `it proves a row of ${leaf.family}`);
  const place = `${leaf.day}/${leaf.batch}/${rowNumber}`;
  if (seen.has(place)) return text('同一行被证明了两次', 'the same row is proved twice');
  seen.add(place);
  return canonicalJson(verdict.row);
}

/** The lines of a file by what they say. */
class RowLines {
  readonly #lines = new Map<string, number[]>();

  static async read(path: string): Promise<RowLines> {
    const made = new RowLines();
    let number = 0;
    for await (const line of linesOf(path)) {
      number += 1;
      const others = made.#lines.get(line);
      if (others === undefined) made.#lines.set(line, [number]);
      else others.push(number);
    }
    return made;
  }

  /** The number of the first line that says so and was not taken yet. */
  take(line: string): number | undefined {
    return this.#lines.get(line)?.shift();
  }

  left(): readonly number[] {
    return [...this.#lines.values()].flat().sort((one, other) => one - other);
  }
}

const linesOf = (path: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });

function isInTree(
  leaf: ExtractLeaf,
  index: number,
  path: readonly string[],
  { checkpoint: { size, root } }: TrustedCheckpoint,
): boolean {
  const digests = path.map((value) => fromHex(value, DIGEST_LENGTH));
  if (!digests.every((digest) => digest !== undefined)) return false;
  return verifyInclusion({ leaf: leafEntryHash(leaf), index, size, root, path: digests });
}

interface About {
  readonly leaf: ExtractLeaf | undefined;
  readonly leafIndex: number;
  readonly leafPath: readonly string[];
  readonly checkpoint: string;
  readonly families: Readonly<Record<string, unknown>>;
}

function aboutOf(value: unknown): About {
  const members: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const { format, leaf, leafIndex, leafPath, checkpoint, families } = members;
  return {
    leaf: format === EXTRACT_FORMAT ? extractLeaf(leaf) : undefined,
    leafIndex: typeof leafIndex === 'number' ? leafIndex : -1,
    leafPath: Array.isArray(leafPath) ? leafPath.map(String) : [],
    checkpoint: typeof checkpoint === 'string' ? checkpoint : '',
    families: typeof families === 'object' && families !== null ? { ...families } : {},
  };
}

function extractLeaf(value: unknown): ExtractLeaf | undefined {
  try {
    const leaf = parseLeaf(value);
    return leaf.kind === 'extract' ? leaf : undefined;
  } catch (error) {
    if (error instanceof EvidenceFault) return undefined;
    throw error;
  }
}

class Faults {
  readonly kept: Text[] = [];
  count = 0;

  add(fault: Text): void {
    this.count += 1;
    if (this.kept.length < MOST_FAULTS) this.kept.push(fault);
  }
}
