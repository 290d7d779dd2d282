import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { text, type Text } from '@suanjian/rulebook';
import { StoreError, StoreUnavailable } from './errors.ts';

/** What a statement ran into, as far as callers act on it. */
export type QueryFaultKind = 'unique' | 'foreign-key' | 'check' | 'serialization' | 'denied';

/** A statement the database refused for a reason that callers may handle. `constraint` names the violated one, if any. */
export class QueryFault extends StoreError {
  readonly kind: QueryFaultKind;
  readonly constraint: string | undefined;

  constructor(kind: QueryFaultKind, constraint: string | undefined, options?: ErrorOptions) {
    super(`query-${kind}`, explanations[kind], options);
    this.kind = kind;
    this.constraint = constraint;
  }
}

const explanations: Record<QueryFaultKind, Text> = {
  unique: text('已有一条相同的记录，不能重复保存。', 'The same record exists already and cannot be stored twice.'),
  'foreign-key': text(
    '所引用的记录不存在，或仍被其他记录引用。',
    'A record that is referred to does not exist, or is still referred to.',
  ),
  check: text('数据不符合存储规则，未保存。', 'The data breaks a rule of the store and was not saved.'),
  serialization: text(
    '同时发生的另一项修改与此冲突，请重试。',
    'Another change at the same moment conflicts with this one. Try again.',
  ),
  denied: text('当前身份无权读取或修改这些数据。', 'The present role may not read or change this data.'),
};

const kindOfState: Readonly<Record<string, QueryFaultKind>> = {
  '23505': 'unique',
  '23P01': 'unique',
  '23503': 'foreign-key',
  '23001': 'foreign-key',
  '23502': 'check',
  '23514': 'check',
  '40001': 'serialization',
  '40P01': 'serialization',
  '42501': 'denied',
};

/** Classes 08 (connection), and the server being stopped or starting. */
const lostState = /^(08...|57P0[1-5])$/;
const lostCode = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
const lostMessage =
  /^(Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end)/;

const connectionLost = (cause: Error): StoreUnavailable =>
  new StoreUnavailable(text('与数据库的连接已中断或无法建立。', 'the connection was lost or could not be made.'), {
    cause,
  });

/** Turns a driver's error into a typed one; anything else comes back as it was. */
export const asStoreError = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  if (error.cause instanceof StoreError) return error.cause;
  if (error instanceof pg.DatabaseError) {
    const state = error.code ?? '';
    const kind = kindOfState[state];
    if (kind !== undefined) return new QueryFault(kind, error.constraint, { cause: error });
    return lostState.test(state) ? connectionLost(error) : error;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return lostCode.has(code) || lostMessage.test(error.message) ? connectionLost(error) : error;
};

/** Runs `work`, with errors of the driver turned into typed ones. */
export const withStoreErrors = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error);
  }
};

export interface RetryOptions {
  /** How often in all, 5 unless told. */
  readonly attempts?: number;
  /** Waits between attempts; real time unless told. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Runs `work` again when it lost against a concurrent change (serialization failure or deadlock). `work` must start a new transaction each time. */
export const withRetry = async <Result>(work: () => Promise<Result>, options: RetryOptions = {}): Promise<Result> => {
  const { attempts = 5, wait = (milliseconds: number) => pause(milliseconds) } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await withStoreErrors(work);
    } catch (error) {
      if (!(error instanceof QueryFault) || error.kind !== 'serialization' || attempt >= attempts) throw error;
      await wait(5 * 2 ** attempt);
    }
  }
};
