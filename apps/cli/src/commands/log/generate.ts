import { hash } from 'node:crypto';
import {
  familyNames,
  generateLog,
  parsePlant,
  plantNames,
  plants,
  traitKeyAway,
  traitSubjectsWith,
  type DecisionLog,
  type FamilyName,
  type GeneratedBatch,
  type GenerateOptions,
  type Plant,
  type PlantName,
} from '@suanjian/decision-log';
import { addDays, civilDateOf, text, type Text } from '@suanjian/rulebook';
import { CliFault, usageFault } from '../../fault.ts';
import { dataFolderOf } from '../../log-store.ts';
import { startProgress } from '../../progress.ts';
import { remark, say, sayJson, table, type Terminal } from '../../terminal.ts';
import { logTexts } from '../../texts/log.ts';
import { replaceGenerated } from './replace-generated.ts';
import { dayOf } from './values.ts';
import { withLog, type DataFlags } from './with-log.ts';

export interface GenerateFlags extends DataFlags {
  readonly rows?: number;
  readonly days?: number;
  readonly seed?: number;
  readonly from?: string;
  readonly provider?: string;
  readonly plant?: readonly string[];
  readonly plants: boolean;
  readonly traits: boolean;
  readonly replace: boolean;
  readonly json: boolean;
}

const DEFAULT_ROWS = 100_000;
/** Four whole weeks. */
const DEFAULT_DAYS = 28;
const DEFAULT_SEED = 1;
/** Batches that are checked and written while the next are made. */
const UNDER_WAY = 4;

/** Writes the log of an invented platform into the data folder, as any platform would: checked, durable, in the evidence, in the store. */
export const generate = async (terminal: Terminal, flags: GenerateFlags): Promise<void> => {
  if (flags.plants) {
    listPlants(terminal);
    return;
  }
  const options = optionsOf(flags);
  const folder = dataFolderOf(terminal, flags.dataDir);
  if (flags.replace) await replaceGenerated(terminal, folder);
  const began = performance.now();
  const written = await withLog(
    terminal,
    folder,
    async (log, store) => {
      // A store of our own went with the log; one elsewhere still holds the rows of the log that was replaced.
      if (flags.replace && store.kind === 'remote') await log.rebuild();
      refuseMixing(log, folder, batchPrefix(options));
      return write(terminal, log, options);
    },
    // Nobody waits for these rows meanwhile: the store may fall as far behind as it likes.
    { mostBehind: Number.POSITIVE_INFINITY },
  );
  tell(terminal, flags, folder, options, written, (performance.now() - began) / 1000);
};

type Options = GenerateOptions & {
  readonly plants: ReadonlyMap<PlantName, number>;
  /** Whether protected traits are written too; absent where not, so that other logs keep the ids of their batches. */
  readonly traits?: true;
};

const needsTraits = (name: PlantName): boolean => {
  const plant: Plant = plants[name];
  return plant.needsTraits === true;
};

const optionsOf = (flags: GenerateFlags): Options => {
  const { rows = DEFAULT_ROWS, days = DEFAULT_DAYS, seed = DEFAULT_SEED, provider } = flags;
  const today = civilDateOf(new Date().toISOString());
  const from = flags.from === undefined ? addDays(today, -days) : dayOf(flags.from);
  if (addDays(from, days - 1) > today) throw usageFault(logTexts.generateAhead(from, days, today));
  const planted = plantsOf(flags.plant ?? []);
  return {
    rows,
    days,
    seed,
    from,
    plants: planted,
    ...(flags.traits || [...planted.keys()].some(needsTraits) ? { traits: true } : {}),
    ...(provider === undefined ? {} : { provider }),
  };
};

const plantsOf = (asked: readonly string[]): ReadonlyMap<PlantName, number> => {
  const found = new Map<PlantName, number>();
  for (const words of asked) {
    const [name, size] = parsed(words);
    if (found.has(name)) throw usageFault(logTexts.plantTwice(name));
    found.set(name, size);
  }
  return found;
};

const parsed = (words: string): readonly [PlantName, number] => {
  try {
    return parsePlant(words);
  } catch (error) {
    if (!(error instanceof Error && 'text' in error)) throw error;
    throw usageFault(error.text as Text, [logTexts.plantsList]);
  }
};

