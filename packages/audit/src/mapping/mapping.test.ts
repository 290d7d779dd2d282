import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ceilingOfBytes, openStore, usualCeiling, type LogStore, type UnpackingCeiling } from '@suanjian/decision-log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../checks/checks.ts';
import { methods } from '../methods/methods.ts';
import { errorBudget } from '../receipt/receipt.ts';
import type { ReportResult } from '../report/schema.ts';
import { auditMapping, type MappingOutcome } from './audit-mapping.ts';
import { MappingFault } from './fault.ts';

let folder: string;
let store: LogStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suanjian-mapping-'));
  store = await openStore({ kind: 'embedded', folder: join(folder, 'store') });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);

const audited = (yaml: string, ceiling: UnpackingCeiling = usualCeiling): Promise<MappingOutcome> => {
  file('mapping.yaml', yaml);
  return auditMapping({
    path: join(folder, 'mapping.yaml'),
    store,
    methods,
    checks,
    edition: 'final',
    seed: 1,
    error: errorBudget(1),
    host: 'test',
    clock: () => 0,
    ceiling,
  });
};

const results = async (yaml: string): Promise<readonly ReportResult[]> => {
  const { report, notRun } = await audited(yaml);
  expect(notRun).toEqual([]);
  return report?.results ?? [];
};

/** The whole of what a person is told, one line a problem. */
const refusal = async (yaml: string): Promise<string> => {
  try {
    const { report, notRun } = await audited(yaml);
    expect(report).toBeUndefined();
    return notRun.map((fault) => fault.text.en).join('\n');
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    for (const { reason } of error.problems) {
      expect(reason.zh).not.toBe('');
      expect(reason.en).not.toBe('');
    }
    return error.problems
      .map(({ line, key, file: data, reason }) =>
        [line, key, data, reason.en].filter((part) => part !== undefined).join(' | '),
      )
      .join('\n');
  }
};

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');
const offers = `os,bought,city\n${rows(4000, (index) => `${index % 2 === 0 ? 'iOS' : 'Android'},${(Math.floor(index / 2) * 7919) % 10 < 3 ? 'true' : 'false'},${index % 3 === 0 ? 'north' : 'south'}`)}\n`;
const rate = (more = '', source = 'offers.csv'): string =>
  `source: ${source}\nmethod: rate-gap\nparts: { group: os, outcome: bought }\n${more}`;

