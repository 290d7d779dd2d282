import { z } from 'zod';
import { text, type Text } from '@suanjian/rulebook';

const textSchema = z.object({ zh: z.string(), en: z.string() });

/** Of a reading, what the readable form shows; the rest is kept for `--json`. */
export const matterSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    number: z.string().optional(),
    ownerName: z.string().optional(),
    status: z.string(),
    position: z.number().int(),
    state: z.record(z.string(), z.unknown()),
    actions: z.array(z.string()),
    clocks: z.array(z.object({ title: textSchema, due: z.string(), standing: z.string(), clause: z.string() }).loose()),
    timeline: z.array(
      z
        .object({
          position: z.number().int(),
          title: textSchema,
          at: z.string(),
          organisation: z.string().optional(),
          reason: z.string().optional(),
        })
        .loose(),
    ),
  })
  .loose();

const same = (line: string): Text => text(line, line);

/** A JSON value in one line where it is short, else below its name. */
const valueLines = (name: string, value: unknown): readonly string[] => {
  const written = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return written.includes('\n')
    ? [`  ${name}:`, ...written.split('\n').map((line) => `    ${line}`)]
    : [`  ${name}: ${written}`];
};

export const matterText = (matter: z.infer<typeof matterSchema>): readonly Text[] => [
  same(`${matter.kind} ${matter.id}`),
  same(matter.title),
  ...(matter.number === undefined ? [] : [text(`编号：${matter.number}`, `Number: ${matter.number}`)]),
  ...(matter.ownerName === undefined ? [] : [text(`主体：${matter.ownerName}`, `Provider: ${matter.ownerName}`)]),
  text(`状态：${matter.status}（第 ${matter.position} 步）`, `State: ${matter.status} (step ${matter.position})`),
  ...matter.clocks.map(({ title, due, standing, clause }) =>
    text(`期限：${title.zh} ${due}（${standing}，${clause}）`, `Clock: ${title.en}, ${due} (${standing}, ${clause})`),
  ),
  ...(matter.actions.length === 0
    ? []
    : [text(`可以办理：${matter.actions.join('、')}`, `Commands: ${matter.actions.join(', ')}`)]),
  text('内容：', 'Content:'),
  ...Object.entries(matter.state).flatMap(([name, value]) => valueLines(name, value).map(same)),
  text('经过：', 'History:'),
  ...matter.timeline.map(({ position, title, at, organisation = '', reason }) =>
    text(
      `  ${position}. ${at} ${title.zh} ${organisation}${reason === undefined ? '' : `：${reason}`}`,
      `  ${position}. ${at} ${title.en} ${organisation}${reason === undefined ? '' : `: ${reason}`}`,
    ),
  ),
];
