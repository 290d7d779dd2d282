import { text, type Text } from '@suanjian/rulebook';
import type { HoldState } from '@suanjian/decision-log';

const states: Readonly<Record<HoldState, Text>> = {
  'in-force': text('生效中', 'in force'),
  over: text('期限已过', 'its time is over'),
  released: text('已解除', 'released'),
  unreadable: text(
    '说明缺失或被改动，在此期间一概不得删除',
    'its description is missing or was changed; nothing may be deleted meanwhile',
  ),
};

const rowsOf = (rows: number): string => (rows === 1 ? '1 record' : `${rows.toLocaleString('en')} records`);

/** What is said about deleting and about holds. */
export const retentionTexts = {
  gone: (day: string, families: string, rows: number): Text =>
    text(
      `已删除 ${day} 的 ${rows} 条记录（${families}），证据叶仍在。`,
      `Deleted ${rowsOf(rows)} of ${day} (${families}); their leaves remain.`,
    ),
  wouldGo: (day: string, families: string, rows: number): Text =>
    text(`可以删除 ${day} 的 ${rows} 条记录（${families}）。`, `${rowsOf(rows)} of ${day} may go (${families}).`),
  nothingToDelete: (day: string | undefined): Text =>
    day === undefined
      ? text('没有到期的记录。', 'No record has come to the end of its time.')
      : text(`日志中没有 ${day} 的记录。`, `The log holds no record of ${day}.`),
  refused: text('没有全部删除：', 'Not all of it was deleted:'),
  periodBackwards: (from: string, to: string): Text =>
    text(`时段的起始 ${from} 晚于结束 ${to}。`, `The period begins on ${from}, after its end on ${to}.`),
  holdOpened: (id: string, leaf: number): Text =>
    text(`保全 ${id} 已生效（第 ${leaf} 叶）。`, `The hold ${id} is in force (leaf ${leaf}).`),
  holdReleased: (id: string, leaf: number): Text =>
    text(`保全 ${id} 已解除（第 ${leaf} 叶）。`, `The hold ${id} was released (leaf ${leaf}).`),
  checkpointBeforeHold: (id: string): Text =>
    text(
      `最近的检查点早于保全 ${id}，请先用 suanjian log checkpoint 签一个新的。`,
      `The last checkpoint is older than the hold ${id}. Sign a new one first: suanjian log checkpoint.`,
    ),
  noHolds: text('没有保全。', 'There are no holds.'),
  holdLine: (id: string, state: HoldState): Text => text(`${id}：${states[state].zh}`, `${id}: ${states[state].en}`),
  holdScope: (scope: string): Text =>
    scope === ''
      ? text('  范围：全部记录', '  protects every record')
      : text(`  范围：${scope}`, `  protects ${scope}`),
  holdBasis: (actor: string, basis: string, matter: string | undefined, until: string | undefined): Text =>
    text(
      `  ${actor}，依据：${basis}${matter === undefined ? '' : `，事项 ${matter}`}${until === undefined ? '' : `，至 ${until}`}`,
      `  by ${actor} on ${basis}${matter === undefined ? '' : `, matter ${matter}`}${until === undefined ? '' : `, through ${until}`}`,
    ),
  holdEnded: (actor: string, reason: string): Text =>
    text(`  由 ${actor} 解除：${reason}`, `  released by ${actor}: ${reason}`),
} as const;
