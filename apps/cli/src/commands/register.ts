import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { text, type Text } from '@suanjian/rulebook';
import { askFor } from '../client/ask.ts';
import { withClient } from '../client/with-client.ts';
import { CliFault } from '../fault.ts';
import { codeOf, openFile } from '../files.ts';
import { startProgress } from '../progress.ts';
import { remark, say, sayJson, type Terminal } from '../terminal.ts';
import { fileUnwritable } from '../texts/errors.ts';

export interface ImportFlags {
  readonly json: boolean;
  readonly dataDir?: string;
}

export interface ExportFlags {
  readonly format: 'csv' | 'jsonl' | 'parquet';
  readonly output?: string;
  readonly dataDir?: string;
}

const count = z.number().int();
const summarySchema = z.object({
  rows: count,
  records: count,
  subjects: count,
  added: count,
  changed: count,
  unchanged: count,
  cancelled: count,
  flagged: z.array(
    z.object({
      line: count,
      number: z.string(),
      reasons: z.array(z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })),
    }),
  ),
});
type Summary = z.infer<typeof summarySchema>;

const mostFlagsShown = 20;

const summaryText = ({
  rows,
  records,
  subjects,
  added,
  changed,
  unchanged,
  cancelled,
  flagged,
}: Summary): readonly Text[] => [
  text(
    `读取 ${rows} 行：${records} 条备案，${subjects} 个主体。`,
    `${rows} rows: ${records} records of ${subjects} subjects.`,
  ),
  text(
    `新增 ${added}，更新 ${changed}，不变 ${unchanged}；其中已注销 ${cancelled}。`,
    `Added ${added}, changed ${changed}, unchanged ${unchanged}; of all, ${cancelled} are cancelled.`,
  ),
  ...(flagged.length === 0
    ? []
    : [
        text(
          `编号有误、已保留并标出 ${flagged.length} 行：`,
          `Rows whose number breaks the rules, kept and flagged: ${flagged.length}`,
        ),
      ]),
  ...flagged
    .slice(0, mostFlagsShown)
    .map(({ line, number, reasons }) =>
      text(
        `  第 ${line} 行 ${number}：${reasons.map(({ message }) => message.zh).join('')}`,
        `  line ${line} ${number}: ${reasons.map(({ message }) => message.en).join(' ')}`,
      ),
    ),
  ...(flagged.length <= mostFlagsShown ? [] : [text('  ……（用 --json 查看全部）', '  … (--json shows all)')]),
];

export const importTable = async (terminal: Terminal, { json, dataDir }: ImportFlags, path: string): Promise<void> => {
  const { size, chunks } = await openFile(terminal, path);
  const summary = await withClient(terminal, { dataDir }, async (client) => {
    const progress = await startProgress(terminal, text('读取清单', 'Reading the table'));
    const counted = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      let read = 0;
      for await (const chunk of chunks) {
        read += chunk.byteLength;
        progress.at(size === 0 ? 1 : read / size);
        yield chunk;
      }
      progress.message(text('写入备案库', 'Writing to the register'));
    };
    try {
      return await askFor(client, summarySchema, {
        method: 'POST',
        path: '/api/administration/register-import',
        body: { kind: 'stream', type: 'text/tab-separated-values', chunks: counted() },
        headers: client.operator,
      });
    } finally {
      progress.end();
    }
  });
  if (json) sayJson(terminal, summary);
  else say(terminal, ...summaryText(summary));
};

/** Into a file beside its final place first, so that nobody ever finds half a register. */
const writeFile = async (path: string, chunks: AsyncIterable<Uint8Array | string>): Promise<void> => {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new CliFault(fileUnwritable(path, codeOf(error)), { cause: error });
  }
};

export const exportRegister = (terminal: Terminal, { format, output, dataDir }: ExportFlags): Promise<void> =>
  withClient(terminal, { dataDir }, async (client) => {
    const chunks = await client.register(format);
    if (output === undefined) for await (const chunk of chunks) terminal.output.write(chunk);
    else {
      await writeFile(resolve(terminal.workingDirectory, output), chunks);
      remark(terminal, text(`已写入 ${output}。`, `Written to ${output}.`));
    }
  });
