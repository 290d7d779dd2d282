import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text, type Text } from '@suanjian/rulebook';
import { LineCounter, parseDocument } from 'yaml';
import { checkFaults } from '../checks/check-faults.ts';
import type { Check } from '../engine/check.ts';
import type { Method } from '../engine/method.ts';
import { parametersOf } from '../engine/prepare-check.ts';
import { wordsOf } from '../engine/run.ts';
import { PackFault, type PackProblem } from './pack-fault.ts';
import { packedCheckSchema } from './pack-schema.ts';
import { checkedRelation } from './packed-relation.ts';

interface Known {
  readonly methodOf: (id: string) => Method | undefined;
  /** Ids that are taken. */
  readonly checks: readonly Check[];
}

/**
 * The checks of a pack: every `.yaml` file of a folder is one. A pack is data: nothing in it is run as code, its SQL is read token by token
 * and reads the log's families alone. @throws PackFault naming every fault of every file
 */
export const loadPack = async (folder: string, known: Known): Promise<readonly Check[]> => {
  const names = await namesIn(folder);
  const problems: PackProblem[] = [];
  const checks: Check[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const read = readCheck(file, await readFile(file, 'utf8'), known, checks);
    if (Array.isArray(read)) problems.push(...read);
    else checks.push(read as Check);
  }
  if (problems.length > 0) throw new PackFault(problems);
  return checks;
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => /\.ya?ml$/u.test(name)).toSorted();
  } catch {
    throw new PackFault([{ file: folder, reason: text('读不到这个文件夹', 'this folder cannot be read') }]);
  }
  if (names.length === 0)
    throw new PackFault([
      {
        file: folder,
        reason: text(
          '文件夹里没有 .yaml 文件；每个文件是一项检查',
          'the folder holds no .yaml file; each is one check',
        ),
      },
    ]);
  return names;
};

const readCheck = (
  file: string,
  written: string,
  known: Known,
  before: readonly Check[],
): Check | readonly PackProblem[] => {
  const lines = new LineCounter();
  const document = parseDocument(written, { lineCounter: lines });
  if (document.errors.length > 0)
    return document.errors.map(({ pos: [start], message }) => ({
      file,
      line: lines.linePos(start).line,
      reason: text(`YAML 有误：${message}`, `this is no YAML: ${message}`),
    }));
  const content = contentOf(document);
  if (content instanceof Error)
    return [
      { file, reason: text(`YAML 不能展开：${content.message}`, `this YAML cannot be resolved: ${content.message}`) },
    ];
  const parsed = packedCheckSchema.safeParse(content);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => ({
      file,
      ...lineOf(document, lines, path),
      reason: text(`${path.join('.')}：${message}`, `${path.join('.')}: ${message}`),
    }));
  const check = parsed.data;
  const problem = (reason: Text): PackProblem => ({ file, reason });
  const taken = [...known.checks, ...before].some(({ id }) => id === check.id);
  const faults = [
    ...(taken ? [text(`已有名为 ${check.id} 的检查`, `there is a check ${check.id} already`)] : []),
    ...checkFaults(check, known.methodOf),
  ];
  if (faults.length > 0) return faults.map(problem);
  try {
    return { ...check, relation: checkedRelation(check.relation, parametersOf(check)) };
  } catch (error) {
    const { zh, en } = wordsOf(error);
    return [{ file, ...lineOf(document, lines, ['relation']), reason: text(`relation：${zh}`, `relation: ${en}`) }];
  }
};

/** Aliases that grow beyond measure, or name nothing, are found only here. */
const contentOf = (document: ReturnType<typeof parseDocument>): unknown => {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

const lineOf = (
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): { readonly line?: number } => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return { line: lines.linePos(Number(node.range[0])).line };
  }
  return {};
};
