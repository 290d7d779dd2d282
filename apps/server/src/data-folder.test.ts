import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareDataFolder } from './data-folder.ts';

describe('the data folder', () => {
  it('is made with everything above it, for its owner only', () => {
    const root = mkdtempSync(join(tmpdir(), 'suanjian-folder-'));
    prepareDataFolder(join(root, 'a', 'b'));
    expect(statSync(join(root, 'a', 'b')).mode & 0o777).toBe(0o700);
    rmSync(root, { recursive: true });
  });

  it('is refused by name where none can be made, at once', () => {
    const root = mkdtempSync(join(tmpdir(), 'suanjian-folder-'));
    writeFileSync(join(root, 'file'), '');
    for (const folder of [join(root, 'file'), join(root, 'file', 'below'), '/proc/nope'])
      expect(() => prepareDataFolder(folder)).toThrow(folder);
    rmSync(root, { recursive: true });
  });
});