/** The same options give the same batches, and only those stand together in a log. */
const batchPrefix = ({ plants: planted, ...options }: Options): string =>
  `g${hash('sha256', JSON.stringify([options, Object.fromEntries(planted)]), 'hex').slice(0, 12)}`;

const refuseMixing = (log: DecisionLog, folder: string, prefix: string): void => {
  for (const { leaf } of log.view.index.entries()) {
    if (leaf.kind === 'batch' && !leaf.batch.startsWith(`${prefix}-`))
      throw new CliFault(
        /^g[0-9a-f]{12}-/u.test(leaf.batch) ? logTexts.otherGenerated(folder) : logTexts.notMixed(folder),
      );
  }
};

const withTraits = ({ traits, ...options }: Options, log: DecisionLog): GenerateOptions => {
  if (traits !== true) return options;
  const key = log.pseudonyms.keys()?.traits;
  if (key === undefined) throw traitKeyAway();
  return { ...options, traitSubject: traitSubjectsWith(key) };
};

interface Written {
  readonly rows: ReadonlyMap<FamilyName, number>;
  readonly repeated: number;
}

const write = async (terminal: Terminal, log: DecisionLog, options: Options): Promise<Written> => {
  const prefix = batchPrefix(options);
  const rows = new Map<FamilyName, number>(familyNames.map((name) => [name, 0]));
  const progress = await startProgress(terminal, logTexts.generating);
  const under = new Set<Promise<void>>();
  let failed: { readonly error: unknown } | undefined;
  let number = 0;
  let repeated = 0;
  const take = async (batch: GeneratedBatch, id: string): Promise<void> => {
    const appended = await log.append(batch.family, batch.ndjson, { batch: id, mostRefusals: 1 });
    const [refusal] = appended.refusals;
    if (refusal !== undefined)
      throw new CliFault(logTexts.generatedRefused(batch.family, refusal.field, refusal.reason));
    rows.set(batch.family, (rows.get(batch.family) ?? 0) + appended.accepted);
    repeated += appended.repeated ? appended.accepted : 0;
    progress.at((rows.get('exposure') ?? 0) / options.rows);
  };
  try {
    for (const batch of generateLog(withTraits(options, log))) {
      const work: Promise<void> = take(batch, `${prefix}-${number}`)
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => under.delete(work));
      number += 1;
      under.add(work);
      // Also where none is full: the generator never waits, and the others must have their turn.
      await (under.size >= UNDER_WAY ? Promise.race(under) : new Promise(setImmediate));
      if (failed !== undefined) break;
    }
    await Promise.all(under);
    if (failed !== undefined) throw failed.error;
    progress.message(logTexts.loading);
    await log.flush();
    await log.checkpoint();
    return { rows, repeated };
  } finally {
    progress.end();
  }
};

const tell = (
  terminal: Terminal,
  { json }: GenerateFlags,
  folder: string,
  { from, days, seed, plants: planted }: Options,
  { rows, repeated }: Written,
  seconds: number,
): void => {
  const to = addDays(from, days - 1);
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  if (json) {
    sayJson(terminal, {
      from,
      to,
      seed,
      plants: Object.fromEntries(planted),
      rows: Object.fromEntries(rows),
      repeated,
    });
    return;
  }
  const families = [...rows].filter(([, count]) => count > 0).map(([name, count]) => [name, String(count)]);
  terminal.output.write(`${table(families)}\n`);
  say(terminal, logTexts.generated(total, from, to, seed));
  for (const [name, size] of planted) say(terminal, logTexts.planted(name, size, plants[name].title));
  if (repeated === total && total > 0) say(terminal, logTexts.wasThere);
  remark(terminal, logTexts.took(seconds, folder));
};

const listPlants = (terminal: Terminal): void => {
  const { language, output } = terminal;
  for (const name of plantNames) {
    const { title, size, usual, least, most, check }: Plant = plants[name];
    const range = text(`${least} 至 ${most}，例如 ${usual}`, `${least} to ${most}, such as ${usual}`);
    output.write(`${name}=${usual}\n  ${title[language]}\n  ${size[language]} (${range[language]}) → ${check}\n`);
  }
};
