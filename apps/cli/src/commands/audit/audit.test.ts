import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSchema, verifyBundle } from '@suanjian/audit';
import { logFolder, openDecisionLog, openStore } from '@suanjian/decision-log';
import { parseVerifier } from '@suanjian/evidence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSuanjian } from '../../run.ts';
import { testTerminal } from '../../testing/test-terminal.ts';

const pack = new URL('../../../../../examples/check-pack', import.meta.url).pathname;

let folder = '';
let data = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-cli-audit-'));
  data = join(folder, 'data');
  await append('first', [
    { at: '2026-01-05T12:00:00+08:00', surface: 'popup', request: 'r-day' },
    { at: '2026-01-06T23:30:00+08:00', surface: 'popup', request: 'r-night' },
    { at: '2026-01-07T23:30:00+08:00', surface: 'feed', request: 'r-feed' },
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Shown {
  readonly at: string;
  readonly surface: string;
  readonly request: string;
}

const exposure = ({ at, surface, request }: Shown): string =>
  JSON.stringify({
    time: Date.parse(at),
    provider: 'demo',
    request,
    user: 'p1_AAAAAAAAAAAAAAAAAAAAAA',
    audience: 'minor',
    surface,
    position: 1,
    item: 'i-1',
    technique: 'personalised',
    personalised: true,
  });

const append = async (batch: string, rows: readonly Shown[]): Promise<void> => {
  const log = await openDecisionLog({
    folder: data,
    clock: () => Date.UTC(2026, 1, 1),
    randomness: randomBytes,
    threads: 0,
  });
  const { refusals } = await log.append('exposure', `${rows.map(exposure).join('\n')}\n`, { batch });
  await log.close();
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals));
};

const suanjian = async (...line: readonly string[]) => {
  const terminal = testTerminal(folder, { environment: { DATA_DIR: data } });
  const code = await runSuanjian(line, terminal.world);
  return { code, said: terminal.said(), complained: terminal.complained() };
};
const audited = (...more: readonly string[]) =>
  suanjian('audit', '--log', '--pack', pack, '--check', 'night-popups', ...more);

describe('an audit of the log', () => {
  test('fails with 1, names the rows to look at, and writes both files', async () => {
    const { code, said, complained } = await audited('--json', 'report.json', '--html', 'report.html');
    expect(code).toBe(1);
    expect(said).toContain('fail');
    expect(said).toContain('night-popups');
    expect(said).toContain('r-night');
    expect(said).toContain('have not changed since they were acknowledged');
    expect(said).not.toContain('\u001b[');
    expect(complained).toContain('1 duty failed.');
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));
    expect(report.results).toMatchObject([
      { check: 'night-popups', clause: 'final/18.2', verdict: 'fail', estimate: 1, n: 3 },
    ]);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*Pop-ups to minors at night/u,
    );
  });

  test('goes up as a signed bundle that names nobody', async () => {
    const { code, complained } = await audited(
      '--json',
      'kept.json',
      '--bundle',
      'bundle.note',
      '--filing',
      'FILING-1',
    );
    expect(code).toBe(1);
    const note = await readFile(join(folder, 'bundle.note'), 'utf8');
    const key = /verified with: (\S+)/u.exec(complained)?.[1] ?? '';
    const checked = verifyBundle(note, [parseVerifier(key)]);
    expect(checked).toMatchObject({
      outcome: 'verified',
      bundle: { filing: 'FILING-1', results: [{ verdict: 'fail', n: null }] },
    });
    expect(note).not.toContain('r-night');
    expect(
      (await audited('--json', 'kept.json', '--bundle', 'again.note', '--filing', 'FILING-1')).complained,
    ).toContain(key);
    expect((await stat(join(data, 'keys', 'audit', 'bundle-key'))).mode & 0o777).toBe(0o600);
  });

  test('passes with 0 over days without a fault', async () => {
    const { code, said } = await audited('--from', '2026-01-05', '--to', '2026-01-05');
    expect(said).toContain('No duty failed.');
    expect(code).toBe(0);
  });

  test('speaks Chinese', async () => {
    const { said } = await audited('--lang', 'zh');
    expect(said).toContain('夜间向未成年人弹窗');
    expect(said).toContain('不合格');
  });

  test('is the same when it is run again, until records come late', async () => {
    await audited('--json', 'again.json');
    const again = ['audit', '--rerun', 'again.json', '--pack', pack] as const;
    expect(await suanjian(...again)).toMatchObject({ code: 0, said: 'Identical, byte for byte.\n' });
    await append('next-day', [{ at: '2026-01-09T12:00:00+08:00', surface: 'feed', request: 'r-later' }]);
    expect(await suanjian(...again)).toMatchObject({ code: 0 });
    await append('late', [{ at: '2026-01-06T23:00:00+08:00', surface: 'popup', request: 'r-late' }]);
    const { code, complained } = await suanjian(...again);
    expect(code).toBe(1);
    expect(complained).toContain('added late');
    expect(complained).toContain('The numbers of night-popups differ');
  });

  test('says when a year sees more looks than were planned, and not for the same look', async () => {
    const first = await audited('--from', '2026-01-07');
    const again = await audited('--from', '2026-01-07');
    expect(first.said).toMatch(/different audit within a year/);
    expect(/the (\d+)/u.exec(first.said)?.[1]).toBe(/the (\d+)/u.exec(again.said)?.[1]);
    expect((await audited('--from', '2026-01-07', '--runs-per-year', '52')).said).toContain('Over 52 audits a year');
  });
});

