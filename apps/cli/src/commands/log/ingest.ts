import { resolve } from 'node:path';
import { ingestFiles, type FieldFault, type FileFormat, type IngestedFile } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import { CliFault, usageFault } from '../../fault.ts';
import { dataFolderOf } from '../../log-store.ts';
import { startProgress } from '../../progress.ts';
import { remark, say, sayJson, type Terminal } from '../../terminal.ts';
import { ingestTexts } from '../../texts/log-ingest.ts';
import { ceilingOf } from '../../unpacking.ts';
import { familyOf } from './values.ts';
import { withLog, type DataFlags } from './with-log.ts';

export interface IngestFlags extends DataFlags {
  readonly family: string;
  readonly format?: FileFormat;
  readonly identifiers?: 'raw' | 'pseudonyms';
  readonly rejectFile?: string;
  readonly json: boolean;
}

/** Refusals that are shown; all are counted, and with --reject-file all are kept. */
const MOST_SHOWN = 20;

/** Takes files into the log. Exits with 1 when records were refused, though the good ones went in. */
export const ingest = async (terminal: Terminal, flags: IngestFlags, ...files: readonly string[]): Promise<void> => {
  if (files.length === 0) throw usageFault(ingestTexts.noFiles);
  const family = familyOf(flags.family);
  const folder = dataFolderOf(terminal, flags.dataDir);
  const paths = files.map((file) => resolve(terminal.workingDirectory, file));
  const ceiling = await ceilingOf(terminal);
  const progress = await startProgress(terminal, ingestTexts.ingesting);
  const shown: (FieldFault & { readonly line: number; readonly file: string })[] = [];
  let done: readonly IngestedFile[];
  try {
    done = await withLog(
      terminal,
      folder,
      async (log) => {
        const ingested = await ingestFiles(log, paths, {
          family,
          ...(flags.format === undefined ? {} : { format: flags.format }),
          ...(flags.identifiers === undefined ? {} : { identifiers: flags.identifiers }),
          ...(flags.rejectFile === undefined
            ? {}
            : { rejectFile: resolve(terminal.workingDirectory, flags.rejectFile) }),
          ...ceiling,
          onProgress: ({ file, bytes, size }) => {
            const before = paths.indexOf(file);
            progress.at((before + (size === 0 ? 1 : bytes / size)) / paths.length);
          },
          onRefused: (file, refusals) => {
            for (const refusal of refusals.slice(0, MOST_SHOWN - shown.length)) shown.push({ ...refusal, file });
          },
        });
        progress.message(ingestTexts.loading);
        await log.flush();
        await log.checkpoint();
        return ingested;
      },
      { mostBehind: Number.POSITIVE_INFINITY },
    );
  } finally {
    progress.end();
  }
  const refused = done.reduce((sum, each) => sum + each.refused, 0);
  if (flags.json) sayJson(terminal, done);
  else {
    for (const { file, accepted, repeated, refused: bad } of done)
      say(terminal, ingestTexts.ingested(file, accepted, repeated, bad));
  }
  if (refused === 0) return;
  if (flags.rejectFile !== undefined) remark(terminal, ingestTexts.kept(flags.rejectFile));
  throw new CliFault(ingestTexts.refused(refused), {
    details: [
      ...shown.map(({ file, line, field, reason }) =>
        text(`${file}:${line} ${field} ${reason.zh}`, `${file}:${line} ${field} ${reason.en}`),
      ),
      ...(refused > shown.length && flags.rejectFile === undefined ? [ingestTexts.keepThem] : []),
    ],
  });
};
