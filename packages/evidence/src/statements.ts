import { text, type Text } from '@suanjian/rulebook';

/** What every report that rests on the evidence says of it, so that nobody takes it for more than it is. */
export const statements = {
  proved: text(
    '所证明的：自确认收到之时起，这些记录没有被更改、删除、增加或换序。每条记录都能追溯到一个签名的检查点。',
    'What is proved: since these records were acknowledged, none was changed, removed, added or reordered. Each can be followed to a signed checkpoint.',
  ),
  notProved: text(
    '未证明的：所有应当记录的事都被记录，以及记录的内容在写入之时属实。日志只能证明写入之后的事。',
    'What is not proved: that everything was logged that should have been, and that what was written was true when it was written. A log speaks only of what came after.',
  ),
  witnessed: text(
    '另有见证方在检查点上签名：日志的持有者不能给不同的人看不同的历史而不被见证方察觉。',
    'Witnesses have signed the checkpoint as well: the holder of the log cannot show different histories to different people without a witness seeing it.',
  ),
  unwitnessed: text(
    '检查点只有日志持有者自己的签名：在他人保存检查点之前，持有者仍可整体重写日志。',
    'Only the holder of the log has signed the checkpoint: until somebody else keeps one, the holder could still rewrite the whole log.',
  ),
  complete: text(
    '检查点之下、范围之内的每个批次都在导出之中，或者有按保存期限删除的记录。',
    'Every batch in scope under the checkpoint is in the export, or there is a record that it was deleted when its time was over.',
  ),
  incomplete: text(
    '没有证明导出是完整的：范围之内可能有未导出的批次。',
    'It is not proved that the export is complete: there may be batches in scope that were not exported.',
  ),
} satisfies Readonly<Record<string, Text>>;

/** The statements that belong under a report, in order. */
export const statementsFor = (report: { readonly witnesses: number; readonly complete?: boolean }): readonly Text[] => [
  statements.proved,
  statements.notProved,
  report.witnesses > 0 ? statements.witnessed : statements.unwitnessed,
  ...(report.complete === undefined ? [] : [report.complete ? statements.complete : statements.incomplete]),
];