describe('an audit of a table', () => {
  const prices = (gap: number): string =>
    [
      'round,device,price',
      ...Array.from({ length: 200 }, (_, round) => {
        const base = 1000 + (round % 17) * 10;
        return `${round},mobile,${base + gap + (round % 3)}\n${round},desktop,${base + (round % 5)}`;
      }),
    ].join('\n');

  test('fails with 1, is the same again, and says when the table was changed', async () => {
    await writeFile(join(folder, 'prices.csv'), `${prices(60)}\n`);
    await writeFile(
      join(folder, 'prices.yaml'),
      'source: prices.csv\nmethod: value-gap\nparts: { match: round, group: device, value: price }\ncompare: [mobile, desktop]\nparameters: { measure: relative, materiality: 0.01 }\n',
    );
    const { code, said } = await suanjian('audit', 'prices.yaml', '--json', 'prices.json');
    expect(code).toBe(1);
    expect(said).toContain('prices.csv');
    expect(said).toContain('the same files give the same numbers');
    expect(await suanjian('audit', '--rerun', 'prices.json')).toMatchObject({ code: 0 });
    await writeFile(join(folder, 'prices.csv'), `${prices(0)}\n`);
    const again = await suanjian('audit', 'prices.yaml', '--rerun', 'prices.json');
    expect(again.code).toBe(1);
    expect(again.complained).toContain('Source files have changed: prices.csv');
    expect(again.complained).toContain('went from fail to pass');
  });
});

