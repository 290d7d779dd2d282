import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { examineImports } from './architecture.ts';

const ROOT = join(import.meta.dirname, '../../..');
let house = '';

/** A small house with the project's own rules, whose rooms find each other by name as in the real one. */
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'suanjian-house-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(ROOT, file), join(house, file));
  for (const room of ['packages/rulebook', 'packages/records', 'apps/web']) {
    const name = `@suanjian/${room.split('/')[1]}`;
    plant(`${room}/package.json`, JSON.stringify({ name, type: 'module', exports: './src/index.ts' }));
    plant(`${room}/src/index.ts`, 'export const here = true;');
    mkdirSync(join(house, 'node_modules/@suanjian'), { recursive: true });
    symlinkSync(join(house, room), join(house, 'node_modules', name));
  }
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function plant(path: string, content: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), content);
}

test('every source file is read, .tsx too, and a clean house has no finding', async () => {
  plant(
    'apps/web/src/page.tsx',
    "import { here } from '@suanjian/rulebook';\nexport const Page = () => <p>{here}</p>;",
  );
  expect(await examineImports(house)).toEqual({ read: 4, unread: [], forbidden: [] });
});

test.each([
  [
    'a room that imports one above it',
    'packages/rulebook/src/up.ts',
    "import { here } from '@suanjian/records';\nexport { here };",
  ],
  [
    'the same, for a type only',
    'packages/rulebook/src/up.ts',
    "export type Here = typeof import('@suanjian/records');",
  ],
  ['a pure room that touches files', 'packages/rulebook/src/file.ts', "export { readFileSync } from 'node:fs';"],
  [
    'a page that reaches into the store',
    'apps/web/src/page.tsx',
    "import { here } from '@suanjian/records';\nexport const Page = () => <p>{here}</p>;",
  ],
  [
    'a relative path around the name',
    'packages/rulebook/src/up.ts',
    "export { here } from '../../records/src/index.ts';",
  ],
])('%s is found', async (_what, path, content) => {
  plant(path, content);
  const { forbidden } = await examineImports(house);
  expect(forbidden).not.toEqual([]);
  expect(forbidden.every((finding) => finding.includes(`: ${path} → `))).toBe(true);
});
