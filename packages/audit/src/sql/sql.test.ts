import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedExpression } from './expression.ts';
import { checkedQuery } from './query.ts';
import { SqlFault } from './tokens.ts';

const columns = new Set(['os', 'price_cents', 'spend', 'tags', 'day', 'odd ` name', "it's", 'order']);
const written = (sql: string): string => checkedExpression(sql, columns).sql;

const faultOf = (run: () => unknown): SqlFault => {
  try {
    run();
  } catch (error) {
    if (error instanceof SqlFault) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('an expression', () => {
  test.each([
    ["if(os in ('iOS', 'Android'), 'mobile', 'desktop')", "if((`os` IN ('iOS', 'Android')), 'mobile', 'desktop')"],
    ['price_cents / 100', '(`price_cents` / 100)'],
    ['log(1 + spend)', 'log((1 + `spend`))'],
    [
      "price_cents > 0 and not os = 'x' or spend is not null",
      "(((`price_cents` > 0) AND (NOT (`os` = 'x'))) OR (`spend` IS NOT NULL))",
    ],
    ['1 - 2 - 3 * -4', '((1 - 2) - (3 * (-(4))))'],
    ['spend between 1 and 2 and true', '((`spend` BETWEEN 1 AND 2) AND TRUE)'],
    ["case when os = 'a' then 1 else 0 end", "(CASE WHEN (`os` = 'a') THEN 1 ELSE 0 END)"],
    ['case os when 1 then 2 end', '(CASE `os` WHEN 1 THEN 2 END)'],
    ['spend::Nullable(Decimal(10, 2))', 'CAST(`spend` AS Nullable(Decimal(10, 2)))'],
    ["cast(spend, 'Float64') + cast(spend as Int8)", '(CAST(`spend` AS Float64) + CAST(`spend` AS Int8))'],
    ['arrayExists(x -> x > spend, tags)', 'arrayExists((`x`) -> (`x` > `spend`), `tags`)'],
    ['arrayMap((x, y) -> x + y, tags, tags)[1]', '(arrayMap((`x`, `y`) -> (`x` + `y`), `tags`, `tags`))[1]'],
    ['`odd \\` name` || "it\'s"', "concat(`odd \\` name`, `it's`)"],
    ['day - interval 1 day', '(`day` - INTERVAL 1 DAY)'],
    ["os = 'it''s' ? 1 : 2", "if((`os` = 'it\\'s'), 1, 2)"],
    ['order', '`order`'],
  ])('%s', (sql, expected) => {
    expect(written(sql)).toBe(expected);
  });

  test.each([
    '(SELECT 1)',
    'select 1',
    'os in (select name from system.tables)',
    'os in other_table',
    "file('/etc/passwd')",
    "dictGet('d', 'a', 1)",
    "joinGet('t', 'a', 1)",
    'sleep(3)',
    'hostName()',
    "getSetting('max_threads')",
    'currentUser()',
    'now()',
    'rand()',
    'sum(spend)',
    'row_number() over ()',
    'spend; drop table t',
    'spend -- comment',
    'spend /* comment */',
    '`sum`(spend)',
    '"file"(1)',
    'system.tables',
    'os.x',
    'unknown + 1',
    '{p:String}',
    '@@version',
    "'open",
    '`open',
    '',
    '1 +',
    '(1',
    'spend 2',
    '1abc',
    'spend::Dynamic',
    "cast(spend, 'Int8) settings')",
    "'\\x41'",
    'arrayMap(x -> y, tags)',
    'in(os, spend)',
    "executable('id')",
    "accurateCast(spend, 'AggregateFunction(sum, Int64)')",
    "`cast`(spend, 'AggregateFunction(sum, Int64)')",
    "cast(spend, concat('Int', '8'))",
    "cast(spend, 'Int8', 'x')",
    'materialize(spend)',
    'spend\u0000',
    'spend \u2014 1',
  ])('refuses %j', (sql) => {
    const fault = faultOf(() => written(sql));
    expect(fault.text.zh).not.toBe('');
    expect(fault.text.en).not.toBe('');
    expect(fault.column).toBeGreaterThan(0);
  });

  test('says what was probably meant', () => {
    expect(faultOf(() => written('pricecents')).text.en).toContain('Did you mean price_cents?');
    expect(faultOf(() => written('coalesc(spend, 0)')).text.en).toContain('Did you mean coalesce?');
    expect(faultOf(() => written('avg(spend)')).text.en).toContain('query');
  });

  test('what is written reads the same again', () => {
    const known = new Set(['a', 'b']);
    const leaf = fc.constantFrom('a', 'b', '1', '2.5', "'x'", 'NULL', "'\\''", '`a`');
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom('+', '-', '*', '/', '=', '<', 'AND', 'OR', '||', 'LIKE'),
            tie('expression'),
          )
          .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
        fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `if(${left}, ${right}, NOT ${left})`),
        tie('expression').map((inner) => `-(${inner}) IS NULL`),
      ),
    }));
    fc.assert(
      fc.property(expression, (sql) => {
        const once = checkedExpression(sql, known).sql;
        expect(checkedExpression(once, known).sql.replaceAll(/[() ]/gu, '')).toBe(once.replaceAll(/[() ]/gu, ''));
      }),
    );
  });

  test('deep nesting is refused, not a crash', () => {
    expect(faultOf(() => written(`${'('.repeat(5000)}1${')'.repeat(5000)}`)).text.en).toContain('nested');
    expect(faultOf(() => written('not '.repeat(5000) + '1')).text.en).toContain('nested');
    expect(faultOf(() => written('interval '.repeat(20_000) + '1 day')).text.en).toContain('nested');
    expect(faultOf(() => written(`spend::${'Array('.repeat(20_000)}Int8${')'.repeat(20_000)}`)).text.en).toContain(
      'nested',
    );
  });
});