describe('beside a process that writes the log', () => {
  test('what it has acknowledged and loaded is audited', async () => {
    const store = await openStore({ kind: 'embedded', folder: join(logFolder(data), 'store') });
    const log = await openDecisionLog({
      folder: data,
      store,
      clock: () => Date.UTC(2026, 1, 1),
      randomness: randomBytes,
      threads: 0,
    });
    try {
      await log.flush();
      expect(await audited('--from', '2026-01-05', '--to', '2026-01-05')).toMatchObject({ code: 0 });
    } finally {
      await log.close();
      await store.close();
    }
  });

  test('days that are not wholly loaded are left out, or refused when they were asked for', async () => {
    // Another process has the log and does not load: rows stay on their way.
    const log = await openDecisionLog({
      folder: data,
      clock: () => Date.UTC(2026, 1, 1),
      randomness: randomBytes,
      threads: 0,
    });
    try {
      await log.append(
        'exposure',
        `${exposure({ at: '2026-01-10T12:00:00+08:00', surface: 'feed', request: 'r-new' })}\n`,
      );
      const { code, said } = await audited('--from', '2026-01-07');
      expect(code).toBe(0);
      expect(said).toContain('to 2026-01-09');
      expect(said).toContain('Records from 2026-01-10 on are still being written');
      expect(await audited('--from', '2026-01-07', '--to', '2026-01-10')).toMatchObject({
        code: 2,
        complained: expect.stringContaining('2026-01-10 (exposure)') as string,
      });
    } finally {
      await log.close();
    }
    expect((await audited('--from', '2026-01-07')).said).toContain('to 2026-01-10');
  });
});

describe('what cannot be run ends with 2 and writes nothing', () => {
  test.each<[string, readonly string[], string]>([
    ['nothing asked', ['audit'], '--log to audit the log'],
    ['both asked', ['audit', 'x.yaml', '--log'], 'Choose one'],
    ['a check that is none', ['audit', '--log', '--check', 'nothing', '--json', 'no.json'], 'no check “nothing”'],
    ['an edition that is none', ['audit', '--log', '--edition', 'secret'], 'no edition “secret”'],
    ['a day that is none', ['audit', '--log', '--from', '2026-02-30'], 'no day of the calendar'],
    [
      'days without records',
      ['audit', '--log', '--pack', pack, '--check', 'night-popups', '--from', '2027-01-01', '--json', 'no.json'],
      'holds nothing between',
    ],
    ['a folder without a log', ['audit', '--log', '--data-dir', 'elsewhere'], 'no decision log in'],
    ['a mapping that is not there', ['audit', 'none.yaml'], 'none.yaml'],
    ['a report that is none', ['audit', '--rerun', 'bad.json'], 'is no audit report'],
    ['a flag beside --rerun', ['audit', '--rerun', 'bad.json', '--edition', 'draft'], 'no place beside it'],
    [
      'a bundle for no filing',
      ['audit', '--log', '--bundle', 'b.note', '--json', 'no.json'],
      '--bundle needs --filing',
    ],
    ['too many runs', ['audit', '--log', '--runs-per-year', '1000'], '1 to 366'],
    ['nothing to explain', ['audit', '--explain', 'rate-gaps'], 'Near it:'],
    ['a pack that is none', ['audit', '--log', '--pack', 'elsewhere'], 'cannot be read'],
    [
      'a place that cannot be written',
      ['audit', '--log', '--pack', pack, '--check', 'night-popups', '--json', 'no.json', '--html', 'none/no.html'],
      'cannot be written',
    ],
  ])('%s', async (_, line, words) => {
    await writeFile(join(folder, 'bad.json'), '{"results": []}');
    const { code, complained } = await suanjian(...line);
    expect(complained).toContain(words);
    expect(complained).not.toContain('    at ');
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'no.json'))).toBe(false);
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

test('a check and a method explain themselves', async () => {
  const check = await suanjian('audit', '--pack', pack, '--explain', 'night-popups');
  expect(check.code).toBe(0);
  for (const words of ['final/18.2', 'log.exposure', 'beginsAt = 22', 'policy default', 'Clopper'])
    expect(check.said).toContain(words);
  const method = await suanjian('audit', '--explain', 'rate-gap', '--lang', 'zh');
  expect(method.said).toContain('文献');
  expect(method.said).toContain('by, where, compare, strata\n');
  expect((await suanjian('audit', '--explain', 'list')).said).toContain('rate-gap');
});

test('a pack tries its own examples', async () => {
  const { code, said } = await suanjian('audit', '--test-pack', pack);
  expect(said.match(/✓/gu)).toHaveLength(4);
  expect(code).toBe(0);
});
