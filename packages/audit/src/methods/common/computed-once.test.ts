import { describe, expect, it } from 'vitest';
import { computedOnce } from './computed-once.ts';

describe('a subquery computed once', () => {
  it('is named where it stands in several places, those that hold others after what they hold', () => {
    const inner = 'SELECT 1 AS a';
    const outer = `SELECT a FROM (${inner})`;
    const statement = `SELECT * FROM (${outer}) UNION ALL SELECT * FROM (${outer}) UNION ALL SELECT * FROM (${inner})`;
    expect(computedOnce(statement, { outer, inner })).toBe(
      `WITH inner AS MATERIALIZED (${inner}),\nouter AS MATERIALIZED (SELECT a FROM inner)\nSELECT * FROM outer UNION ALL SELECT * FROM outer UNION ALL SELECT * FROM inner`,
    );
  });

  it('stays where it stands once only, and joins names that the statement gives already', () => {
    expect(computedOnce('SELECT * FROM (SELECT 1)', { one: 'SELECT 1' })).toBe('SELECT * FROM (SELECT 1)');
    expect(computedOnce('WITH (SELECT 2) AS two\nSELECT (SELECT 1), (SELECT 1), two', { one: 'SELECT 1' })).toBe(
      'WITH one AS MATERIALIZED (SELECT 1),\n(SELECT 2) AS two\nSELECT one, one, two',
    );
  });
});
