import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { addDays, type CivilDate } from '@suanjian/rulebook';

const commandLine = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const run = promisify(execFile);

export interface Sentence {
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

export interface Audited {
  readonly note: string;
  /** What the note is verified with. */
  readonly key: string;
}

/** A provider's log on its own machine, as the program writes, audits and explains it there. */
export interface ProvidersLog {
  /** Id of a price that was told to somebody. */
  readonly request: string;
  /** A signed bundle for a filing. */
  audit(filing: string, check: string): Promise<Audited>;
  /** What the kept record of a request says. */
  explain(request: string): Promise<readonly Sentence[]>;
  remove(): Promise<void>;
}

const laterDay = new URL('./later-day.ts', import.meta.url).href;

/** The program on the provider's machine, with a data folder of its own. */
const providersMachine = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-log-'));
  const within = (name: string): string => join(folder, name);
  /** @param ahead how many days later the machine lives */
  const suanjian = (args: readonly string[], ahead = 0) =>
    run(process.execPath, ['--import', laterDay, commandLine, ...args, '--data-dir', within('data')], {
      timeout: 120_000,
      env: { ...process.env, BROWSER_TEST_DAYS_AHEAD: String(ahead) },
    });
  const audit = async (filing: string, check: string, ahead = 0): Promise<Audited> => {
    const [report, bundle] = [within('report.json'), within('bundle.note')];
    const asked = ['audit', '--log', '--check', check, '--filing', filing, '--json', report, '--bundle', bundle];
    // A duty that failed is an answer, told by the exit status as well.
    const said = await suanjian(asked, ahead).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error && 'stderr' in error)
        return { stdout: String(error.stdout), stderr: String(error.stderr) };
      throw error;
    });
    const [key = ''] = /\S+\/audit\+[0-9a-f]{8}\+\S+/.exec(`${said.stdout}\n${said.stderr}`) ?? [];
    return { note: await readFile(bundle, 'utf8'), key };
  };
  return { within, suanjian, audit, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** One day of a log, and what an audit says of it. */
export interface OneDay {
  readonly day: CivilDate;
  readonly rows: number;
  /** A violation that is in it; none where it is left out. */
  readonly plant?: string;
  /** How many days later than today the machine lives. */
  readonly ahead?: number;
}

export interface DailyLog {
  /** The log of one day in the place of the one before, and its bundle. */
  audited(of: OneDay, filing: string, check: string): Promise<Audited>;
  remove(): Promise<void>;
}

/** A log of which every day is audited by itself. */
export const dailyLog = async (): Promise<DailyLog> => {
  const { suanjian, audit, remove } = await providersMachine();
  return {
    audited: async ({ day, rows: many, plant, ahead }, filing, check) => {
      const planted = plant === undefined ? [] : ['--plant', plant];
      const of = ['--rows', String(many), '--days', '1', '--from', day, ...planted];
      await suanjian(['log', 'generate', '--replace', ...of], ahead);
      return audit(filing, check, ahead);
    },
    remove,
  };
};

const rows = 20_000;
const days = 5;

/** @param plant a violation that is in it, as `suanjian log generate --plants` lists them: `price-by-tenure=0.08` */
export const providersLog = async (today: CivilDate, plant: string): Promise<ProvidersLog> => {
  const { within, suanjian, audit, remove } = await providersMachine();
  const size = ['--rows', String(rows), '--days', String(days)];
  await suanjian(['log', 'generate', ...size, '--plant', plant, '--from', addDays(today, -days)]);
  await suanjian(['log', 'export', '--family', 'quote', within('quotes')]);
  const segments = within('quotes/segments');
  const [day = ''] = (await readdir(segments)).toSorted();
  const [first = ''] = (await readFile(join(segments, day, 'quote.ndjson'), 'utf8')).split('\n');
  const { request } = JSON.parse(first) as { readonly request: string };
  return {
    request,
    audit: (filing, check) => audit(filing, check),
    explain: async (asked) => {
      const file = within('explanation.json');
      const basis = ['--actor', '示例经办人', '--basis', 'final/22'];
      await suanjian(['log', 'explain', '--request', asked, ...basis, '--json', file]);
      const { sentences } = JSON.parse(await readFile(file, 'utf8')) as { readonly sentences: readonly Sentence[] };
      return sentences;
    },
    remove,
  };
};
