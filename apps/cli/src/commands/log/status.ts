import { parseCheckpoint, parseNote } from '@suanjian/evidence';
import { familyNames, logFolder, readCheckpoint, readDecisionLog, type JournalIndex } from '@suanjian/decision-log';
import { say, sayJson, table, type Terminal } from '../../terminal.ts';
import { logTexts } from '../../texts/log.ts';
import { folderWithLog, withLog, type DataFlags } from './with-log.ts';

export interface StatusFlags extends DataFlags {
  readonly json: boolean;
}

/** What a log holds, from its journal alone: works beside whoever writes it. */
export const status = async (terminal: Terminal, flags: StatusFlags): Promise<void> => {
  const folder = await folderWithLog(terminal, flags);
  const { index } = await readDecisionLog(folder);
  const note = await readCheckpoint(logFolder(folder));
  const families = familyNames.flatMap((family) => familyRow(index, family) ?? []);
  const counts = leafCounts(index);
  const checkpoint = note === undefined ? undefined : checkpointOf(note);
  if (flags.json) {
    sayJson(terminal, { folder, leaves: index.size, root: index.root(), kinds: counts, checkpoint, families });
    return;
  }
  if (families.length > 0) {
    const head = logTexts.statusHead.map((text) => text[terminal.language]);
    const rows = families.map(({ family, rows: count, days, from, to }) => [
      family,
      String(count),
      String(days),
      from,
      to,
    ]);
    terminal.output.write(`${table([head, ...rows])}\n`);
  }
  say(terminal, logTexts.leaves(index.size, index.root()));
  for (const [kind, count] of Object.entries(counts))
    if (kind !== 'batch') say(terminal, logTexts.leafKind(kind, count));
  say(
    terminal,
    checkpoint === undefined
      ? logTexts.noCheckpoint
      : logTexts.checkpointIs(checkpoint.origin, checkpoint.size, checkpoint.witnesses),
  );
};

const familyRow = (index: JournalIndex, family: string) => {
  const kept = index.segments().filter((segment) => segment.family === family && segment.rows > 0);
  const [from, to] = [kept.at(0)?.day, kept.at(-1)?.day];
  if (from === undefined || to === undefined) return undefined;
  return { family, rows: kept.reduce((sum, { rows }) => sum + rows, 0), days: kept.length, from, to };
};

const leafCounts = (index: JournalIndex): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { leaf } of index.entries()) counts[leaf.kind] = (counts[leaf.kind] ?? 0) + 1;
  return counts;
};

const checkpointOf = (note: string) => {
  const { origin, size } = parseCheckpoint(note).checkpoint;
  return { origin, size, witnesses: parseNote(note).signatures.filter(({ name }) => name !== origin).length };
};

/** Empties the store and fills it again from the segments. */
export const rebuild = async (terminal: Terminal, flags: DataFlags): Promise<void> => {
  const folder = await folderWithLog(terminal, flags);
  const rows = await withLog(terminal, folder, async (log) => {
    await log.rebuild();
    return log.view.index.segments().reduce((sum, segment) => sum + segment.rows, 0);
  });
  say(terminal, logTexts.rebuilt(rows));
};