describe('a table of one’s own', () => {
  beforeAll(() => file('offers.csv', offers));

  test('is audited from a few lines', async () => {
    const [result] = await results(rate('compare: [iOS, Android]\nparameters: { materiality: 0.05 }\n'));
    expect(result).toMatchObject({ method: 'rate-gap', check: null, clause: null, verdict: 'pass', n: 4000 });
    const groups = result?.values['groups'];
    expect(groups).toMatchObject({ iOS: { n: 2000 }, Android: { n: 2000 } });
  });

  test('the same table as NDJSON, gzipped CSV and a glob of two files gives the same numbers', async () => {
    const lines = offers.trim().split('\n').slice(1);
    file(
      'offers.ndjson',
      rows(lines.length, (index) => {
        const [os, bought, city] = (lines[index] ?? '').split(',');
        return JSON.stringify({ os, bought: bought === 'true', city });
      }),
    );
    file('zipped.csv.gz', gzipSync(offers));
    file('part-1.csv', `os,bought,city\n${lines.slice(0, 1000).join('\n')}\n`);
    file('part-2.csv', `os,bought,city\n${lines.slice(1000).join('\n')}\n`);
    // One that holds more than it may is named, and nothing is audited.
    file('zipped.ndjson.gz', gzipSync(rows(lines.length, () => '{"os":"iOS","bought":true}')));
    for (const source of ['zipped.csv.gz', 'zipped.ndjson.gz'])
      await expect(audited(rate('', source), ceilingOfBytes(20_000))).rejects.toMatchObject({
        problems: [{ file: source, reason: { en: expect.stringContaining('was not unpacked further') as string } }],
      });
    const all = [];
    for (const source of ['offers.csv', 'offers.ndjson', 'zipped.csv.gz', 'part-*.csv']) {
      const [result] = await results(rate('', source));
      all.push({ estimate: result?.estimate, interval: result?.interval, p: result?.p, n: result?.n });
    }
    expect(new Set(all.map((entry) => JSON.stringify(entry))).size).toBe(1);
  });

  test('named sources are joined by a query, and one verdict each is given with by', async () => {
    file('cities.csv', 'city,size\nnorth,large\nsouth,small\n');
    const found = await results(
      `source:\n  offers: offers.csv\n  cities: cities.csv\nquery: SELECT o.os, o.bought, c.size FROM offers AS o JOIN cities AS c ON o.city = c.city\nmethod: rate-gap\nparts: { group: os, outcome: bought }\nby: [size]\nwhere: size != 'medium'\n`,
    );
    expect(found[0]?.units.map((unit) => unit.by['size']).toSorted()).toEqual(['large', 'small']);
  });

  test('several audits in one file are corrected together and named apart', async () => {
    const found = await results(`${rate()}---\n${rate("where: city = 'north'\n")}`);
    expect(found.map(({ id }) => id)).toEqual(['rate-gap', 'rate-gap#2']);
    expect(found.map(({ n }) => n)).toEqual([4000, 1334]);
  });

  test('a suppressed count decides only what holds over its whole range', async () => {
    file('counts.csv', 'grp,low,high,trials\na,40,60,1000\nb,40,40,1000\nc,10,400,1000\n');
    const one = (compare: string): string =>
      `source: counts.csv\nmethod: rate-gap\nparts:\n  group: grp\n  outcome: { low: low, high: high }\n  trials: trials\ncompare: ${compare}\nparameters: { materiality: 0.2 }\n`;
    expect((await results(one('[a, b]')))[0]?.verdict).toBe('pass');
    const wide = (await results(one('[c, b]')))[0];
    expect(wide?.verdict).toBe('not-enough-data');
    expect(wide?.interval?.[0]).toBeLessThan(0);
    expect(wide?.interval?.[1]).toBeGreaterThan(0.3);
  });

  test('a family says which checks it could not run, and for want of which fields', async () => {
    file(
      'orders.csv',
      `order,rider,kind\n${rows(40, (index) => `o${index},r${index % 4},${index % 2 === 0 ? 'a' : 'b'}`)}\n`,
    );
    const { report } = await audited(
      'source: orders.csv\nfamily: dispatch\nparts: { time: "1767225600000", order: order, worker: rider, worker_group: kind }\n',
    );
    const said = report?.run.notes.map(({ en }) => en).join('\n');
    expect(said).toContain('feasible-time (promised, feasible)');
    expect(said).not.toContain('order-share (');
    expect(report?.results.map(({ check }) => check)).toContain('order-share');
  });

  test('rooms are empty afterwards, whatever happened', async () => {
    await refusal(rate('', 'nothing.csv'));
    const left = await store.writer.query<{ name: string }>(
      "SELECT name FROM system.databases WHERE name NOT IN ('log', 'system', 'default', 'information_schema', 'INFORMATION_SCHEMA')",
    );
    expect(left).toEqual([]);
  });

  test('a column whose name is SQL is only ever a name', async () => {
    file(
      'odd.csv',
      `"x); DROP TABLE source; --",bought\n${rows(400, (index) => `${index % 2 === 0 ? 'a' : 'b'},${index % 3 === 0 ? 'true' : 'false'}`)}\n`,
    );
    const [result] = await results(
      'source: odd.csv\nmethod: rate-gap\nparts: { group: "`x); DROP TABLE source; --`", outcome: bought }\n',
    );
    expect(result?.n).toBe(400);
  });
});

