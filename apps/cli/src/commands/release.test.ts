import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSuanjian } from '../run.ts';
import { testTerminal } from '../testing/test-terminal.ts';

const pack = new URL('../../../../examples/check-pack', import.meta.url).pathname;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-release-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const suanjian = async (...line: readonly string[]) => {
  const terminal = testTerminal(folder);
  const code = await runSuanjian(line, terminal.world);
  return { code, said: terminal.said(), complained: terminal.complained() };
};

const sign = async (...line: readonly string[]) => {
  const { code, said } = await suanjian('release', 'sign', ...line, '--key', 'key', '--output', 'release.txt');
  return { code, vkey: /Verification key (\S+)/u.exec(said)?.[1] ?? '' };
};

describe('a release', () => {
  it('of the rules is signed, verified and found to be the same', async () => {
    const { code, vkey } = await sign('--edition', 'final', '--version', '2026.1');
    expect(code).toBe(0);
    const verified = await suanjian('release', 'verify', 'release.txt', '--vkey', vkey);
    expect(verified).toMatchObject({ code: 0, complained: '' });
    expect(verified.said).toContain('Rules final, version 2026.1, 46 clauses');
    expect(verified.said).toContain('It is the same here.');
  });

  it('of a check pack says which file was changed since, and ends with a fault', async () => {
    const files = await readFile(join(pack, 'night-popups.yaml'), 'utf8');
    await writeFile(join(folder, 'night.yaml'), files);
    const { vkey } = await sign('--pack', '.', '--name', 'night', '--version', '1.0');
    const verify = () => suanjian('release', 'verify', 'release.txt', '--vkey', vkey, '--pack', '.');
    expect((await verify()).code).toBe(0);
    await writeFile(join(folder, 'night.yaml'), `${files}\n`);
    const changed = await verify();
    expect(changed).toMatchObject({ code: 1, complained: expect.stringContaining('It differs in 1 place.') });
    expect(changed.said).toContain('night.yaml');
  });

  it('keeps its key, and is refused by another', async () => {
    const first = await sign('--edition', 'final', '--version', '1');
    expect((await sign('--edition', 'draft', '--version', '1')).vkey).toBe(first.vkey);
    await rm(join(folder, 'key'));
    await sign('--edition', 'draft', '--version', '1');
    const refused = await suanjian('release', 'verify', 'release.txt', '--vkey', first.vkey);
    expect(refused).toMatchObject({ code: 1, said: '' });
  });

  it.each([
    [['--version', '1'], 'Give either --edition or --pack.'],
    [['--pack', '.', '--version', '1'], 'A check pack wants its --name.'],
    [['--edition', 'none', '--version', '1'], 'There is no edition “none”.'],
    [['--pack', '.', '--name', 'n', '--version', '1'], 'holds no .yaml file'],
    [['--pack', 'nowhere', '--name', 'n', '--version', '1'], 'nowhere'],
  ])('%j is refused with what to do', async (line, words) => {
    const { code, complained } = await suanjian('release', 'sign', ...line, '--key', 'key', '--output', 'out.txt');
    expect(code).toBeGreaterThan(0);
    expect(complained).toContain(words);
  });
});