describe('a query', () => {
  const sources = new Set(['visits', 'prices']);

  test.each([
    'SELECT * FROM visits',
    'select v.a, sum(p.price) as total from visits as v left join prices p on p.id = v.id where v.a in (1, 2) group by v.a having count() > 1 order by 1 desc limit 10',
    'WITH x AS (SELECT a FROM visits) SELECT a, row_number() OVER (PARTITION BY a ORDER BY a) AS n FROM x, prices',
    'SELECT quantileExact(0.5)(price) FROM (SELECT price FROM prices UNION ALL SELECT a FROM visits)',
    'SELECT a FROM visits ARRAY JOIN tags AS t, others AS o WHERE a IN (SELECT id FROM prices)',
    'SELECT CAST(a AS Decimal(10, 2)), a::Float64, `format`, v.settings FROM visits v',
    'SELECT v.a FROM visits AS v ARRAY JOIN tags AS t JOIN prices AS p ON p.id = v.id, visits AS w WHERE t IN (lower(v.b), NULL, -1)',
    "WITH x AS (SELECT 1 AS a), y AS (SELECT a FROM x) SELECT CAST(a, 'Nullable(Int8)') FROM (WITH z AS (SELECT a FROM y) SELECT a FROM z UNION ALL SELECT a FROM x)",
    'SELECT `from`, v.`as`, a AS `in` FROM visits v JOIN prices p USING (id) WHERE a IN (SELECT b FROM prices WHERE c IN (1)) ORDER BY a LIMIT 1, 2',
    'SELECT CASE WHEN (a = 1) THEN 1 ELSE (2) END FROM visits WHERE (a, b) IN ((1, 2), (3, 4))',
  ])('may be %s', (sql) => {
    expect(checkedQuery(sql, sources)).not.toBe('');
  });

  test.each([
    'SELECT * FROM system.tables',
    'SELECT * FROM other',
    "SELECT * FROM file('/etc/passwd')",
    "SELECT * FROM url('http://127.0.0.1/')",
    'SELECT * FROM visits, numbers(10)',
    'SELECT * FROM visits JOIN system.one ON 1 = 1',
    'SELECT * FROM visits JOIN log.exposure ON 1 = 1',
    'SELECT * FROM (visits, system.one)',
    'SELECT * FROM ((SELECT * FROM system.one))',
    'SELECT * FROM (EXPLAIN AST SELECT 1)',
    'SELECT * FROM (SHOW TABLES)',
    'SELECT (SELECT 1 FROM system.one)',
    'SELECT a IN system.one FROM visits',
    'SELECT a IN (system.one) FROM visits',
    'SELECT a IN ((other)) FROM visits',
    "SELECT a FROM visits INTO OUTFILE '/tmp/x'",
    'SELECT a FROM visits FORMAT Null',
    'SELECT a FROM visits SETTINGS max_threads = 1',
    'SELECT a FROM visits; SELECT 1',
    'INSERT INTO visits VALUES (1)',
    'SELECT "file"(\'x\') FROM visits',
    'SELECT a AS "file"(\'x\') FROM visits',
    "SELECT dictGet('d', 'x', 1) FROM visits",
    'SELECT sleep(3) FROM visits',
    'WITH x AS (SELECT * FROM system.one) SELECT * FROM x',
    'SELECT * FROM view(SELECT 1)',
    "SELECT * FROM visits AS v JOIN merge(currentDatabase(), '.*') AS m ON 1 = 1",
    "SELECT COLUMNS('a') FROM visits",
    'SELECT * APPLY(sum) FROM visits',
    'SELECT 1 FROM',
    'SELECT (1 FROM visits',
    'SELECT 1) FROM visits',
    // Each of these was read by ClickHouse as naming a table where our own eyes saw none.
    'SELECT count() AS as FROM other',
    'SELECT v.as FROM other',
    'SELECT as FROM other',
    'SELECT in(1, other) FROM visits',
    'SELECT in(1, (other)) FROM visits',
    'SELECT 1 IN (other AS x) FROM visits',
    'SELECT 1 IN (other x) FROM visits',
    'SELECT 1 FROM visits AS v JOIN prices AS p ON v.id = p.id, other',
    'SELECT 1 FROM visits AS v JOIN prices AS p USING (id), other',
    "SELECT 1 FROM visits AS v JOIN prices AS p ON v.id = p.id, format(CSV, '1') AS f",
    'SELECT 1 FROM visits AS v SAMPLE 1/10 OFFSET 1/2, other',
    'SELECT 1 FROM visits select, other',
    'SELECT 1 FROM visits AS array JOIN other ON 1 = 1',
    'SELECT 1 FROM visits JOIN prices ON visits.array JOIN other ON 1 = 1',
    'SELECT 1 FROM visits JOIN prices ON array JOIN other ON 1 = 1',
    'WITH array AS (SELECT 1) SELECT 1 FROM array JOIN other ON 1 = 1',
    // A part of WITH is a table only after it is complete, and only where it is seen.
    'WITH other AS (SELECT * FROM other) SELECT * FROM other',
    'WITH a AS (SELECT * FROM other), other AS (SELECT 1) SELECT * FROM a',
    'SELECT * FROM (WITH other AS (SELECT 1) SELECT * FROM other) AS q, other',
    'SELECT (SELECT 1) AS x, other AS (SELECT 1) FROM other',
    "SELECT CAST(a, 'AggregateFunction(sum, Int64)') FROM visits",
    "SELECT `cast`(a, concat('Int', '8')) FROM visits",
    "SELECT accurateCast(a, 'Dynamic') FROM visits",
    'SELECT a::Dynamic FROM visits',
    'WITH RECURSIVE x AS (SELECT 1 UNION ALL SELECT * FROM x) SELECT * FROM x',
  ])('refuses %s', (sql) => {
    expect(faultOf(() => checkedQuery(sql, sources)).column).toBeGreaterThan(0);
  });
});
