import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startInsertingChild } from '../testing/killed-child.ts';
import { migratedSnapshot } from '../testing/snapshot.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { StoreLocked } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { openStore } from './open-store.ts';

describe('the lock on a data folder', () => {
  it('refuses a second holder in the same process, until released', () => {
    const directory = temporaryFolder();
    const lock = lockFolder(directory);
    expect(() => lockFolder(directory)).toThrow(StoreLocked);
    lock.release();
    lock.release();
    const next = lockFolder(directory);
    expect(() => lockFolder(directory)).toThrow(StoreLocked);
    next.release();
    expect(existsSync(join(directory, 'holder.json'))).toBe(false);
  });

  it('names the other process and the folder, and is free as soon as that process is killed', async () => {
    const directory = temporaryFolder();
    const seeded = await openStore({ kind: 'embedded', directory, snapshot: await migratedSnapshot() });
    await seeded.close();
    const child = startInsertingChild(directory);
    await child.reaches(1);
    const refusal = await openStore({ kind: 'embedded', directory }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreLocked);
    expect(refusal).toMatchObject({ code: 'store-locked', pid: child.pid, directory });
    expect((refusal as StoreLocked).text.en).toContain(String(child.pid));
    expect((refusal as StoreLocked).text.zh).toContain(directory);
    await child.kill();
    expect(existsSync(join(directory, 'holder.json'))).toBe(true);
    const store = await openStore({ kind: 'embedded', directory });
    await store.close();
  });

  it('is not fooled by a note that names a living process which does not hold it', () => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, 'holder.json'), JSON.stringify({ pid: process.ppid }));
    const lock = lockFolder(directory);
    onTestFinished(() => lock.release());
    expect(() => lockFolder(directory)).toThrow(String(process.pid));
  });

  it('does not depend on the note being readable', () => {
    const directory = temporaryFolder();
    const lock = lockFolder(directory);
    onTestFinished(() => lock.release());
    writeFileSync(join(directory, 'holder.json'), '{"pid":');
    expect(() => lockFolder(directory)).toThrow('another process');
  });
});
