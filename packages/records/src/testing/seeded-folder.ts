import { openStore } from '../store/open-store.ts';
import { migratedSnapshot } from './snapshot.ts';

/** Makes an embedded store with the whole schema in a folder: from an image, which takes a fraction of a first start. */
export const seedFolder = async (directory: string): Promise<void> => {
  const store = await openStore({ kind: 'embedded', directory, snapshot: await migratedSnapshot() });
  await store.close();
};
