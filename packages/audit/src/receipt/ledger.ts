import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { commitmentOf } from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import { z } from 'zod';
import type { Receipt } from '../report/schema.ts';

/** One look at data that had not been looked at in this way before, and what it could err with. */
const entrySchema = z.object({ time: z.number(), what: z.string(), error: z.number() });
type Entry = z.infer<typeof entrySchema>;

const year = 365 * 86_400_000;

/** What a run tests: the same data with the same questions is the same look, however often it is taken. */
const whatIsTested = ({ data, questions, edition, seed }: Receipt): string =>
  commitmentOf({
    data: data.kind === 'log' ? { ...data, treeSize: 0, root: '' } : data,
    questions,
    edition,
    seed,
  });

const entriesIn = (written: string): readonly Entry[] =>
  written.split('\n').flatMap((line) => {
    try {
      const parsed = entrySchema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      // A line torn by a crash is one look forgotten: better than no audit.
      return [];
    }
  });

export interface Spending {
  /** Different looks within the last year, this one included. */
  readonly looks: number;
  /** Sum of what they could err with. */
  readonly spent: number;
}

/** Enters a run in the ledger of a log and says what a year has spent. Looking at the same thing again costs nothing. */
export const enterRun = async (file: string, receipt: Receipt, now: number): Promise<Spending> => {
  const known = await readFile(file, 'utf8').catch(() => '');
  const recent = entriesIn(known).filter(({ time }) => time > now - year);
  const what = whatIsTested(receipt);
  const looks = new Map(recent.map((entry) => [entry.what, entry.error]));
  if (!looks.has(what)) {
    const entry: Entry = { time: now, what, error: receipt.error.run };
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const torn = known !== '' && !known.endsWith('\n');
    await appendFile(file, `${torn ? '\n' : ''}${JSON.stringify(entry)}\n`, { mode: 0o600 });
    looks.set(what, entry.error);
  }
  return { looks: looks.size, spent: [...looks.values()].reduce((sum, error) => sum + error, 0) };
};

/** What the reader must know when a year has seen more looks than it had planned for. */
export const overspent = (
  { looks, spent }: Spending,
  { year: budget, runsPerYear }: Receipt['error'],
): Text | undefined => {
  if (spent <= budget * (1 + 1e-9)) return undefined;
  const percent = (value: number): string => `${Number((value * 100).toPrecision(3))} %`;
  return text(
    `这是一年内第 ${looks} 次不同的审计，而误差预算按每年 ${runsPerYear} 次计算：全年误判的机会合计已可达 ${percent(spent)}，超过预算 ${percent(budget)}。请用 --runs-per-year 写明一年审计几次。`,
    `This is the ${ordinal(looks)} different audit within a year, with an error budget for ${runsPerYear}: together they may err in up to ${percent(spent)} of honest years, beyond the budget of ${percent(budget)}. State how many a year there are with --runs-per-year.`,
  );
};

const ordinal = (number: number): string => {
  const ending = new Intl.PluralRules('en', { type: 'ordinal' }).select(number);
  return `${number}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }[ending]}`;
};
