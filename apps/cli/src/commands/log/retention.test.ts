import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkNote,
  commitmentOf,
  fromHex,
  leafEntryHash,
  parseCheckpoint,
  parseLeaf,
  parseVerifier,
  verifyInclusion,
} from '@suanjian/evidence';
import { openStore, storedRows } from '@suanjian/decision-log';
import { addDays } from '@suanjian/rulebook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAgo, newLogFolder, type LogFolder } from './testing/log-folder.ts';

/** Three days that are more than six months old. */
const first = daysAgo(230);
const [second, third] = [addDays(first, 1), addDays(first, 2)];

let base: LogFolder;
let folder: LogFolder;
beforeAll(async () => {
  base = await newLogFolder();
  await base.suanjian('log', 'generate', '--rows', '400', '--days', '3', '--from', first);
  folder = await base.copy();
}, 120_000);
afterAll(() => Promise.all([base.remove(), folder.remove()]));

const daysOf = async (of: LogFolder, family: string): Promise<readonly string[]> => {
  const { said } = await of.suanjian('log', 'status', '--json');
  const { families } = JSON.parse(said) as { families: readonly { family: string; from: string; to: string }[] };
  return families.filter((each) => each.family === family).flatMap(({ from, to }) => [from, to]);
};

describe('retention', () => {
  test('says beforehand what would go, and touches nothing', async () => {
    const { code, said } = await folder.suanjian('log', 'retain', '--dry-run', '--json');
    expect(code).toBe(0);
    const { deleted, kept } = JSON.parse(said) as { deleted: readonly { day: string }[]; kept: unknown[] };
    expect(new Set(deleted.map(({ day }) => day))).toEqual(new Set([first, second, third]));
    expect(kept).toEqual([]);
    expect(await daysOf(folder, 'exposure')).toEqual([first, third]);
  });

  test('does not go below six months', async () => {
    const { code, complained } = await folder.suanjian('log', 'retain', '--months', '5');
    expect(code).toBe(1);
    expect(complained).toContain('6 calendar months at least (final/28.2, draft/23.2)');
  });

  test('keeps what is younger, and says when it may go', async () => {
    const young = await newLogFolder();
    await young.suanjian('log', 'generate', '--rows', '300', '--days', '1');
    const { code, complained } = await young.suanjian('log', 'retain', '--day', daysAgo(1));
    expect(code).toBe(1);
    expect(complained).toMatch(
      /exposure of .* stays: final\/28\.2 keeps logs for 6 months at least; it may go from \d{4}-/u,
    );
    expect((await young.suanjian('log', 'retain')).said).toContain('No record has come to the end of its time.');
    await young.remove();
  }, 60_000);

  test('keeps what is under a hold, deletes the rest, and after the release that too', async () => {
    const opened = await folder.suanjian(
      'log',
      'hold',
      'case-7',
      '--actor',
      '王',
      '--basis',
      'final/28.2',
      '--from',
      second,
      '--to',
      second,
    );
    expect(opened).toMatchObject({ code: 0 });
    const refused = await folder.suanjian('log', 'retain', '--day', second);
    expect(refused.code).toBe(1);
    expect(refused.complained).toContain('under the hold case-7, until it is released (王; basis: final/28.2)');
    expect((await folder.suanjian('log', 'retain')).code).toBe(0);
    expect(await daysOf(folder, 'exposure')).toEqual([second, second]);
    expect(await daysOf(folder, 'control')).toEqual([first, third]);
    await folder.suanjian('log', 'release', 'case-7', '--actor', '王', '--reason', 'closed');
    expect((await folder.suanjian('log', 'holds')).said).toContain('case-7: released');
    await folder.suanjian('log', 'retain');
    expect(await daysOf(folder, 'exposure')).toEqual([]);
    const { code, said } = await folder.suanjian('verify', 'log');
    expect(said).toContain('deleted by retention; the leaves are in the tree');
    expect(code).toBe(0);
  }, 60_000);
});

