import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { askFor } from '../client/ask.ts';
import { withClient } from '../client/with-client.ts';
import { CliFault } from '../fault.ts';
import { readTextFile } from '../files.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';
import { notJson } from '../texts/errors.ts';

const calendarExample = '{"2027": {"papers": [], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}}';

export interface CalendarFlags {
  readonly json: boolean;
  readonly dataDir?: string;
}

const outcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('imported'),
    version: z.string(),
    calendar: z.string(),
    warnings: z.array(z.object({ pointer: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })),
    recomputed: z.object({ matters: z.number().int(), moved: z.number().int() }),
  }),
  z.object({ outcome: z.literal('known'), version: z.string() }),
]);

export const parseObject = (written: string, where: string): Record<string, unknown> => {
  try {
    const content: unknown = JSON.parse(written);
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content };
  } catch {
    // Said below, as for any other content that is no object.
  }
  throw new CliFault(notJson(where, calendarExample));
};

export const importCalendar = async (
  terminal: Terminal,
  { json, dataDir }: CalendarFlags,
  path: string,
): Promise<void> => {
  const content = parseObject(await readTextFile(terminal, path), path);
  const outcome = await withClient(terminal, { dataDir }, (client) =>
    askFor(client, outcomeSchema, {
      method: 'POST',
      path: '/api/administration/calendar',
      body: { kind: 'json', value: content },
      headers: client.operator,
    }),
  );
  if (json) return sayJson(terminal, outcome);
  if (outcome.outcome === 'known')
    return say(
      terminal,
      text(
        `这份安排（${outcome.version}）已经导入过，没有变化。`,
        `This calendar (${outcome.version}) was imported before; nothing changed.`,
      ),
    );
  const { matters, moved } = outcome.recomputed;
  say(
    terminal,
    text(`已导入节假日安排 ${outcome.version}。`, `Imported the calendar ${outcome.version}.`),
    ...outcome.warnings.map(({ pointer, message }) =>
      text(`  - ${pointer}：${message.zh}`, `  - ${pointer}: ${message.en}`),
    ),
    text(
      `重算了 ${matters} 个事项的期限，${moved} 个日期有变，原日期一并保留。`,
      `Counted the clocks of ${matters} matters again; ${moved} dates moved, and the earlier ones are kept beside them.`,
    ),
  );
};
