import { copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { cosignCheckpoint, signerFrom } from '@suanjian/evidence';
import { openStore } from '@suanjian/decision-log';
import { addDays } from '@suanjian/rulebook';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { daysAgo, editLines, newLogFolder, type LogFolder } from './testing/log-folder.ts';

const first = daysAgo(3);
const [second, third] = [addDays(first, 1), addDays(first, 2)];

let base: LogFolder;
let key = '';
beforeAll(async () => {
  base = await newLogFolder();
  await base.suanjian('log', 'generate', '--rows', '400', '--days', '3', '--seed', '3');
  await base.suanjian('log', 'export', 'out', '--from', first, '--to', second);
  key = (await base.suanjian('log', 'checkpoint', '--key')).said.trim();
  await writeFile(join(base.path, 'kept.txt'), (await base.suanjian('log', 'checkpoint')).said);
}, 120_000);
afterAll(() => base.remove());

/** Thousands of small files, which most commands do not look at. */
const store = join('data', 'log', 'store');

let folder: LogFolder;
beforeEach(async () => {
  folder = await base.copy([store]);
});
afterEach(() => folder.remove());
/** For what does look at the store. */
const withStore = async (): Promise<void> => {
  await folder.remove();
  folder = await base.copy();
};

interface Found {
  readonly code: number;
  readonly kinds: readonly string[];
  readonly text: string;
  readonly complete: boolean;
}

const verified = async (...line: readonly string[]): Promise<Found> => {
  const { code, said, complained } = await folder.suanjian('verify', 'log', ...line, '--json');
  if (said === '') return { code, kinds: ['unreadable'], text: complained, complete: false };
  const { faults, complete, store } = JSON.parse(said) as {
    readonly faults: readonly { readonly kind: string; readonly text: { readonly en: string } }[];
    readonly complete: boolean;
    readonly store?: { readonly faults: readonly { readonly kind: string }[] };
  };
  const kinds = [...faults, ...(store?.faults ?? [])].map(({ kind }) => kind);
  return { code, kinds, text: faults.map(({ text }) => text.en).join('\n'), complete };
};

describe('an export', () => {
  const file = (family = 'exposure', day: string = first): string =>
    join(folder.path, 'out', 'segments', day, `${family}.ndjson`);

  test('is verified from its files alone', async () => {
    await rm(folder.data, { recursive: true });
    const { code, said } = await folder.suanjian('verify', 'log', 'out', '--key', key, '--since', 'kept.txt');
    expect(code).toBe(0);
    expect(said).toContain('What is proved');
    expect(said).toContain('What is not proved: that everything was logged');
    expect(said).toContain('All of it agrees.');
    expect(await verified('out', '--key', key)).toEqual({ code: 0, kinds: [], text: '', complete: true });
  });

  test('says when its key is only its own', async () => {
    expect((await folder.suanjian('verify', 'log', 'out')).said).toContain('The key came with the files');
    expect((await folder.suanjian('verify', 'log', 'out', '--key', key)).said).not.toContain('came with the files');
    const other = signerFrom('unnamed.invalid/decision-log', new Uint8Array(32).fill(1)).verifier.encoded;
    expect(await verified('out', '--key', other)).toMatchObject({ code: 1, kinds: ['checkpoint'] });
  });

  const altered = (line: string): string => line.replace(/"position":\d+/u, '"position":99');
  const changes: readonly [string, () => Promise<void>, readonly string[]][] = [
    [
      'a row that was changed',
      () => editLines(file(), (lines) => lines.with(4, altered(lines[4] ?? ''))),
      ['row-changed'],
    ],
    ['a row that was taken out', () => editLines(file(), (lines) => lines.toSpliced(7, 1)), ['row-missing']],
    [
      'a row that was put in',
      () => editLines(file(), (lines) => lines.toSpliced(7, 0, altered(lines[7] ?? ''))),
      ['row-added'],
    ],
    ['a row that is there twice', () => editLines(file(), (lines) => [...lines, lines[3] ?? '']), ['row-added']],
    [
      'two rows that changed places',
      () => editLines(file(), (lines) => lines.with(3, lines[9] ?? '').with(9, lines[3] ?? '')),
      ['row-moved'],
    ],
    [
      'a row that is written otherwise',
      () => editLines(file(), (lines) => lines.with(2, `${lines[2] ?? ''} `)),
      ['row-changed'],
    ],
    ['a file that is missing', () => rm(file()), ['file-missing']],
    ['a file of nobody', () => copyFile(file(), join(folder.path, 'out', 'segments', 'more.ndjson')), ['file-added']],
    [
      'files that changed their names',
      async () => {
        await rename(file(), file('swap'));
        await rename(file('exposure', second), file());
        await rename(file('swap'), file('exposure', second));
      },
      ['batch-in-other-file'],
    ],
    [
      'a file that was cut short',
      async () => truncate(file(), (await stat(file())).size - 40),
      ['row-changed', 'unterminated'],
    ],
    [
      'a packed file that was cut short',
      async () => {
        const packed = gzipSync(await readFile(file()));
        await writeFile(`${file()}.gz`, packed.subarray(0, packed.length - 200));
        await rm(file());
      },
      ['row-missing'],
    ],
    [
      'rows of another day',
      async () => {
        const moved = (await readFile(file('quote'), 'utf8')).split('\n')[0] ?? '';
        await editLines(file('quote'), (lines) => lines.slice(1));
        await editLines(file('quote', second), (lines) => [...lines, moved]);
      },
      ['row-in-other-file'],
    ],
    [
      'a checkpoint that was changed',
      () => editManifest((manifest) => manifest.replace(/decision-log\\n(\d)/u, 'decision-log\\n9$1')),
      ['checkpoint'],
    ],
    [
      'a leaf that was changed',
      () => editManifest((manifest) => manifest.replace(/"rows":\d+/u, '"rows":1')),
      ['leaves-mismatch'],
    ],
    [
      'a batch that was left out',
      () =>
        editManifest((manifest) => {
          const { segments, ...rest } = JSON.parse(manifest) as { readonly segments: readonly unknown[] };
          return JSON.stringify({ ...rest, segments: segments.slice(1) });
        }),
      ['batch-not-exported', 'file-added'],
    ],
    ['a manifest that was cut short', () => editManifest((manifest) => manifest.slice(0, -100)), ['unreadable']],
  ];

  const editManifest = async (change: (manifest: string) => string): Promise<void> => {
    const path = join(folder.path, 'out', 'manifest.json');
    await writeFile(path, change(await readFile(path, 'utf8')));
  };

  test.each(changes)('%s is found', async (_, change, expected) => {
    await change();
    const { code, kinds, complete } = await verified('out', '--key', key);
    expect(code).toBe(1);
    for (const kind of expected) expect(kinds).toContain(kind);
    if (kinds.includes('batch-not-exported') || kinds.includes('unreadable')) expect(complete).toBe(false);
  });

  test('may be packed on its way', async () => {
    await writeFile(`${file()}.gz`, gzipSync(await readFile(file())));
    await writeFile(`${file('quote')}.zst`, zstdCompressSync(await readFile(file('quote'))));
    await Promise.all([rm(file()), rm(file('quote'))]);
    expect(await verified('out', '--key', key)).toMatchObject({ code: 0, kinds: [] });
  });

  test('is found to be of a log that was rewritten', async () => {
    const other = await newLogFolder();
    await other.suanjian('log', 'generate', '--rows', '400', '--days', '3', '--seed', '4');
    const note = (await other.suanjian('log', 'checkpoint')).said;
    await writeFile(join(folder.path, 'other.txt'), note);
    const otherKey = (await other.suanjian('log', 'checkpoint', '--key')).said.trim();
    await other.remove();
    const { code, kinds } = await verified('out', '--key', key, '--key', otherKey, '--since', 'other.txt');
    expect(code).toBe(1);
    expect(kinds).toEqual([expect.stringMatching(/^log-(rewritten|rolled-back)$/u)]);
  }, 30_000);

  test('writes over nothing', async () => {
    expect((await folder.suanjian('log', 'export', 'out')).complained).toContain('is not empty');
  });
});

describe('the log itself', () => {
  const segment = (family = 'exposure', day: string = second): string =>
    join(folder.data, 'log', 'segments', day, `${family}.ndjson`);

  test('agrees with its evidence and its store, value by value', async () => {
    await withStore();
    const { code, said } = await folder.suanjian('verify', 'log', '--deep', '--key', key, '--since', 'kept.txt');
    expect(said).toContain('All of it agrees.');
    expect(code).toBe(0);
  });

  test.each<[string, () => Promise<void>, string]>([
    [
      'a row that was changed',
      () => editLines(segment(), (lines) => lines.with(1, (lines[1] ?? '').replace('"position":', '"position":1'))),
      'batch-changed',
    ],
    ['a row that was put in', () => editLines(segment(), (lines) => [...lines, lines[0] ?? '']), 'row-added'],
    ['rows that were cut off', async () => truncate(segment(), (await stat(segment())).size - 300), 'batch-changed'],
    ['a segment that is gone', () => rm(segment('quote')), 'file-missing'],
    [
      'a file of nobody',
      () => copyFile(segment(), join(folder.data, 'log', 'segments', second, 'notes.txt')),
      'file-added',
    ],
    [
      'leaves that were dropped',
      () => editLines(join(folder.data, 'log', 'leaves.ndjson'), (lines) => lines.slice(0, -2)),
      'log-rolled-back',
    ],
  ])('%s is found', async (_, change, kind) => {
    await change();
    const { code, kinds } = await verified('--segments-only');
    expect(code).toBe(1);
    expect(kinds).toContain(kind);
  });

  test('a journal line that was changed is found', async () => {
    await editLines(join(folder.data, 'log', 'leaves.ndjson'), (lines) =>
      lines.with(1, (lines[1] ?? '').replace(/"rows":(\d)/u, '"rows":9$1')),
    );
    const { code, complained } = await folder.suanjian('verify', 'log', '--segments-only');
    expect(code).toBe(1);
    expect(complained).toContain('Line 2 of the journal');
  });

  test('what was changed in the store is found, row by row', async () => {
    await withStore();
    const opened = await openStore({ kind: 'embedded', folder: join(folder.path, store) });
    await opened.writer.command(
      `ALTER TABLE log.exposure UPDATE item = 'other' WHERE day = '${third}' AND row_no = 5 SETTINGS mutations_sync = 2`,
    );
    await opened.close();
    const { code, kinds } = await verified('--deep');
    expect(code).toBe(1);
    expect(kinds).toEqual(['content']);
    expect(await folder.suanjian('log', 'rebuild')).toMatchObject({ code: 0 });
    expect(await verified('--deep')).toMatchObject({ code: 0, kinds: [] });
  }, 60_000);
});

describe('an extract', () => {
  beforeEach(withStore);

  const userOf = async (): Promise<string> => {
    const rows = await readFile(join(folder.data, 'log', 'segments', first, 'quote.ndjson'), 'utf8');
    return /"user":"([^"]+)"/u.exec(rows)?.[1] ?? '';
  };
  const who = ['--actor', '李', '--basis', 'final/28.2'] as const;

  test.each([
    ['nobody', ['--basis', 'x'], 1, '--actor'],
    ['no basis', ['--actor', 'x'], 1, '--basis'],
    ['no scope', [...who], 2, '--user, --request'],
    ['two scopes', [...who, '--user', `p1_${'A'.repeat(22)}`, '--request', 'r'], 2, 'Choose one'],
    ['a raw id', [...who, '--user', 'zhang'], 2, '--identifiers raw'],
  ])('with %s is refused, and leaves no leaf', async (_, flags, expected, words) => {
    const scope = flags.some((flag) => flag === '--user') || expected === 2 ? [] : ['--request', 'r'];
    const { code, complained } = await folder.suanjian('log', 'extract', 'taken', ...flags, ...scope);
    expect(complained).toContain(words);
    expect(code).toBe(expected);
    expect((await folder.suanjian('log', 'status')).said).not.toContain('extract');
  });

  test('of a person holds every row of theirs, each with its proof', async () => {
    const user = await userOf();
    const { said } = await folder.suanjian('log', 'extract', 'taken', '--user', user, ...who, '--json');
    const { families, leaf } = JSON.parse(said) as { families: Record<string, number>; leaf: number };
    for (const [family, count] of Object.entries(families)) {
      const lines = (await readFile(join(folder.path, 'taken', `${family}.ndjson`), 'utf8')).trim().split('\n');
      expect(lines).toHaveLength(count);
      expect(lines.every((line) => line.includes(user))).toBe(true);
    }
    const journal = (await readFile(join(folder.data, 'log', 'leaves.ndjson'), 'utf8')).trim().split('\n');
    expect(journal[leaf]).toContain('"actor":"李"');
    expect(journal.join('')).not.toContain(user);
    expect(await folder.suanjian('verify', 'log', 'taken', '--key', key)).toMatchObject({ code: 0 });
  });

  test.each<[string, (taken: string) => Promise<void>, RegExp]>([
    [
      'a row that was changed',
      (taken) =>
        editLines(join(taken, 'quote.ndjson'), (lines) =>
          lines.with(0, (lines[0] ?? '').replace('"item":"', '"item":"x')),
        ),
      /line 1: nothing proves it/u,
    ],
    [
      'a row that was taken out',
      (taken) => editLines(join(taken, 'quote.ndjson'), (lines) => lines.slice(1)),
      /lacks the row that line 1/u,
    ],
    [
      'a row and its proof that were taken out',
      async (taken) => {
        await editLines(join(taken, 'quote.ndjson'), (lines) => lines.slice(1));
        await editLines(join(taken, 'quote.proofs.ndjson'), (lines) => lines.slice(1));
      },
      /rows were taken out; \d+ are proved/u,
    ],
    [
      'another number of rows',
      async (taken) => {
        const path = join(taken, 'extract.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace(/"rows": (\d+)/u, '"rows": 1$1'));
      },
      /not in the tree/u,
    ],
    [
      'rows of nobody',
      (taken) => writeFile(join(taken, 'chart.ndjson'), '{}\n'),
      /chart\.ndjson is not of this extract/u,
    ],
  ])('%s is found', async (_, change, words) => {
    await folder.suanjian('log', 'extract', 'taken', '--user', await userOf(), ...who);
    await change(join(folder.path, 'taken'));
    const { code, complained } = await folder.suanjian('verify', 'log', 'taken', '--key', key);
    expect(complained).toMatch(words);
    expect(code).toBe(1);
  });

  test('of a period is an export', async () => {
    await folder.suanjian('log', 'extract', 'taken', '--from', first, '--to', first, '--actor', 'a', '--matter', 'm-1');
    const { code, said } = await folder.suanjian('verify', 'log', 'taken', '--key', key);
    expect(said).toContain('All of it agrees.');
    expect(code).toBe(0);
    expect((await folder.suanjian('log', 'status')).said).toContain('Among them 1 extract');
  });
});

