import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkAuthority, explainFromLog, sourceOf } from '@suanjian/decision-log';
import { usageFault } from '../../fault.ts';
import { say, type Terminal } from '../../terminal.ts';
import { explainTexts } from '../../texts/log-explain.ts';
import { folderWithLog, withLog, type DataFlags } from './with-log.ts';

export interface ExplainFlags extends DataFlags {
  readonly request: string;
  readonly item?: string;
  readonly actor?: string;
  readonly basis?: string;
  readonly matter?: string;
  /** Where the input of the matter's command goes. */
  readonly json?: string;
}

/** Explains a request from its kept record, in plain words, and leaves a record of having looked in the evidence first. */
export const explain = async (terminal: Terminal, flags: ExplainFlags): Promise<void> => {
  const authority = {
    actor: flags.actor ?? '',
    ...(flags.basis === undefined ? {} : { basis: flags.basis }),
    ...(flags.matter === undefined ? {} : { matter: flags.matter }),
  };
  checkAuthority(authority);
  const { request, item } = flags;
  if (request.trim() === '') throw usageFault(explainTexts.requestNeeded);
  const folder = await folderWithLog(terminal, flags);
  const { sentences, rows, leaf } = await withLog(terminal, folder, (log, store) =>
    explainFromLog(log, store.writer, authority, { request, ...(item === undefined ? {} : { item }) }),
  );
  if (flags.json === undefined) say(terminal, ...sentences.map(({ text }) => text), explainTexts.explained(rows, leaf));
  else {
    const path = resolve(terminal.workingDirectory, flags.json);
    const input = sentences.map((sentence) => ({ ...sentence.text, source: sourceOf(sentence) }));
    await writeFile(path, `${JSON.stringify({ sentences: input }, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
    say(terminal, explainTexts.explained(rows, leaf), explainTexts.written(input.length, path));
  }
};
