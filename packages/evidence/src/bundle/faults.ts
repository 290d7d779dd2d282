import { text, type Text } from '@suanjian/rulebook';
import type { CheckpointRefusal } from '../note/trust.ts';

/** How a line that should not be there, or not so, is made. */
export type LineForm = 'canonical' | 'not-canonical' | 'not-json' | 'not-utf8' | 'blank' | 'too-long';

/** One place in a batch: `row` from 0, as `row_no` counts. */
interface RowPlace {
  readonly file: string;
  readonly batch: string;
  readonly index: number;
  readonly row: number;
}

interface BatchPlace {
  readonly file: string;
  readonly batch: string;
  /** The leaf's place in the tree. */
  readonly index: number;
}

/** Lines count from 1, as editors do. */
interface Line {
  readonly line: number;
}

/** Everything that can be wrong with an export, each with its exact place. */
export type SegmentFault =
  /** The checkpoint cannot be believed. Nothing else is proved then, only consistent with itself. */
  | { readonly kind: 'checkpoint'; readonly reason: CheckpointRefusal; readonly text: Text }
  | { readonly kind: 'origin-mismatch'; readonly manifest: string; readonly checkpoint: string }
  | { readonly kind: 'held-checkpoint'; readonly text: Text }
  | { readonly kind: 'log-rolled-back'; readonly held: number; readonly size: number }
  | { readonly kind: 'log-rewritten'; readonly held: number; readonly size: number }
  | { readonly kind: 'consistency-unproved'; readonly held: number; readonly size: number }
  | { readonly kind: 'leaves-mismatch'; readonly leaves: number; readonly size: number }
  | ({ readonly kind: 'leaf-altered' } & BatchPlace)
  | ({ readonly kind: 'leaf-unproved' } & BatchPlace)
  | ({ readonly kind: 'batch-in-wrong-segment'; readonly family: string; readonly day: string } & BatchPlace)
  | {
      readonly kind: 'batch-not-exported';
      readonly batch: string;
      readonly index: number;
      readonly family: string;
      readonly day: string;
    }
  | { readonly kind: 'file-missing'; readonly file: string; readonly batches: number; readonly rows: number }
  | { readonly kind: 'file-added'; readonly file: string }
  | ({ readonly kind: 'row-hashes-altered' } & BatchPlace)
  | ({ readonly kind: 'batch-missing' } & BatchPlace)
  | ({ readonly kind: 'batch-moved' } & BatchPlace & Line)
  | ({ readonly kind: 'batch-in-other-file'; readonly other: string } & BatchPlace & Line)
  | ({ readonly kind: 'position-wrong'; readonly offset: number } & BatchPlace)
  | { readonly kind: 'size-wrong'; readonly file: string; readonly bytes: number; readonly manifest: number }
  /** The manifest carries no row hashes: within these lines something was changed, it cannot be said which. */
  | ({ readonly kind: 'batch-changed'; readonly rows: number; readonly lines: number } & BatchPlace & Line)
  | ({ readonly kind: 'row-changed'; readonly form: LineForm } & RowPlace & Line)
  | ({ readonly kind: 'row-missing' } & RowPlace)
  | ({ readonly kind: 'row-moved' } & RowPlace & Line)
  | ({ readonly kind: 'row-in-other-file'; readonly other: string } & RowPlace & Line)
  | ({ readonly kind: 'row-added'; readonly file: string; readonly form: LineForm } & Line)
  | ({ readonly kind: 'line-not-canonical'; readonly file: string; readonly form: LineForm } & Line)
  | { readonly kind: 'trailing-bytes'; readonly file: string; readonly offset: number; readonly bytes: number }
  | ({ readonly kind: 'unterminated'; readonly file: string } & Line);

const forms: Readonly<Record<LineForm, Text>> = {
  canonical: text('规范 JSON', 'canonical JSON'),
  'not-canonical': text('非规范写法的 JSON', 'JSON that is not canonical'),
  'not-json': text('不是 JSON', 'not JSON'),
  'not-utf8': text('不是 UTF-8', 'not UTF-8'),
  blank: text('空行', 'an empty line'),
  'too-long': text('过长', 'too long'),
};

