import { text, type Text } from '@suanjian/rulebook';
import { z } from 'zod';
import { zhCN } from 'zod/locales';
import type { Method } from '../engine/method.ts';
import { nearest } from '../sql/nearest.ts';

export interface ParameterFault {
  readonly key: string;
  readonly reason: Text;
}

const chinese = zhCN().localeError;

const namesOf = ({ parameters }: Method): readonly string[] =>
  Object.keys(z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }).properties ?? {});

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined,
    given,
  );

/** Of several forms a value may have, the last says what it should look like. */
const inEnglish = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_union' ? (issue.errors.flat().at(-1)?.message ?? issue.message) : issue.message;

const unknownName = (name: string, known: readonly string[]): Text => {
  const near = nearest(name, known);
  return text(
    `没有名为 ${name} 的参数。${near === undefined ? '' : `是不是 ${near}？`}可用的有：${known.join('、')}。`,
    `There is no parameter ${name}. ${near === undefined ? '' : `Did you mean ${near}? `}There are: ${known.join(', ')}.`,
  );
};

/** What is wrong with the parameters a person wrote, in words that name them and say where their values are explained. */
export const parameterFaults = (
  method: Method,
  given: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): readonly ParameterFault[] => {
  const known = namesOf(method);
  const where = text(
    `取值见 suanjian audit --explain ${method.id}。`,
    `suanjian audit --explain ${method.id} lists the values.`,
  );
  return issues.flatMap((issue): readonly ParameterFault[] => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
      return issue.keys.map((name) => ({ key: `parameters.${name}`, reason: unknownName(name, known) }));
    const key = ['parameters', ...issue.path.map(String)].join('.');
    const value = valueAt(given, issue.path);
    const name = issue.path.map(String).join('.');
    if (value === undefined)
      return [
        {
          key: 'parameters',
          reason: text(
            `缺少参数 ${name}，请写在 parameters 里。${where.zh}`,
            `The parameter ${name} is missing: write it under parameters. ${where.en}`,
          ),
        },
      ];
    const said = chinese({ ...issue, input: value } as Parameters<typeof chinese>[0]);
    const inChinese = typeof said === 'string' ? said : (said?.message ?? issue.message);
    return [
      {
        key,
        reason: text(
          `这个参数不能是 ${JSON.stringify(value)}（${inChinese}）。${where.zh}`,
          `This parameter cannot be ${JSON.stringify(value)} (${inEnglish(issue)}). ${where.en}`,
        ),
      },
    ];
  });
};
