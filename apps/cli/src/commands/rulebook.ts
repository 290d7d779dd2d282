import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  asCivilDate,
  builtInCalendar,
  clausesReferredTo,
  computeDeadline,
  edition as editionOf,
  editionIds,
  nearClauseIds,
  NoDeadlineError,
  parseClauseReference,
  text,
  type Clause,
  type DeadlineReceipt,
  type EditionId,
} from '@suanjian/rulebook';
import { CliFault, usageFault } from '../fault.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';
import { clauseText, deadlineText } from '../texts/rulebook.ts';

export interface DeadlineFlags {
  readonly clause: string;
  readonly event: string;
  readonly deadline?: string;
  readonly edition?: string;
  readonly json: boolean;
  readonly dataDir?: string;
}

export interface ClauseFlags {
  readonly json: boolean;
}

const isEdition = (id: string): id is EditionId => editionIds.some((known) => known === id);

/** The reference with its edition, which may stand in it or beside it, not differently in both. */
const withEdition = (written: string, edition: string | undefined): string => {
  if (edition === undefined) return written;
  if (!isEdition(edition))
    throw usageFault(
      text(
        `没有版本「${edition}」，可以是：${editionIds.join('、')}。`,
        `There is no edition “${edition}”; there are: ${editionIds.join(', ')}.`,
      ),
    );
  if (!written.includes('/')) return `${edition}/${written}`;
  const reference = parseClauseReference(written);
  if (reference !== undefined && reference.edition !== edition)
    throw usageFault(
      text(
        `「${written}」是 ${reference.edition} 的条款，与 --edition ${edition} 不一致。`,
        `“${written}” is a clause of ${reference.edition}, which --edition ${edition} contradicts.`,
      ),
    );
  return written;
};

const referredTo = (written: string): readonly Clause[] => {
  const found = clausesReferredTo(written);
  if (found.length > 0) return found;
  const near = nearClauseIds(written).join(', ');
  throw usageFault(
    text(`没有条款「${written}」。相近的有：${near}`, `There is no clause “${written}”. Near it: ${near}`),
  );
};

/** The one clause that is meant: of an article with several paragraphs, the one that sets a deadline. */
const oneClause = (written: string): Clause => {
  const found = referredTo(written);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const choices = found.map(({ id }) => id).join(', ');
  throw usageFault(
    text(
      `「${written}」有几款，请写明哪一款：${choices}`,
      `“${written}” has several paragraphs; say which: ${choices}`,
    ),
  );
};

/** The server knows calendars that were imported since; without one, what is built in counts. */
const fromServer = async (
  { environment, workingDirectory }: Terminal,
  { dataDir, deadline }: DeadlineFlags,
  clause: Clause,
  event: string,
): Promise<DeadlineReceipt | undefined> => {
  const folder = resolve(workingDirectory, dataDir ?? environment['DATA_DIR'] ?? 'data');
  if (!existsSync(join(folder, 'run.json'))) return undefined;
  const [{ readRunFile }, { overHttp }, { askFor }, { receiptSchema }] = await Promise.all([
    import('@suanjian/server/run-file'),
    import('../client/over-http.ts'),
    import('../client/ask.ts'),
    import('../client/receipt.ts'),
  ]);
  const running = await readRunFile(folder);
  if (running === undefined) return undefined;
  const query = new URLSearchParams({ clause: clause.id, event, ...(deadline === undefined ? {} : { deadline }) });
  const client = overHttp(running);
  return askFor(client, receiptSchema, {
    method: 'GET',
    path: `/api/deadline?${query.toString()}`,
    headers: client.operator,
  });
};

const locally = (clause: Clause, event: string, name: string | undefined): DeadlineReceipt => {
  const date = asCivilDate(event);
  if (date === undefined)
    throw usageFault(
      text(
        `「${event}」不是日历上的日期，应写作 2026-02-10。`,
        `“${event}” is no day of the calendar; write it like 2026-02-10.`,
      ),
    );
  try {
    return computeDeadline({
      clause,
      event: date,
      calendar: builtInCalendar,
      ...(name === undefined ? {} : { deadline: name }),
    });
  } catch (error) {
    if (error instanceof NoDeadlineError) throw new CliFault(error.reason, { cause: error });
    throw error;
  }
};

export const deadline = async (terminal: Terminal, flags: DeadlineFlags): Promise<void> => {
  const clause = oneClause(withEdition(flags.clause, flags.edition));
  // What cannot be understood is refused before any server is asked.
  const own = locally(clause, flags.event, flags.deadline);
  const receipt = (await fromServer(terminal, flags, clause, flags.event)) ?? own;
  if (flags.json) sayJson(terminal, receipt);
  else say(terminal, ...deadlineText(receipt, clause, editionOf(clause.edition), flags.deadline));
};

export const showClause = async (terminal: Terminal, { json }: ClauseFlags, reference: string): Promise<void> => {
  const clauses = referredTo(reference);
  if (json) sayJson(terminal, { clauses });
  else
    for (const [index, clause] of clauses.entries())
      say(terminal, ...(index === 0 ? [] : [text('', '')]), ...clauseText(clause, editionOf(clause.edition)));
};
