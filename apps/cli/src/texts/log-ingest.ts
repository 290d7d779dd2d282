import { text, type Text } from '@suanjian/rulebook';

const of = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${several}`;

/** What is said about taking records in. */
export const ingestTexts = {
  noFiles: text('请给出要写入的文件。', 'Name the files to ingest.'),
  ingesting: text('正在写入', 'Ingesting'),
  loading: text('正在装入分析库', 'Loading into the analytical store'),
  ingested: (file: string, accepted: number, repeated: number, refused: number): Text =>
    text(
      `${file}：写入 ${accepted} 条${repeated > 0 ? `（其中 ${repeated} 条原先已在）` : ''}，拒绝 ${refused} 条。`,
      `${file}: ${of(accepted, 'record', 'records')} taken${repeated > 0 ? ` (${repeated.toLocaleString('en')} were there before)` : ''}, ${refused.toLocaleString('en')} refused.`,
    ),
  refused: (count: number): Text =>
    text(
      `有 ${count} 条记录被拒绝，其余的已写入：`,
      `${of(count, 'record was', 'records were')} refused; the others are in the log:`,
    ),
  kept: (file: string): Text =>
    text(`被拒绝的记录和原因保存在 ${file}。`, `The refused records are kept in ${file}, with the reasons.`),
  keepThem: text(
    '……加 --reject-file 文件 可保存全部被拒绝的记录和原因。',
    '… --reject-file FILE keeps all that were refused, with the reasons.',
  ),

  newKey: (epoch: number, people: number, states: number): Text =>
    text(
      `已启用第 ${epoch} 期密钥：查了 ${people} 人，重述 ${states} 项选择。`,
      `The key of epoch ${epoch} is in use: ${of(people, 'person was', 'people were')} looked up, ${of(states, 'choice was', 'choices were')} restated.`,
    ),
  serving: (url: string, folder: string): Text =>
    text(`日志服务已启动：${url}（数据目录 ${folder}）`, `The log service is running: ${url} (data folder ${folder})`),
  token: (file: string): Text => text(`令牌在 ${file}。`, `Its token stands in ${file}.`),
  open: (host: string): Text =>
    text(
      `注意：监听 ${host}，本机以外也能连接，而传输没有加密；请置于 TLS 代理之后。`,
      `Note: it listens on ${host}, reachable from other machines, and does not encrypt: put it behind a proxy with TLS.`,
    ),
  stopping: text('正在停止……', 'Stopping…'),
  stopped: text('已停止。', 'Stopped.'),
} as const;