describe('a hold', () => {
  test('on a person protects the days on which that person has records', async () => {
    const other = await base.copy();
    const exposures = await readFile(join(other.data, 'log', 'segments', second, 'quote.ndjson'), 'utf8');
    const [, user = ''] = /"user":"([^"]+)"/u.exec(exposures) ?? [];
    await other.suanjian('log', 'hold', '--actor', 'a', '--basis', 'b', '--user', user, '--family', 'quote', 'p-1');
    const { said } = await other.suanjian('log', 'retain', '--dry-run', '--json');
    const { kept } = JSON.parse(said) as { kept: readonly { day: string; family: string }[] };
    expect(kept.some(({ day }) => day === second)).toBe(true);
    expect(kept.every(({ family }) => family === 'quote')).toBe(true);
    expect(await readFile(join(other.data, 'log', 'leaves.ndjson'), 'utf8')).not.toContain(user);
    await other.remove();
  }, 60_000);

  test('whose description is gone or changed protects everything until it is released', async () => {
    const other = await base.copy();
    await other.suanjian('log', 'hold', 'h-1', '--actor', 'a', '--basis', 'b', '--from', third);
    const file = join(other.data, 'log', 'holds', 'h-1.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace(third, addDays(third, 9)));
    const { said } = await other.suanjian('log', 'retain', '--dry-run', '--json');
    expect(JSON.parse(said)).toMatchObject({ deleted: [] });
    await rm(file);
    expect((await other.suanjian('log', 'retain', '--day', first)).complained).toContain('is missing or was changed');
    await other.suanjian('log', 'release', 'h-1', '--actor', 'a', '--reason', 'c');
    expect(JSON.parse((await other.suanjian('log', 'retain', '--dry-run', '--json')).said)).toMatchObject({ kept: [] });
    await other.remove();
  }, 60_000);

  test('for a matter is stated so that anybody can verify it', async () => {
    const other = await base.copy();
    const opened = ['--actor', 'a', '--basis', 'final/28.2', '--from', first, '--to', second] as const;
    await other.suanjian('log', 'hold', 'm-1', ...opened, '--matter', 'matter-1');
    await other.suanjian('log', 'hold', 'm-2', ...opened, '--matter', 'matter-2');
    expect((await other.suanjian('log', 'holds', '--matter', 'matter-1')).said).not.toContain('m-2');
    const { code, said } = await other.suanjian('log', 'holds', '--matter', 'matter-1', '--json');
    expect(code).toBe(0);
    const statement = JSON.parse(said) as {
      format: string;
      checkpoint: string;
      key: string;
      holds: { state: string; hold: object; leaf: object; leafIndex: number; leafPath: string[] }[];
    };
    expect(statement.format).toBe('suanjian-holds/1');
    const [stated, ...more] = statement.holds;
    expect([stated?.state, stated?.hold, more]).toMatchObject([
      'in-force',
      { id: 'm-1', matter: 'matter-1', scope: { from: first, to: second } },
      [],
    ]);
    const leaf = parseLeaf(stated?.leaf);
    expect(leaf).toMatchObject({ kind: 'hold', hold: 'm-1', commitment: commitmentOf(stated?.hold) });
    const { note, checkpoint } = parseCheckpoint(statement.checkpoint);
    expect(checkNote(note, [parseVerifier(statement.key)])).toMatchObject({ outcome: 'checked', signatures: [{}] });
    const claim = {
      index: stated?.leafIndex ?? -1,
      size: checkpoint.size,
      root: checkpoint.root,
      leaf: leafEntryHash(leaf),
      path: (stated?.leafPath ?? []).map((step) => fromHex(step, 32) ?? new Uint8Array()),
    };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, index: claim.index + 1 })).toBe(false);
    await other.remove();
  });

  test('has a name of its own, and a period that does not run backwards', async () => {
    const other = await base.copy();
    const named = ['log', 'hold', 'twice', '--actor', 'a', '--basis', 'b'] as const;
    expect(await other.suanjian(...named)).toMatchObject({ code: 0 });
    expect((await other.suanjian(...named)).complained).toContain('There is a hold named twice already');
    expect(
      await other.suanjian('log', 'hold', '--actor', 'a', '--basis', 'b', '--from', third, '--to', first),
    ).toMatchObject({ code: 2 });
    expect((await other.suanjian('log', 'release', 'none', '--actor', 'a', '--reason', 'b')).complained).toContain(
      'no hold named none',
    );
    expect(await other.suanjian('log', 'hold', '--actor', 'a', '--basis', 'b', '--user', 'zhang')).toMatchObject({
      code: 2,
    });
    await other.remove();
  });
});

test('a deletion that was interrupted is finished by the next run', async () => {
  const other = await base.copy();
  const segments = join(other.data, 'log', 'segments');
  await cp(join(segments, first), join(other.path, 'saved'), { recursive: true });
  const rows = await readFile(join(segments, first, 'exposure.ndjson'));
  await other.suanjian('log', 'retain', '--day', first);
  // As if the process had ended right after the leaf was written: rows in the store and in the segment.
  await cp(join(other.path, 'saved'), join(segments, first), { recursive: true });
  const insert = async (): Promise<void> => {
    const store = await openStore({ kind: 'embedded', folder: join(other.data, 'log', 'store') });
    await store.writer.insert('log.exposure', storedRows(rows, { batch: 'left', day: first }), {
      format: 'JSONEachRow',
    });
    await store.close();
  };
  await insert();
  await other.suanjian('log', 'retain', '--dry-run');
  expect(await readdir(join(segments, first))).not.toContain('exposure.ndjson');
  const { code, said, complained } = await other.suanjian('verify', 'log');
  expect(complained).toBe('');
  expect(said).toContain('All of it agrees.');
  expect(code).toBe(0);
  await other.remove();
}, 60_000);
