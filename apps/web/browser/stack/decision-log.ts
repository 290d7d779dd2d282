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

/** A provider's log on its own machine, as the program writes, audits and explains it there. */
export interface ProvidersLog {
  /** Id of a price that was told to somebody. */
  readonly request: string;
  /** A signed bundle for a filing, and the key it is verified with. */
  audit(filing: string, check: string): Promise<{ readonly note: string; readonly key: string }>;
  /** What the kept record of a request says. */
  explain(request: string): Promise<readonly Sentence[]>;
  remove(): Promise<void>;
}

const rows = 20_000;
const days = 5;

/** @param plant a violation that is in it, as `suanjian log generate --plants` lists them: `price-by-tenure=0.08` */
export const providersLog = async (today: CivilDate, plant: string): Promise<ProvidersLog> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-log-'));
  const within = (name: string): string => join(folder, name);
  const suanjian = (...args: readonly string[]) =>
    run(process.execPath, [commandLine, ...args, '--data-dir', within('data')], { timeout: 120_000 });
  await suanjian(
    'log',
    'generate',
    '--rows',
    String(rows),
    '--days',
    String(days),
    '--plant',
    plant,
    '--from',
    addDays(today, -days),
  );
  await suanjian('log', 'export', '--family', 'quote', within('quotes'));
  const segments = within('quotes/segments');
  const [day = ''] = (await readdir(segments)).toSorted();
  const [first = ''] = (await readFile(join(segments, day, 'quote.ndjson'), 'utf8')).split('\n');
  const { request } = JSON.parse(first) as { readonly request: string };
  return {
    request,
    audit: async (filing, check) => {
      const [report, bundle] = [within('report.json'), within('bundle.note')];
      const asked = ['audit', '--log', '--check', check, '--filing', filing, '--json', report, '--bundle', bundle];
      // A duty that failed is an answer, told by the exit status as well.
      const said = await suanjian(...asked).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error && 'stderr' in error)
          return { stdout: String(error.stdout), stderr: String(error.stderr) };
        throw error;
      });
      const [key = ''] = /\S+\/audit\+[0-9a-f]{8}\+\S+/.exec(`${said.stdout}\n${said.stderr}`) ?? [];
      return { note: await readFile(bundle, 'utf8'), key };
    },
    explain: async (asked) => {
      const file = within('explanation.json');
      await suanjian(
        'log',
        'explain',
        '--request',
        asked,
        '--actor',
        '示例经办人',
        '--basis',
        'final/22',
        '--json',
        file,
      );
      const { sentences } = JSON.parse(await readFile(file, 'utf8')) as { readonly sentences: readonly Sentence[] };
      return sentences;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
