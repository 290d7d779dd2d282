import { text, type Text } from '@suanjian/rulebook';

export const auditHelp = {
  audit: text('审计决策日志，或任何一张表', 'Audit the decision log, or any table'),
  mapping: text('映射文件（YAML），说明哪一列是什么', 'The mapping (YAML) that says which column is what'),
  log: text('审计数据目录中的决策日志', 'Audit the decision log of the data folder'),
  edition: text(
    '依据哪个版本（默认 final，现行规定）',
    'Edition to audit by (final, the regulation in force, unless told)',
  ),
  check: text('只运行这些检查；可重复', 'Only these checks; may be repeated'),
  from: text('从哪一天起，例如 2026-01-01', 'First day, for example 2026-01-01'),
  to: text('到哪一天止（含当天）', 'Last day, included'),
  provider: text('日志中有几个提供者时，选择哪一个', 'Which provider, when the log holds several'),
  json: text('把报告写成 JSON 文件', 'Write the report to this JSON file'),
  html: text('把报告写成网页文件', 'Write the report to this HTML file'),
  bundle: text(
    '写出签名的结果包（不含任何行和个人），供备案使用',
    'Write a signed result bundle (no rows, no people) for a filing',
  ),
  filing: text('结果包所属的备案编号', 'The number of the filing that the bundle is for'),
  traitKey: text(
    '受保护特征的密钥文件（默认用数据目录中的那一把）；只用于本次对照，收据写明用过',
    'File with the key of protected traits (that of the data folder unless told); used for this audit alone, and the receipt says so',
  ),
  rerun: text('重新计算这份报告并逐字节比对', 'Compute this report again and compare byte for byte'),
  explain: text('说明一项检查或一种方法；list 列出全部', 'Explain a check or a method; list shows all of them'),
  pack: text('从这个文件夹增加检查', 'Add the checks of this folder'),
  testPack: text('运行这个检查包的示例', 'Run the examples of this check pack'),
  runsPerYear: text(
    '一年计划审计几次（默认 1）：误差预算按次分摊',
    'How many audits a year are planned (1 unless told): they share the chance of error',
  ),
  seed: text(
    '随机抽取的种子（0 以上的整数）：自己选定一个，被审计者就无从预知会看哪一部分记录',
    'Seed of every draw (a whole number from 0): with one of your own nobody audited knows beforehand which part of very many records is looked at',
  ),
  everything: text(
    '记录再多也全部查看，不抽取一部分',
    'Look at every record, however many there are, and draw no part',
  ),
  afresh: text('不使用以前保留的按天结果', 'Use nothing that was kept of earlier runs'),
} as const;

export const auditTexts = {
  nothingAsked: text(
    '请给出映射文件，或用 --log 审计日志，或用 --explain list 查看全部检查和方法。',
    'Give a mapping, or --log to audit the log, or --explain list to see all checks and methods.',
  ),
  logOrMapping: text('--log 和映射文件只能选一个。', 'Choose one: --log or a mapping.'),
  forLogOnly: (flag: string): Text =>
    text(`--${flag} 只用于审计日志（--log）。`, `--${flag} is for auditing the log (--log).`),
  notWithRerun: (flag: string): Text =>
    text(
      `--rerun 使用报告中的设置，不能再用 --${flag}。`,
      `--rerun takes what the report says, so --${flag} has no place beside it.`,
    ),
  noEdition: (asked: string, known: readonly string[]): Text =>
    text(
      `没有版本「${asked}」，可以是：${known.join('、')}。`,
      `There is no edition “${asked}”; there are: ${known.join(', ')}.`,
    ),
  noDay: (asked: string): Text =>
    text(
      `「${asked}」不是日历上的日期，应写作 2026-02-10。`,
      `“${asked}” is no day of the calendar; write it like 2026-02-10.`,
    ),
  noRuns: (asked: number): Text =>
    text(`--runs-per-year 应为 1 至 366，不是 ${asked}。`, `--runs-per-year is 1 to 366, not ${asked}.`),
  noSeed: (asked: number): Text =>
    text(
      `--seed 应为 0 至 ${Number.MAX_SAFE_INTEGER} 的整数，不是 ${asked}。`,
      `--seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, not ${asked}.`,
    ),
  noLog: (folder: string): Text =>
    text(
      `${folder} 中没有决策日志。请先写入记录（suanjian log ingest），或用 suanjian log generate 生成示例。`,
      `There is no decision log in ${folder}. Ingest records first (suanjian log ingest), or generate some (suanjian log generate).`,
    ),
  notLoaded: (days: string): Text =>
    text(
      `分析库中这些天的记录与日志不一致：${days}。若服务正在写入，请稍后再试，或用 --to 选较早的一天；否则运行 suanjian log rebuild。`,
      `The analytical store does not hold what the log holds of these days: ${days}. If records are being written, try again later or choose an earlier day with --to; otherwise run suanjian log rebuild.`,
    ),
  leftOutDays: (from: string): Text =>
    text(
      `${from} 起的记录还在写入，未计入；审计到前一天为止。`,
      `Records from ${from} on are still being written and were left out; the audit ends the day before.`,
    ),
  auditing: text('正在审计', 'Auditing'),
  couldNotRun: (count: number): Text =>
    text(
      `有 ${count} 项没能运行，因此没有写出报告：`,
      count === 1
        ? '1 question could not be run, so no report was written:'
        : `${count} questions could not be run, so no report was written:`,
    ),
  bundleNeeds: text(
    '--bundle 需要 --filing（备案编号），并需要 --json 保存报告，以便日后核对。',
    '--bundle needs --filing (the number of the filing), and --json, so that the report is kept and can be shown when it is asked for.',
  ),
  bundleKey: (verifier: string): Text =>
    text(`结果包的验证公钥：${verifier}`, `The bundle is verified with: ${verifier}`),
  written: (path: string): Text => text(`报告已写入 ${path}。`, `The report was written to ${path}.`),
  reportUnreadable: (path: string, why: string): Text =>
    text(`${path} 不是算鉴的审计报告：${why}`, `${path} is no audit report of Suanjian: ${why}`),
  mappingNeeded: text(
    '这份报告来自映射文件，而它已不在原处。请写明：suanjian audit 映射文件 --rerun 报告。',
    'This report is of a mapping that is not where it was. Name it: suanjian audit MAPPING --rerun REPORT.',
  ),
  identical: text('逐字节相同。', 'Identical, byte for byte.'),
  differs: text('结果不同：', 'The result differs:'),
  noTraitKey: (path: string): Text =>
    text(
      `${path} 不是特征密钥：应为 32 个字节，用 base64 或十六进制书写，或密钥目录中的 traits.key。`,
      `${path} is no key of traits: that is 32 bytes in base64 or hexadecimal, or the traits.key of a key folder.`,
    ),
  traitKeyNeeded: text(
    '这份报告对照过受保护特征，重新计算要用同一把特征密钥；这里没有它。请用 --trait-key 给出。',
    'This report laid protected traits beside people. To compute it again the same key of traits is needed, and it is not here: name it with --trait-key.',
  ),
  nothingToExplain: (asked: string, near: readonly string[]): Text =>
    text(
      `没有检查或方法「${asked}」。${near.length > 0 ? `相近的有：${near.join('、')}。` : ''}用 --explain list 查看全部。`,
      `There is no check or method “${asked}”. ${near.length > 0 ? `Near it: ${near.join(', ')}. ` : ''}--explain list shows all of them.`,
    ),
  checks: text('检查', 'Checks'),
  methods: text('方法', 'Methods'),
} as const;
