import { z } from 'zod';
import type { Text } from '@suanjian/rulebook';
import { CliFault } from '../fault.ts';
import { answerUnreadable } from '../texts/errors.ts';
import { textOf, type Answer, type Client, type Request } from './client.ts';

const textSchema = z.object({ zh: z.string(), en: z.string() });

/** RFC 9457, as the server writes it. */
const problemSchema = z.object({
  titles: textSchema,
  details: textSchema.optional(),
  errors: z
    .array(
      z.object({ code: z.string(), text: textSchema, pointer: z.string().optional(), clause: z.string().optional() }),
    )
    .optional(),
});

type Refusal = NonNullable<z.infer<typeof problemSchema>['errors']>[number];

const linePointer = /^\/lines\/(\d+)(?:\/(.+))?$/;

/** Where it is, what is wrong, and the clause. */
const detailOf = ({ text, pointer, clause }: Refusal): Text => {
  const [, line, column] = linePointer.exec(pointer ?? '') ?? [];
  const where =
    line === undefined
      ? {
          zh: pointer === undefined || pointer === '' ? '' : `${pointer}：`,
          en: pointer === undefined || pointer === '' ? '' : `${pointer}: `,
        }
      : {
          zh: `第 ${line} 行${column === undefined ? '' : `「${column}」`}：`,
          en: `line ${line}${column === undefined ? '' : `, ${column}`}: `,
        };
  const rests = clause === undefined ? '' : ` (${clause})`;
  return { zh: `${where.zh}${text.zh}${rests}`, en: `${where.en}${text.en}${rests}` };
};

const joined = (titles: Text, details: Text | undefined): Text =>
  details === undefined
    ? { zh: `${titles.zh}。`, en: `${titles.en}.` }
    : { zh: `${titles.zh}：${details.zh}`, en: `${titles.en}: ${details.en}` };

/** The refusal behind an answer that is none of success. */
export const faultOf = async (answer: Answer): Promise<CliFault> => {
  const written = await textOf(answer);
  let content: unknown;
  try {
    content = JSON.parse(written);
  } catch {
    return new CliFault(answerUnreadable(answer.status));
  }
  const parsed = problemSchema.safeParse(content);
  if (!parsed.success) return new CliFault(answerUnreadable(answer.status));
  const { titles, details, errors = [] } = parsed.data;
  return new CliFault(joined(titles, details), { details: errors.map(detailOf) });
};

/** Sends and expects success. @throws CliFault with the server's reasons */
export const ask = async (client: Client, request: Request): Promise<Answer> => {
  const answer = await client.send(request);
  if (answer.status < 200 || answer.status > 299) throw await faultOf(answer);
  return answer;
};

/** Sends and reads the JSON of the answer, in the shape it should have. */
export const askFor = async <Shape>(client: Client, schema: z.ZodType<Shape>, request: Request): Promise<Shape> => {
  const answer = await ask(client, request);
  const written = await textOf(answer);
  try {
    return schema.parse(JSON.parse(written));
  } catch (error) {
    throw new CliFault(answerUnreadable(answer.status), { cause: error });
  }
};
