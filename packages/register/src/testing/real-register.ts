import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { readAnnouncement, type AnnouncementTable } from '../announcement-reader.ts';

const path = fileURLToPath(new URL('../../../../../shared/data/register/filed-algorithms.tsv', import.meta.url));

let table: AnnouncementTable | undefined;

/** The real table as text; skips the test, saying so, where the shared data is absent. */
export const realRegisterText = (context: TestContext): string => {
  if (!existsSync(path)) context.skip('the real register is not here: ../shared/data/register/filed-algorithms.tsv');
  return readFileSync(path, 'utf8');
};

export const realRegister = (context: TestContext): AnnouncementTable => {
  table ??= readAnnouncement(realRegisterText(context));
  return table;
};