/** A fault as a sentence for people. */
export function faultText(fault: SegmentFault): Text {
  switch (fault.kind) {
    case 'checkpoint':
    case 'held-checkpoint':
      return fault.text;
    case 'origin-mismatch':
      return text(
        `清单属于日志 ${fault.manifest}，检查点却属于 ${fault.checkpoint}`,
        `The manifest is of the log ${fault.manifest}, the checkpoint of ${fault.checkpoint}`,
      );
    case 'log-rolled-back':
      return text(
        `日志被回退：先前的检查点已有 ${fault.held} 叶，现在只有 ${fault.size} 叶`,
        `The log was rolled back: the earlier checkpoint had ${fault.held} leaves, this one has ${fault.size}`,
      );
    case 'log-rewritten':
      return text(
        `日志被改写：现有 ${fault.size} 叶不是先前 ${fault.held} 叶的延续`,
        `The log was rewritten: its ${fault.size} leaves do not go on from the ${fault.held} seen before`,
      );
    case 'consistency-unproved':
      return text(
        `清单没有从先前 ${fault.held} 叶到现在 ${fault.size} 叶的一致性证明`,
        `The manifest does not prove that its ${fault.size} leaves go on from the ${fault.held} seen before`,
      );
    case 'leaves-mismatch':
      return text(
        `清单列出的 ${fault.leaves} 叶不构成检查点的树（${fault.size} 叶）：有叶被改动、增加、删去或换序`,
        `The ${fault.leaves} leaves of the manifest do not make the checkpoint's tree of ${fault.size}: some were altered, added, dropped or reordered`,
      );
    case 'leaf-altered':
      return inBatch(fault, '清单中该批次的叶不是树中的叶', 'its leaf in the manifest is not the one in the tree');
    case 'leaf-unproved':
      return inBatch(fault, '清单没有证明该叶在树中', 'the manifest does not prove that its leaf is in the tree');
    case 'batch-in-wrong-segment':
      return inBatch(
        fault,
        `该批次属于 ${fault.day} 的 ${fault.family}，不属于此文件`,
        `it is of ${fault.family} on ${fault.day} and does not belong in this file`,
      );
    case 'batch-not-exported':
      return text(
        `范围内的批次 ${fault.batch}（第 ${fault.index} 叶，${fault.day} ${fault.family}）未导出，也未按保存期限删除`,
        `Batch ${fault.batch} (leaf ${fault.index}, ${fault.family} on ${fault.day}) is in scope, was not exported and not deleted by retention`,
      );
    case 'file-missing':
      return text(
        `缺少文件 ${fault.file}（${fault.batches} 个批次，${fault.rows} 行）`,
        `The file ${fault.file} is missing (${fault.batches} batches, ${fault.rows} rows)`,
      );
    case 'file-added':
      return text(`清单中没有文件 ${fault.file}`, `The manifest does not know the file ${fault.file}`);
    case 'row-hashes-altered':
      return inBatch(fault, '清单中的行摘要与批次的根不符', 'the row hashes in the manifest do not make its root');
    case 'batch-missing':
      return inBatch(fault, '整批缺失', 'all of it is missing');
    case 'batch-moved':
      return inBatch(fault, `被移至第 ${fault.line} 行`, `it was moved to line ${fault.line}`);
    case 'batch-in-other-file':
      return inBatch(
        fault,
        `出现在 ${fault.other} 第 ${fault.line} 行`,
        `it lies in ${fault.other} at line ${fault.line}`,
      );
    case 'position-wrong':
      return inBatch(
        fault,
        `内容无误，但实际位于第 ${fault.offset} 字节，与清单不同`,
        `it is intact but lies at byte ${fault.offset}, not where the manifest says`,
      );
    case 'size-wrong':
      return text(
        `${fault.file} 内容无误，但有 ${fault.bytes} 字节，清单写作 ${fault.manifest} 字节`,
        `${fault.file} is intact but has ${fault.bytes} bytes where the manifest says ${fault.manifest}`,
      );
    case 'batch-changed':
      return inBatch(
        fault,
        `应有 ${fault.rows} 行，自第 ${fault.line} 行起的 ${fault.lines} 行与其不符（清单无行摘要，无法指明哪一行）`,
        `of its ${fault.rows} rows some were changed within ${fault.lines} lines from line ${fault.line} (without row hashes it cannot be said which)`,
      );
    case 'row-changed':
      return inRow(
        fault,
        `被改动（第 ${fault.line} 行，${forms[fault.form].zh}）`,
        `was changed (line ${fault.line}, ${forms[fault.form].en})`,
      );
    case 'row-missing':
      return inRow(fault, '缺失', 'is missing');
    case 'row-moved':
      return inRow(fault, `被移至第 ${fault.line} 行`, `was moved to line ${fault.line}`);
    case 'row-in-other-file':
      return inRow(fault, `出现在 ${fault.other} 第 ${fault.line} 行`, `lies in ${fault.other} at line ${fault.line}`);
    case 'row-added':
      return inLine(fault, `是多出的一行（${forms[fault.form].zh}）`, `was added (${forms[fault.form].en})`);
    case 'line-not-canonical':
      return inLine(fault, `不是规范 JSON（${forms[fault.form].zh}）`, `is ${forms[fault.form].en}`);
    case 'trailing-bytes':
      return text(
        `${fault.file} 自第 ${fault.offset} 字节起多出 ${fault.bytes} 字节`,
        `${fault.file} has ${fault.bytes} bytes too many from byte ${fault.offset}`,
      );
    case 'unterminated':
      return inLine(fault, '没有以换行结束', 'does not end in a newline');
  }
}

const inBatch = ({ file, batch, index }: BatchPlace, zh: string, en: string): Text =>
  text(`${file} 批次 ${batch}（第 ${index} 叶）：${zh}`, `${file}, batch ${batch} (leaf ${index}): ${en}`);

const inRow = ({ file, batch, row }: RowPlace, zh: string, en: string): Text =>
  text(`${file} 批次 ${batch} 的第 ${row} 行（自 0 起）${zh}`, `${file}, batch ${batch}: row ${row} (from 0) ${en}`);

const inLine = ({ file, line }: Line & { readonly file: string }, zh: string, en: string): Text =>
  text(`${file} 第 ${line} 行${zh}`, `${file}: line ${line} ${en}`);

/** Faults as they are found; the first are kept, all are counted, so that a file of nothing but faults does not fill the memory. */
export class FaultList {
  readonly #most: number;
  readonly kept: SegmentFault[] = [];
  count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(...faults: readonly SegmentFault[]): void {
    this.count += faults.length;
    this.kept.push(...faults.slice(0, this.#most - this.kept.length));
  }
}