describe('a challenge', () => {
  test('is answered by the leaves that were drawn, and no others', async () => {
    const { seed, commitment } = JSON.parse((await folder.suanjian('log', 'challenge', '--draw', '--json')).said) as {
      readonly seed: string;
      readonly commitment: string;
    };
    const asked = ['--seed', seed, '--count', '5'] as const;
    const answered = await folder.suanjian(
      'log',
      'challenge',
      'answer',
      ...asked,
      '--checkpoint',
      'kept.txt',
      '--actor',
      'a',
      '--basis',
      'b',
    );
    expect(answered).toMatchObject({ code: 0 });
    const check = ['answer', '--key', key, '--since', 'kept.txt'] as const;
    const { code, said } = await folder.suanjian('verify', 'log', ...check, ...asked);
    expect(code).toBe(0);
    expect(said).toContain(commitment);
    expect(said).toContain('5 leaves drawn');
    expect(await verified(...check, '--seed', 'f'.repeat(64), '--count', '5')).toMatchObject({ code: 1 });
    expect(await verified(...check, '--seed', seed, '--count', '6')).toMatchObject({ code: 1 });
    const path = join(folder.path, 'answer', 'challenge.json');
    const answer = JSON.parse(await readFile(path, 'utf8')) as { readonly drawn: readonly unknown[] };
    await writeFile(path, JSON.stringify({ ...answer, drawn: answer.drawn.slice(1) }));
    expect((await folder.suanjian('verify', 'log', ...check, ...asked)).complained).toContain(
      'was drawn and is not in the answer',
    );
  }, 30_000);

  test('under a checkpoint of another log is refused', async () => {
    const other = await newLogFolder();
    await other.suanjian('log', 'generate', '--rows', '300', '--days', '1');
    const line = ['log', 'challenge', 'answer', '--seed', 'a'.repeat(64), '--actor', 'a', '--basis', 'b'] as const;
    const { code, complained } = await other.suanjian(...line, '--checkpoint', join(folder.path, 'kept.txt'));
    expect(code).toBe(1);
    expect(complained).toContain('not signed by a trusted key');
    await other.remove();
  }, 30_000);
});

test('a witness signs the checkpoint, and verification can ask for it', async () => {
  const witness = signerFrom('office.example/witness', new Uint8Array(32).fill(7), 'cosignature');
  const note = (await folder.suanjian('log', 'checkpoint')).said;
  await writeFile(join(folder.path, 'signed.txt'), cosignCheckpoint(note, witness, 1_790_000_000));
  const encoded = witness.verifier.encoded;
  const added = await folder.suanjian('log', 'checkpoint', '--cosign', 'signed.txt', '--witness', encoded);
  expect(added.said).toContain('— office.example/witness');
  await folder.suanjian('log', 'export', 'witnessed', '--family', 'quote');
  const wanted = ['--key', key, '--witness', encoded, '--quorum', '1'] as const;
  expect((await folder.suanjian('verify', 'log', 'witnessed', ...wanted)).said).toContain('Witnesses have signed');
  expect(await verified('out', ...wanted)).toMatchObject({ code: 1, kinds: ['checkpoint'] });
  expect(await folder.suanjian('log', 'checkpoint', '--cosign', 'signed.txt')).toMatchObject({ code: 2 });
});
