import { text, type Text } from '@suanjian/rulebook';

export type StoreFaultKind =
  /** Nobody answers: not started, ended, network. Nothing is known about the statement that was under way. */
  | 'away'
  /** The user may not do this, or a setting is outside its caps. */
  | 'refused'
  /** Longer than the time allowed. */
  | 'timeout'
  /** More memory, rows or bytes than allowed. */
  | 'memory'
  | 'limit'
  /** Stopped by its own caller. */
  | 'cancelled'
  /** The SQL is wrong, or does not fit the data. */
  | 'query'
  /** The rows to insert do not fit the table. */
  | 'data'
  /** The table that is there is not the one described. */
  | 'schema'
  /** The store cannot run here as configured. */
  | 'configuration'
  /** Anything else ClickHouse says. */
  | 'store';

export interface StoreFaultDetails {
  /** ClickHouse's number and name for the fault. */
  readonly code?: number;
  readonly type?: string;
  /** ClickHouse's own message, without the values that stood in the query or the data. */
  readonly message?: string;
  readonly cause?: unknown;
}

/** A fault of the analytical store, in words for people. `message` is the English text with ClickHouse's own sentence after it. */
export class StoreFault extends Error {
  readonly kind: StoreFaultKind;
  readonly text: Text;
  readonly code: number | undefined;
  readonly type: string | undefined;
  /** What ClickHouse itself said, without values. */
  readonly detail: string | undefined;

  constructor(kind: StoreFaultKind, explanation: Text, details: StoreFaultDetails = {}) {
    const { code, type, message, cause } = details;
    const withDetail =
      message === undefined
        ? explanation
        : text(`${explanation.zh} ClickHouse：${message}`, `${explanation.en} ClickHouse: ${message}`);
    super(withDetail.en, cause === undefined ? undefined : { cause });
    this.name = 'StoreFault';
    this.kind = kind;
    this.text = withDetail;
    this.code = code;
    this.type = type;
    this.detail = message;
  }
}
