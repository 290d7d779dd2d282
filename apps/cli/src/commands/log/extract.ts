import { resolve } from 'node:path';
import {
  checkAuthority,
  extractRows,
  familiesKnowing,
  familyNames,
  type DecisionLog,
  type ExtractWish,
} from '@suanjian/decision-log';
import { usageFault } from '../../fault.ts';
import { say, sayJson, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';
import { retentionTexts } from '../../texts/log-retention.ts';
import { pseudonymsOf } from './people.ts';
import { dayOf, familiesOf } from './values.ts';
import { folderWithLog, withLog, type DataFlags } from './with-log.ts';

export interface ExtractFlags extends DataFlags {
  readonly actor?: string;
  readonly basis?: string;
  readonly matter?: string;
  readonly user?: readonly string[];
  readonly identifiers?: 'raw' | 'pseudonyms';
  readonly request?: string;
  readonly from?: string;
  readonly to?: string;
  readonly family?: readonly string[];
  readonly json: boolean;
}

/** Takes the rows of a person, a request or a period out of the log, and leaves a record of it in the evidence first. */
export const extract = async (terminal: Terminal, flags: ExtractFlags, target: string): Promise<void> => {
  const authority = {
    actor: flags.actor ?? '',
    ...(flags.basis === undefined ? {} : { basis: flags.basis }),
    ...(flags.matter === undefined ? {} : { matter: flags.matter }),
  };
  // Before anything is opened: who may not take rows is told so whether there are any or not.
  checkAuthority(authority);
  checkScope(flags);
  const folder = await folderWithLog(terminal, flags);
  const path = resolve(terminal.workingDirectory, target);
  const done = await withLog(terminal, folder, (log, store) =>
    extractRows(log, store.writer, path, authority, wishOf(log, flags)),
  );
  if (flags.json) sayJson(terminal, { folder: path, ...done });
  else say(terminal, evidenceTexts.extracted(done.rows, path, done.leaf), evidenceTexts.verifyWith(target));
};

const checkScope = ({ user, request, from, to }: ExtractFlags): void => {
  if (user !== undefined && request !== undefined) throw usageFault(evidenceTexts.oneScope);
  if (user === undefined && request === undefined && (from === undefined || to === undefined))
    throw usageFault(evidenceTexts.scopeNeeded);
  if (from !== undefined && to !== undefined && dayOf(from) > dayOf(to))
    throw usageFault(retentionTexts.periodBackwards(from, to));
};

const wishOf = (log: DecisionLog, flags: ExtractFlags): ExtractWish => {
  const among = flags.family === undefined ? familyNames : familiesOf(flags.family);
  const from = flags.from === undefined ? undefined : dayOf(flags.from);
  const to = flags.to === undefined ? undefined : dayOf(flags.to);
  const by = flags.user !== undefined ? 'user' : flags.request !== undefined ? 'request' : undefined;
  if (by === undefined) return { by: 'period', families: among, from: from ?? '', to: to ?? '' };
  const families = familiesKnowing(by, among);
  if (families.length === 0) throw usageFault(evidenceTexts.familiesDoNotKnow(by, among));
  return {
    by,
    ids: by === 'user' ? pseudonymsOf(log, flags.user ?? [], flags.identifiers) : [flags.request ?? ''],
    families,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
};
