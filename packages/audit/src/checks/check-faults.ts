import { families, familyNames } from '@suanjian/decision-log';
import { clausesAnsweredBy, text, type Text } from '@suanjian/rulebook';
import type { Check } from '../engine/check.ts';
import type { Method } from '../engine/method.ts';
import { templatesOf } from '../engine/prepare-check.ts';
import { wordsOf } from '../engine/run.ts';
import { enoughName } from '../engine/part.ts';
import { familiesIn, looksAtPart, parametersIn, withValues } from '../engine/template.ts';
import { severityOf } from './common/severity.ts';

/** Everything by which a check's definition contradicts itself, the rulebook, its method or the record families. */
export const checkFaults = (check: Check, methodOf: (id: string) => Method | undefined): readonly Text[] => [
  ...identityFaults(check),
  ...clauseFaults(check),
  ...textFaults(check),
  ...templateFaults(check),
  ...methodFaults(check, methodOf(check.method)),
  ...exampleFaults(check),
];

const identityFaults = ({ id, version }: Check): readonly Text[] => [
  ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(id)
    ? []
    : [
        text(
          `id「${id}」应由小写字母、数字和连字符组成`,
          `the id “${id}” is not made of small letters, digits and hyphens`,
        ),
      ]),
  ...(Number.isInteger(version) && version >= 1
    ? []
    : [text(`version 应为从 1 起的整数，不是 ${version}`, `the version is a whole number from 1, not ${version}`)]),
];

const clauseFaults = ({ id, clauses }: Check): readonly Text[] => {
  const answered = clausesAnsweredBy('check', id).map((clause) => String(clause.id));
  const named = clauses.map(({ clause }) => clause);
  const wrong = clauses.flatMap(({ clause, severity }) => {
    const wanted = severityOf(clause);
    if (wanted === undefined) return [text(`没有条款 ${clause}`, `there is no clause ${clause}`)];
    return wanted === severity
      ? []
      : [
          text(
            `${clause} 在规则库中的性质是 ${wanted}，不是 ${severity}`,
            `${clause} is ${wanted} in the rulebook, not ${severity}`,
          ),
        ];
  });
  const lacking = answered
    .filter((clause) => !named.includes(clause))
    .map((clause) =>
      text(
        `规则库写明它落实 ${clause}，这里没有列出`,
        `the rulebook says that it answers ${clause}, which it does not name`,
      ),
    );
  // What the rulebook does not know by this name comes from a pack, or waits for its line there.
  const unknown = (answered.length === 0 ? [] : named.filter((clause) => !answered.includes(clause))).map((clause) =>
    text(`规则库没有写明它落实 ${clause}`, `the rulebook does not say that it answers ${clause}`),
  );
  return [
    ...(clauses.length === 0 ? [text('没有列出条款', 'it serves no clause')] : []),
    ...wrong,
    ...lacking,
    ...unknown,
  ];
};

const textFaults = (check: Check): readonly Text[] => {
  const texts: readonly (readonly [string, Text])[] = [
    ['title', check.title],
    ['question', check.question],
    ['advice', check.advice],
    ...check.parameters.map(({ name, meaning }) => [`parameters.${name}.meaning`, meaning] as const),
    ...check.examples.map(({ title }, index) => [`examples[${index}].title`, title] as const),
  ];
  return texts.flatMap(([name, { zh, en }]) => [
    ...(/\p{Script=Han}/u.test(zh) ? [] : [text(`${name} 没有中文`, `${name} has no Chinese text`)]),
    ...(/[a-z]/iu.test(en) && !/\p{Script=Han}/u.test(en)
      ? []
      : [text(`${name} 没有英文`, `${name} has no English text`)]),
  ]);
};

