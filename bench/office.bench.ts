import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRegister, searchRegister } from '@suanjian/records';
import { addWorkingDays, builtInCalendar, civilDate } from '@suanjian/rulebook';
import { day } from './office/day.ts';
import { analyzed, fill, filings } from './office/fill.ts';
import { briefing, calendar, lists, punctuality, registerPages } from './office/lists.ts';
import { opened, type Office } from './office/opened.ts';
import { morningOf, runClocks } from './office/running.ts';
import type { Ratio } from './ratio.ts';
import { questions } from './register/questions.ts';
import { asTable, multiplied, sourceRows } from './register/rows.ts';

export const name = 'office';

/** The day on which orders are served and the first filings come in. */
const from = civilDate('2026-03-02');
/** All filings are in; the first of them fall due in the days that follow. */
const { due: today } = addWorkingDays(builtInCalendar, from, 30);
const { due: soon } = addWorkingDays(builtInCalendar, from, 35);

const announced = () => multiplied(sourceRows(), filings);

/** Everything that the office has. */
export const furnish = async ({ store, matters, world }: Office): Promise<void> => {
  await fill(store);
  await importRegister(store, asTable(announced()), { actor: 'bench', now: morningOf(from) });
  await runClocks(store, matters, world, from);
  await analyzed(store);
};

export const measure = async (office: Office): Promise<readonly Ratio[]> => {
  const { store, matters, world } = office;
  world.now = morningOf(today);
  return [
    ...(await lists(store, matters, soon)),
    await calendar(store),
    await punctuality(store, today),
    await briefing(store, matters),
    await registerPages(questions(announced(), 60), (query) => searchRegister(store.database, query), store),
    await day(office, today),
  ];
};

/** An office with 10,000 filings, 200,000 complaints and 5,000 open clocks: its lists, and what the program does there by itself each day. */
export const run = async (): Promise<readonly Ratio[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-office-'));
  const office = await opened(folder, randomBytes(32), morningOf(from));
  try {
    await furnish(office);
    return await measure(office);
  } finally {
    await office.store.close();
    await rm(folder, { recursive: true, force: true });
  }
};