describe('what is wrong is said with file, part and mend', () => {
  beforeAll(() => {
    file('offers.csv', offers);
    file('empty.csv', 'os,bought\n');
    file('nothing-at-all.csv', '');
    file('one-group.csv', `os,bought\n${rows(50, (index) => `iOS,${index % 2 === 0 ? 'true' : 'false'}`)}\n`);
    file('all-equal.csv', `os,bought\n${rows(50, (index) => `${index % 2 === 0 ? 'iOS' : 'Android'},true`)}\n`);
    file(
      'mixed.csv',
      `os,bought\n${rows(50, (index) => `${index % 2 === 0 ? 'iOS' : 'Android'},${index === 30 ? 'maybe' : '1'}`)}\n`,
    );
    file('twice.csv', 'a,a\n1,2\n');
    file('ragged.csv', 'a,b\n1,2\n3\n');
    file('open-quote.csv', 'a,b\n1,"2\n3,4\n');
    file('broken.ndjson', '{"a":1}\n{"a":\n');
    file('list.ndjson', '[1]\n');
    file('long.ndjson', `{"a":"${'x'.repeat(17 * 1024 * 1024)}"}\n`);
    file('long.csv', `a,b\n"${'x'.repeat(17 * 1024 * 1024)}\n`);
    file('cut.parquet', 'PAR1 and then nothing');
    file('wide.csv', `${','.repeat(200_000)}\n`);
    file(
      'wide.ndjson',
      `${JSON.stringify(Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`c${index}`, index])))}\n`,
    );
    file('deep.ndjson', `{"os":1,"bought":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`);
    file('table.xlsx', 'x');
    file(
      'clocks.csv',
      'who,at,seconds,what,least,most,later\na,2026-01-01 10:00:00,1767225600,x,1,2,5\nb,2026-01-02 10:00:00,1767312000,y,5,3,-7\nc,1970-01-01 00:00:00,1767312001,y,1,9,7\n',
    );
  });

  test.each<[name: string, yaml: string, expected: readonly string[]]>([
    [
      'a part is missing',
      'source: offers.csv\nmethod: rate-gap\nparts: { group: os }\n',
      ['3 | parts | The part outcome is missing'],
    ],
    [
      'a part is misspelt',
      'source: offers.csv\nmethod: rate-gap\nparts: { group: os, outcom: bought }\n',
      ['Did you mean outcome?', 'outcome is missing'],
    ],
    [
      'a method is misspelt',
      'source: offers.csv\nmethod: rate-gab\nparts: { group: os }\n',
      ['2 | method', 'Did you mean rate-gap?'],
    ],
    ['a key is misspelt', rate('wher: city\n'), ['4 | wher', 'Did you mean where?']],
    [
      'two questions at once',
      'source: offers.csv\nmethod: rate-gap\ncheck: x\nparts: { group: os }\n',
      ['Exactly one of method, check and family'],
    ],
    ['an expression does not parse', rate('where: "city ="\n'), ['where', 'Character 7']],
    ['an expression fails', rate('where: "city > 5 + toDate(os)"\n'), ['where']],
    ['an expression reaches out', rate('where: "city IN (SELECT name FROM system.tables)"\n'), ['no subquery']],
    [
      'a query reaches out',
      'source: offers.csv\nquery: SELECT * FROM system.tables\nmethod: rate-gap\nparts: { group: name, outcome: 1 }\n',
      ['query', 'only the names of sources may stand: source'],
    ],
    [
      'a column of the wrong type',
      'source: mixed.csv\nmethod: rate-gap\nparts: { group: os, outcome: bought }\n',
      ['parts.outcome', 'Line 32 holds "maybe"'],
    ],
    ['an empty table', rate('', 'empty.csv'), ['There is not a single row']],
    ['an empty file', rate('', 'nothing-at-all.csv'), ['nothing-at-all.csv', 'The file is empty']],
    ['one group only', rate('', 'one-group.csv'), ['parts.group', 'only one group (iOS)']],
    ['all values equal', rate('', 'all-equal.csv'), ['parts.outcome', 'All values are equal']],
    ['nothing is left by where', rate("where: city = 'nowhere'\n"), ['where', 'not a single row']],
    ['a column twice', rate('', 'twice.csv'), ['Two columns of the header are called "a"']],
    ['a line with fewer columns', rate('', 'ragged.csv'), ['ragged.csv', 'Line 3']],
    ['an open quote', rate('', 'open-quote.csv'), ['open-quote.csv', 'quote']],
    ['broken JSON', rate('', 'broken.ndjson'), ['broken.ndjson', 'Line 2 is no well-formed JSON']],
    ['JSON that is no object', rate('', 'list.ndjson'), ['Line 1 is no JSON object']],
    ['an endless line of JSON', rate('', 'long.ndjson'), ['long.ndjson', 'Line 1 is longer than 16 MB']],
    ['an endless line of CSV', rate('', 'long.csv'), ['long.csv', 'longer than 16 MB']],
    ['more columns than any table has', rate('', 'wide.csv'), ['wide.csv', 'at most 5000 are read']],
    ['more keys than any table has', rate('', 'wide.ndjson'), ['wide.ndjson', 'at most 5000 are read']],
    ['JSON nested beyond measure', rate('', 'deep.ndjson'), ['deep.ndjson', 'Line 1 is nested too deeply']],
    ['a truncated Parquet', rate('', 'cut.parquet'), ['cut.parquet', 'no complete Parquet']],
    ['a format nobody knows', rate('', 'table.xlsx'), ['The format of table.xlsx is not known']],
    ['a file that is not there', rate('', 'missing.csv'), ['There is no file missing.csv']],
    ['a pattern that matches nothing', rate('', 'missing-*.csv'), ['No file matches missing-*.csv']],
    ['a value no parameter takes', rate('parameters: { measure: sideways }\n'), ['parameters.measure', '"sideways"']],
    [
      'a misspelt parameter',
      rate('parameters: { measures: ratio }\n'),
      ['no parameter measures', 'Did you mean measure?'],
    ],
    [
      'a parameter that is missing',
      'source: offers.csv\nmethod: coverage\nparts: { time: os }\n',
      ['The parameter every is missing', 'audit --explain coverage'],
    ],
    [
      'a length of time in no known unit',
      'source: offers.csv\nmethod: coverage\nparts: { time: os }\nparameters: { every: soon }\n',
      ['"soon"', 'ms, s, min, h or d'],
    ],
    [
      'a group that is not there',
      rate('compare: [ios, Android]\n'),
      ['4 | compare', 'There is no group ios. Did you mean iOS?', 'Android, iOS'],
    ],
    [
      'a group that `where` leaves out',
      rate("compare: [iOS, Android]\nwhere: os = 'iOS'\n"),
      ['There is no group Android'],
    ],
    [
      'parameters of a check, which brings its own',
      'source: offers.csv\ncheck: worker-pay\nparts: { order: os }\nparameters: { materiality: 0.2 }\n',
      ['4 | parameters', 'A check brings its own parameters'],
    ],
    [
      'a field of a family that is missing',
      'source: offers.csv\nfamily: quote\nparts: { item: os }\n',
      ['The field price is missing', 'Write price: and a column'],
    ],
    ['compare with one group', rate('compare: [iOS]\n'), ['at least two groups']],
    [
      'several sources without a query',
      'source: { a: offers.csv, b: offers.csv }\nmethod: rate-gap\nparts: { group: os, outcome: bought }\n',
      ['a query must say'],
    ],
    ['no YAML at all', 'source: [\n', ['no well-formed YAML']],
    [
      'a clock that was never set',
      'source: clocks.csv\nmethod: trend\nparts: { user: who, time: at, key: what }\n',
      ['3 | parts.time', '1 rows of clocks.csv', 'outside the years 2000 to 2099', '1970-01-01'],
    ],
    [
      'seconds where milliseconds belong',
      'source: clocks.csv\nmethod: coverage\nparts: { time: seconds }\nparameters: { every: 1 h }\n',
      ['3 | parts.time', '3 rows of clocks.csv', 'seconds * 1000'],
    ],
    [
      'a range that ends before it begins',
      'source: clocks.csv\nmethod: rate-gap\nparts: { group: who, outcome: { low: least, high: most }, trials: 10 }\n',
      ['3 | parts.outcome', '1 rows of clocks.csv', '5 … 3', 'the wrong way round'],
    ],
    [
      'two clocks that disagree',
      'source: clocks.csv\nmethod: invariant\nparts: { row: who, must: most > 0, elapsed: later }\n',
      ['3 | parts.elapsed', '1 rows of clocks.csv', 'such as -7'],
    ],
    [
      'a clock that was never set, in a table of a family',
      'source: clocks.csv\nfamily: quote\nparts: { time: at, request: who, user: who, item: what, list_price: most, price: most }\n',
      ['3 | parts.time', '1 rows of clocks.csv', '1970-01-01'],
    ],
    ['an empty mapping', '', ['empty']],
    [
      'aliases that grow beyond measure',
      `a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n${rate('')}`,
      ['cannot be resolved', 'alias'],
    ],
    ['an alias of nothing', rate('where: *nowhere\n'), ['alias']],
    [
      'several faults at once',
      'source: offers.csv\nmethod: rate-gap\nparts: { group: oss, outcome: city }\nby: nowhere\n',
      ['Did you mean os?', 'parts.outcome', 'by'],
    ],
  ])('%s', async (_, yaml, expected) => {
    const said = await refusal(yaml);
    for (const part of expected) expect(said).toContain(part);
  });

  test('a column with a space in its name is quoted for the person', async () => {
    file('spaced.csv', 'quoted at,quote_id,price\n2026-01-01 10:00:00,1,10\n2026-01-02 10:00:00,2,11\n');
    expect(
      await refusal('source: spaced.csv\nmethod: value-gap\nparts: { group: quoted at, value: price }\n'),
    ).toContain('Did you mean "quoted at"? Such a name goes in back-quotes');
  });

  test('a table in place of a mapping', async () => {
    const asMapping = auditMapping({
      path: join(folder, 'offers.csv'),
      store,
      methods,
      checks,
      edition: 'final',
      seed: 1,
      error: errorBudget(1),
      host: 'x',
      clock: () => 0,
    });
    await expect(asMapping).rejects.toThrow('This is a table, not a mapping.');
  });

  test('a mapping that is not there', async () => {
    await expect(
      auditMapping({
        path: join(folder, 'none.yaml'),
        store,
        methods,
        checks,
        edition: 'final',
        seed: 1,
        error: errorBudget(1),
        host: 'x',
        clock: () => 0,
      }),
    ).rejects.toBeInstanceOf(MappingFault);
  });
});

const audits = join(import.meta.dirname, '../../../../../shared/data/audits');

describe('real tables with published results', () => {
  test('admissions to Berkeley, 1973: no verdict against either sex once departments are held apart', async (context) => {
    if (!existsSync(audits)) context.skip('the real audit data are not beside the project (../shared/data/audits)');
    file('ucb.csv', readFileSync(join(audits, 'hmda-resume-ucb/ucb_admissions.csv')));
    const [result] = await results(
      `source: ucb.csv\nquery: "SELECT Gender, Dept, sumIf(Freq, Admit = 'Admitted') AS admitted, sum(Freq) AS applied FROM source GROUP BY Gender, Dept"\nmethod: rate-gap\nparts: { group: Gender, outcome: admitted, trials: applied }\ncompare: [Female, Male]\nstrata: [Dept]\n`,
    );
    expect(result?.verdict).not.toBe('fail');
    expect(result?.values['groups']).toMatchObject({
      Male: { rate: expect.closeTo(0.445, 3) },
      Female: { rate: expect.closeTo(0.304, 3) },
    });
  });
});
