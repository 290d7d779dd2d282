import { ClickHouseError } from '@clickhouse/client';
import { describe, expect, it } from 'vitest';
import { faultOf, withoutValues } from './clickhouse-faults.ts';

const where = 'http://writer:hidden@127.0.0.1:8123/';
const said = (code: string, message: string): ClickHouseError => new ClickHouseError({ code, type: 'X', message });

describe('withoutValues', () => {
  it.each([
    [
      "Unknown expression identifier `age` in scope SELECT age FROM t WHERE name = 'Li Si'",
      47,
      'Unknown expression identifier `age`',
    ],
    [
      "Syntax error: failed at position 8 (FROM) (line 2, col 1): FROM t WHERE 'Li Si'",
      62,
      'Syntax error at line 2, column 1',
    ],
    [
      "Multiline comment is not closed: Syntax error: failed at position 8 (/* 'Li Si'",
      62,
      'Syntax error at position 8',
    ],
    ["Cannot parse string 'Li Si' as Int64: syntax error", 6, "Cannot parse string '…' as Int64: syntax error"],
    [
      "Cannot parse input: expected '\"' before: 'Li Si\"}': (while reading the value of key price): (at row 4)",
      27,
      "Cannot parse input: expected '…' (column price, row 4)",
    ],
    ["Division by zero: while executing 'FUNCTION intDiv(1, 0)'", 153, 'Division by zero'],
  ])('%s', (message, code, expected) => expect(withoutValues(message, code)).toBe(expected));
});

describe('faultOf', () => {
  it.each([
    ['159', 'timeout'],
    ['241', 'memory'],
    ['396', 'limit'],
    ['497', 'refused'],
    ['452', 'refused'],
    ['279', 'away'],
    ['394', 'cancelled'],
    ['243', 'store'],
    ['47', 'query'],
  ])('ClickHouse %s is %s', (code, kind) => expect(faultOf(said(code, 'x'), where, 'query').kind).toBe(kind));

  it('calls rows that do not parse data when they are inserted, and a query that does not fit when they are read', () => {
    expect(faultOf(said('27', 'x'), where, 'insert').kind).toBe('data');
    expect(faultOf(said('27', 'x'), where, 'query').kind).toBe('query');
  });

  it('names the address of a store that is away, without its password', () => {
    const fault = faultOf(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), where, 'query');
    expect(fault.kind).toBe('away');
    expect(fault.message).toContain('127.0.0.1:8123');
    expect(fault.text.zh).toContain('127.0.0.1:8123');
    expect(fault.message + fault.text.zh).not.toContain('hidden');
  });

  it('knows the faults below ClickHouse, which have another form', () => {
    const fault = faultOf(
      new Error('Poco::Exception. Code: 1000, e.code() = 0, Not found: x (version 26)'),
      where,
      'query',
    );
    expect(fault.kind).toBe('store');
  });
});
