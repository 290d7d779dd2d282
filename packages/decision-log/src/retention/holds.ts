import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOG_FORMAT, type HoldLeaf, type HoldReleaseLeaf } from '@suanjian/evidence';
import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { familyNames } from '../families/families.ts';
import type { DecisionLog } from '../ingest/decision-log.ts';
import { makeFolder, writeDurably } from '../journal/durable.ts';
import type { JournalIndex } from '../journal/journal-index.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';
import { commitmentOfHold, holdIdPattern, type Hold, type HoldScope, type Obstacle } from './hold.ts';

export type HoldState = 'in-force' | 'over' | 'released' | 'unreadable';

export interface KnownHold {
  readonly id: string;
  readonly state: HoldState;
  /** Absent where it is unreadable, or was released and its description is gone. */
  readonly hold?: Hold;
  readonly release?: HoldReleaseLeaf;
}

const holdFolder = (folder: string): string => join(folder, 'holds');
const holdFile = (folder: string, id: string): string => join(holdFolder(folder), `${id}.json`);

/**
 * Every hold that was ever opened, by name. `folder` is the log's. A description that no leaf stands for yet (its opening was interrupted) is in force: too much
 * is kept rather than too little.
 */
export async function readHolds(folder: string, index: JournalIndex, today: CivilDate): Promise<readonly KnownHold[]> {
  const opened = new Map<string, HoldLeaf>();
  const released = new Map<string, HoldReleaseLeaf>();
  for (const { leaf } of index.entries()) {
    if (leaf.kind === 'hold') opened.set(leaf.hold, leaf);
    if (leaf.kind === 'hold-release') released.set(leaf.hold, leaf);
  }
  const ids = new Set([...opened.keys(), ...(await writtenHolds(folder))]);
  const known: KnownHold[] = [];
  for (const id of [...ids].sort()) {
    const leaf = opened.get(id);
    const release = released.get(id);
    const hold = await readHold(holdFile(folder, id));
    const sound =
      hold !== undefined && hold.id === id && (leaf === undefined || commitmentOfHold(hold) === leaf.commitment);
    known.push({
      id,
      state: stateOf(sound ? hold : undefined, release, today),
      ...(sound && { hold }),
      ...(release && { release }),
    });
  }
  return known;
}

function stateOf(hold: Hold | undefined, release: HoldReleaseLeaf | undefined, today: CivilDate): HoldState {
  if (release !== undefined) return 'released';
  if (hold === undefined) return 'unreadable';
  return hold.until !== undefined && hold.until < today ? 'over' : 'in-force';
}

/** What keeps records from being deleted today. */
export const obstaclesOf = (folder: string, known: readonly KnownHold[]): readonly Obstacle[] =>
  known.flatMap(({ id, state, hold }): readonly Obstacle[] => {
    if (state === 'unreadable') return [{ kind: 'unreadable-hold', id, file: holdFile(folder, id) }];
    return state === 'in-force' && hold !== undefined ? [{ kind: 'hold', hold }] : [];
  });

/** Opens a hold: its description is on the disk before its leaf is in the evidence. Throws `LogFault` (`invalid`) where the name is taken. */
export async function openHold(log: DecisionLog, folder: string, hold: Hold): Promise<number> {
  if (!holdIdPattern.test(hold.id))
    throw new LogFault(
      'invalid',
      text(
        `保全的名称 ${hold.id} 只能由小写字母、数字、点和连字符组成，至多 64 个。`,
        `The hold's name ${hold.id} may hold lower-case letters, digits, dots and hyphens only, at most 64.`,
      ),
    );
  const file = holdFile(folder, hold.id);
  const taken = [...log.view.index.entries()].some(({ leaf }) => leaf.kind === 'hold' && leaf.hold === hold.id);
  if (taken || (await readHold(file)) !== undefined)
    throw new LogFault('invalid', text(`已有名为 ${hold.id} 的保全。`, `There is a hold named ${hold.id} already.`));
  await makeFolder(holdFolder(folder));
  await writeDurably(file, `${JSON.stringify(hold, null, 2)}\n`);
  const leaf: HoldLeaf = {
    format: LOG_FORMAT,
    kind: 'hold',
    hold: hold.id,
    commitment: commitmentOfHold(hold),
    time: log.now(),
  };
  return log.appendLeaf(leaf);
}

/** Ends a hold before its time; also one whose description is gone. Throws `LogFault` (`not-found`, `invalid`). */
export async function releaseHold(
  log: DecisionLog,
  folder: string,
  { id, actor, reason }: { readonly id: string; readonly actor: string; readonly reason: string },
  today: CivilDate,
): Promise<number> {
  const known = (await readHolds(folder, log.view.index, today)).find((each) => each.id === id);
  if (known === undefined)
    throw new LogFault('not-found', text(`没有名为 ${id} 的保全。`, `There is no hold named ${id}.`));
  if (known.state === 'released')
    throw new LogFault('invalid', text(`保全 ${id} 早已解除。`, `The hold ${id} was released before.`));
  return log.appendLeaf({ format: LOG_FORMAT, kind: 'hold-release', hold: id, actor, reason, time: log.now() });
}

async function writtenHolds(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(holdFolder(folder));
    return names.flatMap((name) => (/^[a-z0-9][a-z0-9.-]*\.json$/u.test(name) ? [name.slice(0, -'.json'.length)] : []));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function readHold(file: string): Promise<Hold | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  return isHold(value) ? value : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isDay = (value: unknown): boolean => typeof value === 'string' && asCivilDate(value) !== undefined;
const isAbsentOr = (value: unknown, test: (value: unknown) => boolean): boolean => value === undefined || test(value);
const isList = (value: unknown, test: (value: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(test);

/** A description that says less than it should would protect more or less than was ordered: it is read strictly. */
function isHold(value: unknown): value is Hold {
  if (typeof value !== 'object' || value === null || !('scope' in value)) return false;
  const { id, scope, actor, basis, matter, until, opened, ...rest } = value as Record<string, unknown>;
  return (
    isText(id) &&
    isText(actor) &&
    isText(basis) &&
    isAbsentOr(matter, isText) &&
    isAbsentOr(until, isDay) &&
    Number.isSafeInteger(opened) &&
    isScope(scope) &&
    Object.keys(rest).length === 0
  );
}

function isScope(value: unknown): value is HoldScope {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, families, provider, users, ...rest } = value as Record<string, unknown>;
  return (
    isAbsentOr(from, isDay) &&
    isAbsentOr(to, isDay) &&
    isAbsentOr(families, (list) => isList(list, (name) => familyNames.some((family) => family === name))) &&
    isAbsentOr(provider, isText) &&
    isAbsentOr(users, (list) => isList(list, isText)) &&
    Object.keys(rest).length === 0
  );
}
