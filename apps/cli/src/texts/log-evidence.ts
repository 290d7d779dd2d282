import { text, type Text } from '@suanjian/rulebook';

const of = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${several}`;

/** What is said about exports, extracts, checkpoints and their verification. */
export const evidenceTexts = {
  noCheckpointYet: text(
    '另一个进程正在写入这份日志，而它还没有签过检查点；请稍后再试，或先停止它。',
    'Another process writes this log and has signed no checkpoint yet. Try again later, or stop it first.',
  ),
  lastCheckpoint: text(
    '另一个进程正在写入，因此使用它最近的检查点；其后的记录不在其中。',
    'Another process writes the log, so its last checkpoint is used; later records are not under it.',
  ),
  cosignNeedsWitness: text(
    '--cosign 和 --witness 须一起给出：见证方签过的检查点，和它的公钥。',
    '--cosign and --witness go together: the checkpoint as the witness signed it, and the key of the witness.',
  ),
  cosigned: (name: string): Text => text(`已加入 ${name} 的见证签名。`, `The signature of ${name} was added.`),
  exporting: text('正在导出', 'Exporting'),
  exported: (files: number, batches: number, rows: number, folder: string): Text =>
    text(
      `已导出 ${files} 个文件、${batches} 个批次、${rows} 条记录到 ${folder}。`,
      `Exported ${of(files, 'file', 'files')} with ${of(batches, 'batch', 'batches')} and ${of(rows, 'record', 'records')} to ${folder}.`,
    ),
  withoutRowHashes: text(
    '记录较多，清单中没有逐行的摘要：若有改动，能指出是哪一批，不能指出是哪一行。加 --row-hashes 可以带上。',
    'There are many records, so the manifest has no hash of every row: a change will be found in its batch, not its row. --row-hashes puts them in.',
  ),
  tellKey: (key: string): Text =>
    text(
      `日志的公钥（请另行告知核验者）：${key}`,
      `The log's key (tell it to whoever verifies, by another way): ${key}`,
    ),
  verifyWith: (folder: string): Text =>
    text(`核验：suanjian verify log ${folder} --key 公钥`, `To verify: suanjian verify log ${folder} --key KEY`),
  noFolder: (folder: string): Text => text(`没有文件夹 ${folder}。`, `There is no folder ${folder}.`),
  keyNeeded: text('请用 --key 给出日志的公钥。', "Give the log's key with --key."),
  keyFromInside: (key: string): Text =>
    text(
      `使用的公钥来自这些文件自身（${key}）：只说明它们出自同一持有者。请与从别处得知的公钥核对，或用 --key 给出。`,
      `The key came with the files (${key}): it shows only that they are by one hand. Compare it with the one you know, or give that with --key.`,
    ),
  extracted: (rows: number, folder: string, leaf: number): Text =>
    text(
      `已调取 ${rows} 条记录到 ${folder}；这次调取已记入证据（第 ${leaf} 叶）。`,
      `Took ${of(rows, 'record', 'records')} out to ${folder}; that they were taken stands in the evidence (leaf ${leaf}).`,
    ),
  oneScope: text('--user 和 --request 只能选一个。', 'Choose one: --user or --request.'),
  scopeNeeded: text(
    '请说明要哪些记录：--user、--request，或 --from 和 --to。',
    'Say which records: --user, --request, or --from and --to.',
  ),
  familiesDoNotKnow: (by: 'user' | 'request', families: readonly string[]): Text =>
    text(
      `${families.join('、')} 中没有${by === 'user' ? '个人' : '请求'}的编号。`,
      `${families.join(', ')} ${families.length === 1 ? 'holds' : 'hold'} no ids of ${by === 'user' ? 'people' : 'requests'}.`,
    ),
  takenBy: (actor: string, basis: string, rows: number, time: string): Text =>
    text(
      `${time} 由 ${actor} 调取 ${rows} 行，依据：${basis}。`,
      `${of(rows, 'row', 'rows')} taken out by ${actor} on ${time}; basis: ${basis}.`,
    ),
  proved: (rows: number): Text => text(`得到证明：${rows} 行。`, `Proved: ${of(rows, 'row', 'rows')}.`),
  notAllOfThem: text(
    '未证明的：日志中关于此人或此请求的记录都在其中。核对全部需要整个时段的导出。',
    'What is not proved: that these are all the rows the log holds of this person or request. That takes an export of the whole period.',
  ),
  seed: (seed: string): Text =>
    text(`种子（保密，质询时才给出）：${seed}`, `Seed (keep it secret until you challenge): ${seed}`),
  commitment: (commitment: string): Text =>
    text(`种子的承诺（先行公布）：${commitment}`, `Commitment to the seed (publish it before): ${commitment}`),
  challengeNeeds: text(
    '答复质询需要写入的文件夹、--seed 和 --checkpoint；监管方用 --draw 取得种子和承诺。',
    'To answer a challenge, name the folder to write, --seed and --checkpoint; whoever challenges gets a seed and its commitment with --draw.',
  ),
  answered: (leaves: number, batches: number, rows: number, deleted: number, folder: string): Text =>
    text(
      `抽中 ${leaves} 叶：${batches} 个批次共 ${rows} 条记录写入 ${folder}，${deleted} 个批次已按留存规则删除。这次答复已记入证据。`,
      `${of(leaves, 'leaf', 'leaves')} drawn: ${of(batches, 'batch', 'batches')} with ${of(rows, 'record', 'records')} written to ${folder}, ${deleted} deleted by retention. That they went out stands in the evidence.`,
    ),
  answerHolds: (drawn: number, batches: number, rows: number, deleted: number): Text =>
    text(
      `抽中 ${drawn} 叶：${batches} 个批次的 ${rows} 条记录在，${deleted} 个批次有删除的记载。`,
      `${of(drawn, 'leaf', 'leaves')} drawn: ${of(rows, 'record', 'records')} of ${of(batches, 'batch', 'batches')} are there, ${deleted} batches are on record as deleted.`,
    ),
  challengeUnfixed: text(
    '种子或检查点取自答复自身：只有用 --seed 和 --since 给出您自己保存的，才说明答复者没有挑选。',
    'The seed or the checkpoint came with the answer: only with your own, given by --seed and --since, is it shown that nobody chose the leaves.',
  ),
  comparing: text('正在与分析库比对', 'Comparing with the analytical store'),
  manifestUnreadable: text('清单无法使用：', 'The manifest cannot be used:'),
  intact: (files: number, batches: number, rows: number): Text =>
    text(
      `完好：${files} 个文件、${batches} 个批次、${rows} 条记录。`,
      `Intact: ${of(files, 'file', 'files')}, ${of(batches, 'batch', 'batches')}, ${of(rows, 'record', 'records')}.`,
    ),
  deletedBatches: (count: number): Text =>
    text(
      `${count} 个批次已按留存规则删除，叶仍在树中。`,
      `${of(count, 'batch was', 'batches were')} deleted by retention; the leaves are in the tree.`,
    ),
  under: (origin: string, size: number): Text =>
    text(`检查点：${origin}，${size} 叶。`, `Checkpoint: ${origin}, ${of(size, 'leaf', 'leaves')}.`),
  storeCompared: (batches: number, deep: number): Text =>
    text(
      `分析库：核对了 ${batches} 个批次的行数，其中 ${deep} 个逐值比对。`,
      `Store: the rows of ${of(batches, 'batch', 'batches')} were counted, ${deep.toLocaleString('en')} compared value by value.`,
    ),
  faulty: (count: number): Text => text(`有 ${count} 处不符：`, `${of(count, 'fault', 'faults')}:`),
  moreFaults: (count: number): Text => text(`另有 ${count} 处`, `and ${count.toLocaleString('en')} more`),
  sound: text('全部相符。', 'All of it agrees.'),
} as const;