const ofChanceOrTime = /\b(?:now|now64|today|yesterday|rand\w*|generateUUIDv\d)\s*\(/iu;

const templateFaults = (check: Check): readonly Text[] => {
  const templates = templatesOf(check);
  const used = new Set([
    ...parametersIn(templates),
    ...parametersIn([JSON.stringify(check.methodParameters)]),
    ...(looksAtPart(templates) ? [enoughName] : []),
  ]);
  const defined = check.parameters.map(({ name }) => name);
  let read: readonly string[];
  try {
    read = familiesIn(templates).map(({ family }) => family);
  } catch (error) {
    return [wordsOf(error)];
  }
  const listed: readonly string[] = check.families;
  return [
    ...[...used]
      .filter((name) => !defined.includes(name))
      .map((name) => text(`用到的参数 ${name} 没有定义`, `the parameter ${name} is used and not defined`)),
    ...defined
      .filter((name) => !used.has(name))
      .map((name) => text(`定义的参数 ${name} 没有用到`, `the parameter ${name} is defined and not used`)),
    ...read
      .filter((name) => !listed.includes(name))
      .map((name) => text(`读取了 families 没有列出的 ${name}`, `it reads ${name}, which its families do not name`)),
    ...listed
      .filter((name) => !read.includes(name))
      .map((name) => text(`families 列出了没有读取的 ${name}`, `its families name ${name}, which it does not read`)),
    ...check.needs
      .filter((need) => !isOptionalField(need))
      .map((need) =>
        text(`needs 中的 ${need} 不是记录族的可选字段`, `needs: ${need} is no optional field of a family`),
      ),
    ...(templates.some((template) => ofChanceOrTime.test(template))
      ? [
          text(
            'SQL 用到了当前时间或随机数，同样的数据会得出不同的结果',
            'its SQL asks for the present time or for chance, and the same data would give another answer',
          ),
        ]
      : []),
  ];
};

const isOptionalField = (need: string): boolean => {
  const [name = '', field = ''] = need.split('.');
  const family = familyNames.find((known) => known === name);
  return family !== undefined && families[family].fields.some((entry) => entry.name === field && !entry.required);
};

/** `describe` and its like take parts of any name. */
export const takesAnyPart = ({ id, parts }: Method): boolean => parts.length === 0 || id === 'describe';

const methodFaults = (check: Check, method: Method | undefined): readonly Text[] => {
  if (method === undefined) return [text(`没有方法 ${check.method}`, `there is no method ${check.method}`)];
  const { id, parts, accepts } = method;
  const known = new Set(parts.map(({ name }) => name));
  const given = Object.keys(check.parts);
  return [
    ...parameterFaults(check, method),
    ...parts
      .filter(({ name, required }) => required && !given.includes(name))
      .map(({ name }) => text(`缺少方法 ${id} 的部分 ${name}`, `the part ${name} of ${id} is missing`)),
    ...(takesAnyPart(method) ? [] : given.filter((name) => !known.has(name))).map((name) =>
      text(`方法 ${id} 没有部分 ${name}`, `${id} has no part ${name}`),
    ),
    ...(['strata', 'controls', 'compare'] as const)
      .filter((name) => check[name] !== undefined && !accepts[name])
      .map((name) => text(`方法 ${id} 用不上 ${name}`, `${id} has no use for ${name}`)),
  ];
};

const parameterFaults = (check: Check, method: Method): readonly Text[] => {
  const defaults = Object.fromEntries(check.parameters.map(({ name, value }) => [name, value]));
  try {
    const parsed = method.parameters.safeParse(withValues(check.methodParameters, defaults));
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) =>
          text(`方法参数 ${path.join('.')}：${message}`, `method parameter ${path.join('.')}: ${message}`),
        );
  } catch (error) {
    return [wordsOf(error)];
  }
};

const exampleFaults = ({ examples }: Check): readonly Text[] => {
  const verdicts = new Set(examples.map(({ verdict }) => verdict));
  return [
    ...(examples.length < 3
      ? [text(`只有 ${examples.length} 个示例，至少要 3 个`, `${examples.length} examples; at least 3 are wanted`)]
      : []),
    ...(verdicts.has('pass') ? [] : [text('没有合格的示例', 'no example passes')]),
    ...(verdicts.has('fail') ? [] : [text('没有不合格的示例', 'no example fails')]),
    ...(verdicts.has('not-applicable') || verdicts.has('not-enough-data')
      ? []
      : [text('没有示例说明无法判断的情形', 'no example shows what happens when it cannot be judged')]),
  ];
};
