import { text, type Text } from '@suanjian/rulebook';

const many = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${several}`;

/** What the commands of the decision log say. */
export const logTexts = {
  noLog: (folder: string): Text =>
    text(
      `${folder} 中没有决策日志。请先写入记录（suanjian log ingest），或用 suanjian log generate 生成示例。`,
      `There is no decision log in ${folder}. Ingest records first (suanjian log ingest), or generate some (suanjian log generate).`,
    ),
  noDay: (asked: string): Text =>
    text(
      `「${asked}」不是日历上的日期，应写作 2026-02-10。`,
      `“${asked}” is no day of the calendar; write it like 2026-02-10.`,
    ),
  noFamily: (asked: string, known: readonly string[]): Text =>
    text(
      `没有记录类型「${asked}」，可以是：${known.join('、')}。`,
      `There is no record family “${asked}”; there are: ${known.join(', ')}.`,
    ),
  noDuration: (asked: string): Text =>
    text(
      `「${asked}」不是时长，应写作 90s、15m、6h 或 1d。`,
      `“${asked}” is no length of time; write 90s, 15m, 6h or 1d.`,
    ),

  pseudonymsWanted: text(
    '--user 应为假名（p1_ 开头）；给出原始标识时请加 --identifiers raw，它只用来换算，不会写入任何地方。',
    '--user takes a pseudonym (p1_…). With --identifiers raw it takes the id of your own systems, which is hashed and written nowhere.',
  ),

  generating: text('正在生成并写入', 'Generating and writing'),
  loading: text('正在装入分析库', 'Loading into the analytical store'),
  generateAhead: (from: string, days: number, today: string): Text =>
    text(
      `从 ${from} 起的 ${days} 天超过了今天（${today}）：日志不接收将来的记录。请改用较早的 --from，或较少的 --days。`,
      `${days} days from ${from} on reach beyond today (${today}), and a log takes no records of the future. Choose an earlier --from or fewer --days.`,
    ),
  plantTwice: (name: string): Text => text(`--plant ${name} 给出了两次。`, `--plant ${name} was given twice.`),
  plantsList: text(
    'suanjian log generate --plants 列出全部可植入的违规、大小的含义和范围。',
    'suanjian log generate --plants lists all of them, what their size means and its range.',
  ),
  notMixed: (folder: string): Text =>
    text(
      `${folder} 中的日志有真实写入的记录，生成的记录不与它混在一起。请用 --data-dir 指定另一个文件夹。`,
      `The log in ${folder} holds records that were written by somebody, and generated ones are not mixed with them. Choose another folder with --data-dir.`,
    ),
  otherGenerated: (folder: string): Text =>
    text(
      `${folder} 中已有以其他设置生成的日志。加 --replace 用新的代替它，或用 --data-dir 指定另一个文件夹。`,
      `${folder} holds a log that was generated with other settings. Put a new one in its place with --replace, or choose another folder with --data-dir.`,
    ),
  storeInUse: (folder: string): Text =>
    text(
      `另一个进程正在使用 ${folder} 的分析库；请先停止它。`,
      `Another process uses the analytical store of ${folder}; stop it first.`,
    ),
  generatedRefused: (family: string, field: string, reason: Text): Text =>
    text(
      `生成的 ${family} 记录不合格式（${field}）：${reason.zh}。这是算鉴的缺陷，请报告。`,
      `A generated ${family} record is not as it should be (${field}): ${reason.en}. This is a defect of Suanjian; please report it.`,
    ),
  generated: (rows: number, from: string, to: string, seed: number): Text =>
    text(
      `已生成 ${rows} 条记录，${from} 至 ${to}，种子 ${seed}。用 suanjian audit --log 审计（--data-dir 同上）。`,
      `Generated ${many(rows, 'record', 'records')} from ${from} to ${to} with seed ${seed}. Audit them with suanjian audit --log (and the same --data-dir).`,
    ),
  planted: (name: string, size: number, title: Text): Text =>
    text(`植入：${name}=${size}（${title.zh}）`, `Planted: ${name}=${size} (${title.en})`),
  wasThere: text('这些记录原先已全部在日志中，没有改变。', 'All of it was in the log already; nothing changed.'),
  took: (seconds: number, folder: string): Text =>
    text(`用时 ${seconds.toFixed(1)} 秒，写入 ${folder}。`, `It took ${seconds.toFixed(1)} s and lies in ${folder}.`),

  statusHead: [
    text('类型', 'family'),
    text('记录', 'records'),
    text('天数', 'days'),
    text('自', 'from'),
    text('至', 'to'),
  ],
  leaves: (count: number, root: string): Text =>
    text(`证据树：${count} 叶，根 ${root}`, `Evidence: ${many(count, 'leaf', 'leaves')}, root ${root}`),
  leafKind: (kind: string, count: number): Text => {
    const { zh, one, several } = leafKinds[kind] ?? { zh: kind, one: kind, several: kind };
    return text(`其中${zh}：${count}`, `Among them ${many(count, one, several)}`);
  },
  noCheckpoint: text(
    '还没有检查点：运行 suanjian log checkpoint。',
    'There is no checkpoint yet: run suanjian log checkpoint.',
  ),
  checkpointIs: (origin: string, size: number, witnesses: number): Text =>
    text(
      `最近的检查点：${origin}，${size} 叶，${witnesses} 个见证签名。`,
      `Last checkpoint: ${origin}, ${many(size, 'leaf', 'leaves')}, ${many(witnesses, 'signature', 'signatures')} of witnesses.`,
    ),
  rebuilt: (rows: number): Text =>
    text(
      `已由日志段重新装入 ${rows} 条记录。`,
      `Filled the store again from the segments: ${many(rows, 'record', 'records')}.`,
    ),

  coverageHead: [
    text('类型', 'family'),
    text('记录', 'records'),
    text('自', 'from'),
    text('至', 'to'),
    text('缺的天', 'days missing'),
    text('空档', 'gaps'),
    text('覆盖', 'covered'),
    text('提供者', 'providers'),
  ],
  missingDays: (family: string, days: string, count: number): Text =>
    text(`${family} 缺 ${count} 天：${days}`, `${family} has no record on ${many(count, 'day', 'days')}: ${days}`),
  gap: (family: string, stream: string, from: string, to: string, length: string): Text =>
    text(
      `${family}（${stream}）${from} 至 ${to} 没有记录（${length}，北京时间）`,
      `${family} (${stream}): no record from ${from} to ${to} (${length}; time of Beijing)`,
    ),
  moreGaps: (family: string, count: number): Text =>
    text(
      `${family} 另有 ${count} 个较短的空档。`,
      `${family} has ${many(count, 'shorter gap', 'shorter gaps')} besides.`,
    ),
  deletedDays: (family: string, count: number): Text =>
    text(
      `${family} 有 ${count} 天已按留存规则删除，证据叶仍在。`,
      `${family}: retention has deleted ${many(count, 'day', 'days')}; their leaves remain.`,
    ),
  sixMonths: (must: string, reaches: string | undefined): Text => {
    if (reaches === undefined) return text('日志中没有记录。', 'The log holds no record.');
    return reaches <= must
      ? text(
          `须留存自 ${must} 起的日志（final/28.2，六个月）；现有记录自 ${reaches} 起。`,
          `The log must reach back to ${must} (final/28.2, six months); its records begin on ${reaches}.`,
        )
      : text(
          `须留存自 ${must} 起的日志（final/28.2，六个月）；现有记录自 ${reaches} 起，此前若已提供服务，则有缺失。`,
          `The log must reach back to ${must} (final/28.2, six months); its records begin on ${reaches}: whoever served people before that day lacks their log.`,
        );
  },
  deletedTooEarly: (days: string): Text =>
    text(`不满六个月就被删除的天：${days}`, `Days that were deleted before their six months were over: ${days}`),
  notComplete: text(
    '有记录不等于记录完整：应当记录而从未写入的事，任何日志自身都看不出来。',
    'Coverage is not completeness: what should have been logged and never was, no log can show by itself.',
  ),
} as const;

const leafKinds: Readonly<Record<string, { readonly zh: string; readonly one: string; readonly several: string }>> = {
  extract: { zh: '调取', one: 'extract', several: 'extracts' },
  retention: { zh: '删除', one: 'deletion by retention', several: 'deletions by retention' },
  'key-epoch': { zh: '假名密钥更换', one: 'change of the pseudonym key', several: 'changes of the pseudonym key' },
  hold: { zh: '保全', one: 'legal hold', several: 'legal holds' },
  'hold-release': { zh: '解除保全', one: 'release of a hold', several: 'releases of holds' },
};
