import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyMatter, definitionFaults, type AnyMatterDefinition } from '@suanjian/matters';
import { officePerson, providerPerson } from '../../packages/matters/src/testing/actors.ts';
import { inMemory } from '../../packages/matters/src/testing/in-memory.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
let loan: AnyMatterDefinition;

beforeAll(async () => {
  const guide = await readFile(join(root, 'docs/guides/adding-a-matter.md'), 'utf8');
  const [, code = ''] = /```ts\n(.*?)```/s.exec(guide) ?? [];
  // Beside the packages, so that what it imports is found as from its own folder.
  folder = await mkdtemp(join(root, 'packages/matters/src/matters/.guide-'));
  await writeFile(join(folder, 'definition.ts'), code);
  const module = (await import(join(folder, 'definition.ts'))) as { readonly loan: AnyMatterDefinition };
  loan = anyMatter(module.loan);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Its filing is not what is told here. */
const withoutParent = ({ opening: { on: _on, ...opening }, ...rest }: AnyMatterDefinition): AnyMatterDefinition => ({
  ...rest,
  opening,
});

it('the guide’s example is a sound definition', () => {
  expect(definitionFaults(loan, new Set(['loan', 'filing']))).toEqual([]);
});

it('and does what the guide says', async () => {
  const province = officePerson('province', '330000', 'reviewer');
  const { give, open, refused, state } = inMemory({
    definitions: [withoutParent(loan)],
    today: '2026-03-02',
    organisations: [
      { id: 'office-330000' as never, kind: 'office', name: '办公室', place: '330000', registered: false },
    ],
  });
  expect(await refused(open('loan', {}, province))).toEqual(['form/required']);
  const id = await open('loan', { device: '测试手机' }, province);
  expect(state(id)).toMatchObject({ status: 'asked', loan: { device: '测试手机' } });
  expect(await refused(give(id, 'lend', {}, providerPerson('yunqi', 'editor')))).toEqual(['matter/not-permitted']);
});
