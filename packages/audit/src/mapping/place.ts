import { StoreFault, type StoreReader } from '@suanjian/decision-log';
import { text, type Text } from '@suanjian/rulebook';
import { typesOf } from '../engine/column-types.ts';
import type { Expression, PartKind } from '../engine/method.ts';
import { checkedExpression, type Columns } from '../sql/expression.ts';
import { SqlFault } from '../sql/tokens.ts';
import type { LoadedColumn } from './load/column.ts';
import type { MappingProblem } from './fault.ts';
import type { Mapping } from './mapping.ts';

/** What a mapping's expressions are about. */
export interface Table {
  readonly session: StoreReader;
  /** A table's name or a SELECT in parentheses. */
  readonly relation: string;
  readonly columns: Columns;
  /** What is known of the loaded columns, to say why one is text. */
  readonly loaded: readonly LoadedColumn[];
}

const numeric = /^(?:U?Int|Float|Decimal)/u;
const whole = /^U?Int/u;
const temporal = /^Date/u;

const fits: Readonly<Record<PartKind, (type: string) => boolean>> = {
  number: (type) => numeric.test(type) || type === 'Bool',
  flag: (type) => type === 'Bool' || whole.test(type),
  time: (type) => temporal.test(type) || numeric.test(type),
  level: (type) => !type.startsWith('Array') && !type.startsWith('Tuple') && !type.startsWith('Map'),
  key: () => true,
  any: () => true,
};

const wanted: Readonly<Record<PartKind, Text>> = {
  number: text('数', 'a number'),
  flag: text('是或否（true/false 或 0/1）', 'yes or no (true/false or 0/1)'),
  time: text('时刻', 'a moment in time'),
  level: text('一个值', 'a single value'),
  key: text('任意值', 'any value'),
  any: text('任意值', 'any value'),
};

const mend = (kind: PartKind, sql: string, type: string): Text => {
  if (kind === 'number')
    return type === 'String'
      ? text(`可写 toFloat64OrNull(${sql})`, `write toFloat64OrNull(${sql})`)
      : text('请换一列', 'choose another column');
  if (kind === 'flag' && numeric.test(type))
    return text(`是计数时可写 toInt64(${sql})`, `write toInt64(${sql}) when it is a count`);
  if (kind === 'flag') return text(`可写 ${sql} = '…'`, `write ${sql} = '…'`);
  if (kind === 'time')
    return type === 'String'
      ? text(`可写 parseDateTimeBestEffortOrNull(${sql})`, `write parseDateTimeBestEffortOrNull(${sql})`)
      : text('请换一列', 'choose another column');
  return text('请换一列', 'choose another column');
};

/** Reads expressions of one mapping and collects what is wrong with them. */
export class Places {
  readonly problems: MappingProblem[] = [];
  readonly #table: Table;
  readonly #mapping: Mapping;

  constructor(table: Table, mapping: Mapping) {
    this.#table = table;
    this.#mapping = mapping;
  }

  fault(key: string, reason: Text): void {
    const line = this.#mapping.lineOf(key);
    this.problems.push({ key, reason, ...(line === undefined ? {} : { line }) });
  }

  /** The expression with its type, or undefined when something is wrong with it, which is then kept. */
  async expression(key: string, written: string, kind: PartKind, label: string): Promise<Expression | undefined> {
    let sql: string;
    try {
      sql = checkedExpression(written, this.#table.columns).sql;
    } catch (error) {
      if (!(error instanceof SqlFault)) throw error;
      this.fault(
        key,
        text(
          `“${written}”第 ${error.column} 个字符：${error.text.zh}`,
          `"${written}", character ${error.column}: ${error.text.en}`,
        ),
      );
      return undefined;
    }
    const type = await this.#typeOf(key, written, sql);
    if (type === undefined) return undefined;
    if (fits[kind](type)) return { sql, label, type };
    const because = this.#textBecause(written);
    const { zh, en } = mend(kind, written, type);
    this.fault(
      key,
      text(
        `这里要${wanted[kind].zh}，“${written}”是 ${type}。${because?.zh ?? ''}${zh}。`,
        `${wanted[kind].en} belongs here; "${written}" is ${type}.${because === undefined ? '' : ` ${because.en}`} You may ${en}.`,
      ),
    );
    return undefined;
  }

  async #typeOf(key: string, written: string, sql: string): Promise<string | undefined> {
    try {
      const [type] = await typesOf(this.#table.session, this.#table.relation, [sql]);
      return type;
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      this.fault(
        key,
        text(`“${written}”无法计算。${error.text.zh}`, `"${written}" cannot be computed. ${error.text.en}`),
      );
      return undefined;
    }
  }

  #textBecause(written: string): Text | undefined {
    const column = this.#table.loaded.find(({ name }) => name === written.trim() || `\`${name}\`` === written.trim());
    const because = column?.textBecause;
    return because === undefined
      ? undefined
      : text(
          `第 ${because.line} 行是“${because.value}”，不是数。`,
          `Line ${because.line} holds "${because.value}", which is no number.`,
        );
  }
}
