import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { openStore } from '../store/open-store.ts';
import { migratedSnapshot, schemaFingerprint, testCache } from './snapshot.ts';

/** A closed store with the whole schema, made once for a schema, by whichever process comes first. */
const makeTemplate = async (template: string): Promise<void> => {
  const snapshot = await migratedSnapshot();
  const unfinished = await mkdtemp(`${template}.unfinished-`);
  const store = await openStore({ kind: 'embedded', directory: unfinished, snapshot });
  await store.close();
  try {
    await rename(unfinished, template);
  } catch (error) {
    // Another process was faster.
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
  }
};

/** Makes an embedded store with the whole schema in a folder: by copying one, which takes a fraction of a first start. */
export const seedFolder = async (directory: string): Promise<void> => {
  const template = `${testCache}folder-${schemaFingerprint()}`;
  if (!existsSync(template)) await makeTemplate(template);
  await cp(template, directory, { recursive: true });
};
