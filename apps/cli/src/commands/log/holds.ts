import { randomBytes } from 'node:crypto';
import {
  civilDayOf,
  logFolder,
  openHold,
  readDecisionLog,
  readHolds,
  releaseHold,
  type Hold,
  type KnownHold,
} from '@suanjian/decision-log';
import { usageFault } from '../../fault.ts';
import { say, sayJson, type Terminal } from '../../terminal.ts';
import { retentionTexts } from '../../texts/log-retention.ts';
import { currentCheckpoint, signerOf } from './current-checkpoint.ts';
import { holdStatement } from './hold-statement.ts';
import { pseudonymsOf } from './people.ts';
import { dayOf, familiesOf } from './values.ts';
import { folderWithLog, withJournal, type DataFlags } from './with-log.ts';

export interface HoldFlags extends DataFlags {
  readonly actor: string;
  readonly basis: string;
  readonly matter?: string;
  readonly from?: string;
  readonly to?: string;
  readonly family?: readonly string[];
  readonly provider?: string;
  readonly user?: readonly string[];
  readonly identifiers?: 'raw' | 'pseudonyms';
  readonly until?: string;
}

export interface ReleaseFlags extends DataFlags {
  readonly actor: string;
  readonly reason: string;
}

export interface HoldsFlags extends DataFlags {
  readonly matter?: string;
  readonly json: boolean;
}

/** Forbids the deletion of records until further notice. */
export const hold = async (terminal: Terminal, flags: HoldFlags, name?: string): Promise<void> => {
  const scope = {
    ...(flags.from === undefined ? {} : { from: dayOf(flags.from) }),
    ...(flags.to === undefined ? {} : { to: dayOf(flags.to) }),
    ...(flags.family === undefined ? {} : { families: familiesOf(flags.family) }),
    ...(flags.provider === undefined ? {} : { provider: flags.provider }),
  };
  if (scope.from !== undefined && scope.to !== undefined && scope.from > scope.to)
    throw usageFault(retentionTexts.periodBackwards(scope.from, scope.to));
  const until = flags.until === undefined ? undefined : dayOf(flags.until);
  const folder = await folderWithLog(terminal, flags);
  await withJournal(terminal, folder, async (log) => {
    const users = pseudonymsOf(log, flags.user ?? [], flags.identifiers);
    const opened: Hold = {
      id: name ?? `h-${randomBytes(5).toString('hex')}`,
      scope: { ...scope, ...(users.length === 0 ? {} : { users }) },
      actor: flags.actor,
      basis: flags.basis,
      ...(flags.matter === undefined ? {} : { matter: flags.matter }),
      ...(until === undefined ? {} : { until }),
      opened: log.now(),
    };
    const leaf = await openHold(log, logFolder(folder), opened);
    say(terminal, retentionTexts.holdOpened(opened.id, leaf));
  });
};

/** Ends a hold. */
export const release = async (
  terminal: Terminal,
  { actor, reason, ...flags }: ReleaseFlags,
  id: string,
): Promise<void> => {
  const folder = await folderWithLog(terminal, flags);
  await withJournal(terminal, folder, async (log) => {
    const leaf = await releaseHold(log, logFolder(folder), { id, actor, reason }, civilDayOf(log.now()));
    say(terminal, retentionTexts.holdReleased(id, leaf));
  });
};

/** Every hold there was, or every one for a matter, and whether it is in force. For a matter, `--json` says it so that others can verify it. */
export const listHolds = async (terminal: Terminal, flags: HoldsFlags): Promise<void> => {
  const { matter, json } = flags;
  const folder = await folderWithLog(terminal, flags);
  const proof =
    json && matter !== undefined
      ? {
          checkpoint: await currentCheckpoint(terminal, folder),
          key: (await signerOf(terminal, folder)).verifier.encoded,
        }
      : undefined;
  const { index } = await readDecisionLog(folder);
  const all = await readHolds(logFolder(folder), index, civilDayOf(Date.now()));
  const known = matter === undefined ? all : all.filter(({ hold }) => hold?.matter === matter);
  if (proof !== undefined) sayJson(terminal, holdStatement(known, index, proof));
  else if (json) sayJson(terminal, known);
  else if (known.length === 0) say(terminal, retentionTexts.noHolds);
  else for (const each of known) tell(terminal, each);
};

const tell = (terminal: Terminal, { id, state, hold: found, release: ended }: KnownHold): void => {
  say(terminal, retentionTexts.holdLine(id, state));
  if (found !== undefined) {
    const { from, to, families, provider, users } = found.scope;
    const scope = [
      from === undefined && to === undefined ? '' : `${from ?? '…'} – ${to ?? '…'}`,
      families?.join(', ') ?? '',
      provider ?? '',
      users?.join(', ') ?? '',
    ].filter((part) => part !== '');
    say(terminal, retentionTexts.holdScope(scope.join('; ')));
    say(terminal, retentionTexts.holdBasis(found.actor, found.basis, found.matter, found.until));
  }
  if (ended !== undefined) say(terminal, retentionTexts.holdEnded(ended.actor, ended.reason));
};
