import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pages } from './index.ts';

const root = join(import.meta.dirname, '..', '..');

const present = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

for (const page of pages) {
  const { path, content } = await page();
  const file = join(root, path);
  const changed = (await present(file)) !== content;
  if (changed) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  console.log(`${changed ? 'written' : 'unchanged'}  ${path}`);
}
