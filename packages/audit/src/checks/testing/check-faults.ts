import { families, familyNames } from '@suanjian/decision-log';
import { clausesAnsweredBy, findClause, type Text } from '@suanjian/rulebook';
import type { Check } from '../../engine/check.ts';
import type { Method } from '../../engine/method.ts';
import { templatesOf } from '../../engine/prepare-check.ts';
import { familiesIn, parametersIn, withValues } from '../../engine/template.ts';

/** Duties that bind; what is only encouraged, or is a principle, is shown and fails nothing. */
const binding = new Set(['obligation', 'prohibition', 'right', 'procedure']);

const severityOf = (clause: string): 'duty' | 'advisory' | undefined => {
  const found = findClause(clause);
  if (found === undefined) return undefined;
  return binding.has(found.duty) && !found.advisory && found.edition !== 'opinions' ? 'duty' : 'advisory';
};

/** Everything by which a check's definition contradicts itself, the rulebook, its method or the record families, in English for its author. */
export const checkFaults = (check: Check, methodOf: (id: string) => Method | undefined): readonly string[] => [
  ...identityFaults(check),
  ...clauseFaults(check),
  ...textFaults(check),
  ...templateFaults(check),
  ...methodFaults(check, methodOf(check.method)),
  ...exampleFaults(check),
];

const identityFaults = ({ id, version }: Check): readonly string[] => [
  ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(id) ? [] : [`the id “${id}” is not in kebab case`]),
  ...(Number.isInteger(version) && version >= 1 ? [] : [`the version ${version} is no whole number from 1`]),
];

const clauseFaults = ({ id, clauses }: Check): readonly string[] => {
  const answered = clausesAnsweredBy('check', id).map((clause) => String(clause.id));
  const named = clauses.map(({ clause }) => clause);
  return [
    ...(clauses.length === 0 ? ['it serves no clause'] : []),
    ...clauses.flatMap(({ clause, severity }) => {
      const wanted = severityOf(clause);
      if (wanted === undefined) return [`there is no clause ${clause}`];
      return wanted === severity ? [] : [`${clause} is ${wanted === 'duty' ? 'a duty' : 'advisory'} in the rulebook`];
    }),
    ...answered
      .filter((clause) => !named.includes(clause))
      .map((clause) => `the rulebook says that it answers ${clause}`),
    // What the rulebook does not know by this name comes from a pack, or waits for its line there.
    ...(answered.length === 0
      ? []
      : named
          .filter((clause) => !answered.includes(clause))
          .map((clause) => `the rulebook does not say that it answers ${clause}`)),
  ];
};

const textFaults = (check: Check): readonly string[] => {
  const texts: readonly (readonly [string, Text])[] = [
    ['title', check.title],
    ['question', check.question],
    ['advice', check.advice],
    ...check.parameters.map(({ name, meaning }) => [`parameter ${name}`, meaning] as const),
    ...check.examples.map(({ title }, index) => [`example ${index + 1}`, title] as const),
  ];
  return texts.flatMap(([name, { zh, en }]) => [
    ...(/\p{Script=Han}/u.test(zh) ? [] : [`${name} has no Chinese text`]),
    ...(/[a-z]/iu.test(en) && !/\p{Script=Han}/u.test(en) ? [] : [`${name} has no English text`]),
  ]);
};

const templateFaults = (check: Check): readonly string[] => {
  const templates = templatesOf(check);
  const used = new Set([...parametersIn(templates), ...parametersIn([JSON.stringify(check.methodParameters)])]);
  const defined = check.parameters.map(({ name }) => name);
  let read: readonly string[];
  try {
    read = familiesIn(templates).map(({ family }) => family);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const listed: readonly string[] = check.families;
  return [
    ...[...used]
      .filter((name) => !defined.includes(name))
      .map((name) => `the parameter ${name} is used and not defined`),
    ...defined.filter((name) => !used.has(name)).map((name) => `the parameter ${name} is defined and not used`),
    ...read.filter((name) => !listed.includes(name)).map((name) => `it reads ${name}, which its families do not name`),
    ...listed.filter((name) => !read.includes(name)).map((name) => `its families name ${name}, which it does not read`),
    ...check.needs
      .filter((need) => !isOptionalField(need))
      .map((need) => `needs: ${need} is no optional field of a family`),
    ...(/\b(?:now|today|yesterday|rand\w*|generateUUIDv\d)\s*\(/iu.test(templates.join(' '))
      ? ['it asks for the present time or for chance: the same data would give another answer']
      : []),
  ];
};

const isOptionalField = (need: string): boolean => {
  const [name = '', field = ''] = need.split('.');
  const family = familyNames.find((known) => known === name);
  return family !== undefined && families[family].fields.some((entry) => entry.name === field && !entry.required);
};

const methodFaults = (check: Check, method: Method | undefined): readonly string[] => {
  if (method === undefined) return [`there is no method ${check.method}`];
  const defaults = Object.fromEntries(check.parameters.map(({ name, value }) => [name, value]));
  const known = new Set(method.parts.map(({ name }) => name));
  const given = Object.keys(check.parts);
  let parameters: string[] = [];
  try {
    const parsed = method.parameters.safeParse(withValues(check.methodParameters, defaults));
    if (!parsed.success)
      parameters = parsed.error.issues.map(({ path, message }) => `method parameter ${path.join('.')}: ${message}`);
  } catch (error) {
    parameters = [error instanceof Error ? error.message : String(error)];
  }
  // `describe` and its like take parts of any name.
  const open = method.parts.length === 0;
  return [
    ...parameters,
    ...method.parts
      .filter(({ name, required }) => required && !given.includes(name))
      .map(({ name }) => `the part ${name} of ${method.id} is missing`),
    ...(open ? [] : given.filter((name) => !known.has(name)).map((name) => `${method.id} has no part ${name}`)),
    ...(check.strata !== undefined && !method.accepts.strata ? [`${method.id} takes no strata`] : []),
    ...(check.controls !== undefined && !method.accepts.controls ? [`${method.id} takes no controls`] : []),
    ...(check.compare !== undefined && !method.accepts.compare ? [`${method.id} takes no compare`] : []),
  ];
};

const exampleFaults = ({ examples }: Check): readonly string[] => {
  const verdicts = new Set(examples.map(({ verdict }) => verdict));
  return [
    ...(examples.length < 3 ? [`${examples.length} examples; at least 3 are wanted`] : []),
    ...(verdicts.has('pass') ? [] : ['no example passes']),
    ...(verdicts.has('fail') ? [] : ['no example fails']),
    ...(verdicts.has('not-applicable') || verdicts.has('not-enough-data')
      ? []
      : ['no example shows what happens when it cannot be judged']),
  ];
};
