import { ClickHouseError } from '@clickhouse/client';
import { text, type Text } from '@suanjian/rulebook';
import { StoreFault, type StoreFaultKind } from './store-fault.ts';

const explanations: Record<Exclude<StoreFaultKind, 'schema' | 'configuration'>, Text> = {
  away: text('分析库没有应答。', 'The analytical store does not answer.'),
  refused: text('分析库拒绝了这个操作。', 'The analytical store refused this.'),
  timeout: text('查询超过了允许的时间，已停止。', 'The query took longer than allowed and was stopped.'),
  memory: text('查询超过了允许的内存，已停止。', 'The query needed more memory than allowed and was stopped.'),
  limit: text('查询超过了允许的数量，已停止。', 'The query went beyond what is allowed and was stopped.'),
  cancelled: text('查询已被取消。', 'The query was cancelled.'),
  query: text('查询有误。', 'The query is wrong.'),
  data: text('要写入的数据与表不符。', 'The rows to insert do not fit the table.'),
  store: text('分析库发生故障。', 'The analytical store has a fault.'),
};

/** ClickHouse's error numbers by what they mean to us; whatever is not listed is a fault of the query. */
const kinds: readonly (readonly [StoreFaultKind, readonly number[]])[] = [
  ['timeout', [159, 160]],
  ['memory', [241, 173]],
  ['limit', [158, 191, 201, 202, 290, 307, 396, 582]],
  ['refused', [164, 291, 344, 446, 452, 481, 482, 492, 493, 494, 497, 516, 700]],
  ['cancelled', [394, 735]],
  ['away', [198, 209, 210, 279, 519]],
  ['store', [27_182, 74, 75, 76, 107, 198, 225, 242, 243, 246, 252, 999, 1000, 1001, 1002]],
];

/** Numbers of faults in the rows themselves; their messages repeat the rows. */
const dataCodes = new Set([6, 26, 27, 33, 38, 41, 53, 69, 70, 72, 117, 130, 321, 349, 441, 467, 540, 636, 691]);

const kindOf = (code: number): StoreFaultKind => kinds.find(([, codes]) => codes.includes(code))?.[0] ?? 'query';

/** Where ClickHouse begins to repeat the query or the rows. */
const repeats =
  /(?:,? ?In scope |:? ?[Ii]n scope |: ?[Ww]hile |, while |\(at row|\(at end of|\bRow \d+:|: ?at row|, before: |before: |parsed text|: ?[Cc]annot parse input|ERROR:|: ?max_query_size|\. ?Expected one of| ?\(version )/;

/** `Syntax error: failed at position 8 (FROM) (line 1, col 8): FROM x …`: the position says enough. */
const syntaxError = /Syntax error.*?failed at position (\d+)/su;
const linePlace = /\(line (\d+), col (\d+)\)/u;

/** Which column and row of an insert: names and numbers, no values. */
const placeOf = (message: string): string => {
  const column = /value of key (\w+)|Column \d+, +name: (\w+)/u.exec(message);
  const row = /\(at row (\d+)\)|\bRow (\d+):/u.exec(message);
  const parts = [
    ...(column === null ? [] : [`column ${column[1] ?? column[2]}`]),
    ...(row === null ? [] : [`row ${row[1] ?? row[2]}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
};

/**
 * ClickHouse's message without what it repeats of the query or of the rows: names stay (a person must know which column is unknown),
 * values go.
 */
export const withoutValues = (message: string, code: number): string => {
  const syntax = syntaxError.exec(message);
  if (syntax !== null) {
    const [, line, column] = linePlace.exec(message) ?? [];
    const place = line === undefined ? `position ${syntax[1]}` : `line ${line}, column ${column}`;
    return `Syntax error at ${place}`;
  }
  const cut = repeats.exec(message);
  const head = (cut === null ? message : message.slice(0, cut.index)).trim().replace(/[\s:,.]+$/u, '');
  const short = head.length > 600 ? `${head.slice(0, 600)}…` : head;
  if (!dataCodes.has(code)) return short;
  return `${short.replaceAll(/'[^']*'|"[^"]*"/gu, "'…'")}${placeOf(message)}`;
};

const isAbort = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || /user aborted|The operation was aborted/iu.test(error.message));

const addressOnly = (address: string): string => {
  try {
    const { host, protocol } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
};

/** Turns whatever the client threw into a `StoreFault`. `where` is the node's address, shown without its password. */
export const faultOf = (error: unknown, where: string, doing: 'query' | 'insert'): StoreFault => {
  if (error instanceof StoreFault) return error;
  if (error instanceof ClickHouseError) {
    const code = Number(error.code);
    const kind = doing === 'insert' && dataCodes.has(code) ? 'data' : kindOf(code);
    const explanation = kind === 'schema' || kind === 'configuration' ? explanations.store : explanations[kind];
    return new StoreFault(kind, explanation, {
      code,
      ...(error.type === undefined ? {} : { type: error.type }),
      message: withoutValues(error.message, code),
    });
  }
  if (isAbort(error)) return new StoreFault('cancelled', explanations.cancelled);
  const at = addressOnly(where);
  const reason = error instanceof Error ? error.message : String(error);
  if (/Timeout error/u.test(reason))
    return new StoreFault(
      'timeout',
      text(`分析库 ${at} 在限定时间内没有应答。`, `The analytical store at ${at} did not answer in time.`),
    );
  // Faults below ClickHouse's own have another form than the client knows.
  if (/Exception|Code: \d+/u.test(reason))
    return new StoreFault('store', explanations.store, { message: withoutValues(reason.split('\n')[0] ?? '', 0) });
  return new StoreFault('away', text(`连不上分析库 ${at}。`, `The analytical store at ${at} does not answer.`), {
    cause: error,
  });
};
