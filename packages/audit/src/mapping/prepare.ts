import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import type { Expression, Method, MethodRequest } from '../engine/method.ts';
import type { Question } from '../engine/question.ts';
import { nearest } from '../sql/nearest.ts';
import { writtenString } from '../sql/tokens.ts';
import { clockProblems, clockQuestion, type Interval } from './clocks.ts';
import { absentGroups } from './compared-groups.ts';
import { MappingFault } from './fault.ts';
import type { Mapping, PartSource } from './mapping.ts';
import { lookAtTable } from './look.ts';
import { parameterFaults } from './parameter-faults.ts';
import { Places, type Table } from './place.ts';
import { overReadings, type Reading } from './suppressed.ts';

/** Whether a method takes parts of any name (describe). */
const takesAnyPart = (method: Method): boolean => method.parts.length === 0 || method.id === 'describe';

const namesOfParts = (method: Method): string =>
  method.parts.map(({ name, required }) => (required ? name : `[${name}]`)).join(', ');

interface ReadParts {
  readonly low: Readonly<Record<string, Expression>>;
  readonly high: Readonly<Record<string, Expression>>;
  readonly suppressed: readonly string[];
}

const readParts = async (places: Places, mapping: Mapping, method: Method): Promise<ReadParts> => {
  const low: Record<string, Expression> = {};
  const high: Record<string, Expression> = {};
  const suppressed: string[] = [];
  for (const [name, source] of Object.entries(mapping.parts)) {
    const specification = method.parts.find((part) => part.name === name);
    if (specification === undefined && !takesAnyPart(method)) {
      const near = nearest(
        name,
        method.parts.map((part) => part.name),
      );
      places.fault(
        `parts.${name}`,
        text(
          `方法 ${method.id} 没有名为 ${name} 的部分。${near === undefined ? '' : `是不是 ${near}？`}它的部分：${namesOfParts(method)}。`,
          `The method ${method.id} has no part ${name}.${near === undefined ? '' : ` Did you mean ${near}?`} Its parts: ${namesOfParts(method)}.`,
        ),
      );
      continue;
    }
    const kind = specification?.kind ?? 'any';
    const [least, most] = endsOf(source);
    const first = await places.expression(`parts.${name}`, least, kind, name);
    if (first === undefined) continue;
    low[name] = first;
    if (least === most) high[name] = first;
    else {
      const second = await places.expression(`parts.${name}`, most, kind, name);
      if (second !== undefined) high[name] = second;
      suppressed.push(name);
    }
  }
  for (const { name, required, meaning } of method.parts)
    if (required && mapping.parts[name] === undefined)
      places.fault(
        'parts',
        text(
          `缺少部分 ${name}：${meaning.zh} 请写 ${name}: 列名或表达式。`,
          `The part ${name} is missing: ${meaning.en} Write ${name}: and a column or an expression.`,
        ),
      );
  return { low, high, suppressed };
};

const endsOf = (source: PartSource): readonly [string, string] =>
  typeof source === 'string' ? [source, source] : [source.low, source.high];

const parametersOf = (places: Places, mapping: Mapping, method: Method): unknown => {
  const parsed = method.parameters.safeParse(mapping.parameters);
  if (parsed.success) return parsed.data;
  for (const { key, reason } of parameterFaults(method, mapping.parameters, parsed.error.issues))
    places.fault(key, reason);
  return undefined;
};

const refuseUnaccepted = (places: Places, mapping: Mapping, method: Method): void => {
  const { compare, strata, controls } = method.accepts;
  const given = {
    compare: mapping.compare !== undefined,
    strata: mapping.strata.length > 0,
    controls: mapping.controls.length > 0,
  };
  for (const [key, accepted] of [
    ['compare', compare],
    ['strata', strata],
    ['controls', controls],
  ] as const)
    if (given[key] && !accepted)
      places.fault(
        key,
        text(
          `方法 ${method.id} 用不上 ${key}，请删去。`,
          `The method ${method.id} has no use for ${key}; leave it out.`,
        ),
      );
};

const several = async (
  places: Places,
  mapping: Mapping,
  key: 'by' | 'strata' | 'controls',
): Promise<readonly Expression[]> => {
  const found: Expression[] = [];
  for (const written of mapping[key]) {
    const expression = await places.expression(key, written, key === 'controls' ? 'any' : 'level', written);
    if (expression !== undefined) found.push(expression);
  }
  return found;
};

/** The four ways to take suppressed counts that bound all others; see suppressed.ts. */
const readingsOf = (
  request: MethodRequest<unknown>,
  { low, high, suppressed }: ReadParts,
  reference: string | undefined,
): readonly Reading[] => {
  const group = request.parts['group'];
  const withParts = (parts: Readonly<Record<string, Expression>>): MethodRequest<unknown> => ({ ...request, parts });
  const readings: Reading[] = [
    { name: 'low', request: withParts(low) },
    { name: 'high', request: withParts(high) },
  ];
  if (group === undefined || reference === undefined) return readings;
  const crossed = (
    ofReference: Readonly<Record<string, Expression>>,
    ofOthers: Readonly<Record<string, Expression>>,
  ): Readonly<Record<string, Expression>> => ({
    ...low,
    ...Object.fromEntries(
      suppressed.map((name) => {
        const [own, other] = [ofReference[name], ofOthers[name]];
        if (own === undefined || other === undefined) throw new RangeError(`no part ${name}`);
        return [
          name,
          { ...own, sql: `if(toString(${group.sql}) = ${writtenString(reference)}, ${own.sql}, ${other.sql})` },
        ];
      }),
    ),
  });
  return [
    ...readings,
    { name: 'reference low', request: withParts(crossed(low, high)) },
    { name: 'reference high', request: withParts(crossed(high, low)) },
  ];
};

const intervalsOf = ({ low, high, suppressed }: ReadParts): readonly Interval[] =>
  suppressed.flatMap((part) => {
    const [least, most] = [low[part], high[part]];
    return least === undefined || most === undefined ? [] : [{ part, low: least, high: most }];
  });

const plain = z.json();

/**
 * A method's mapping as a question over a loaded table.
 * @throws {MappingFault} with every fault of the mapping at once
 */
export const prepareMapping = async (mapping: Mapping, method: Method, table: Table): Promise<Question> => {
  const places = new Places(table, mapping);
  const parts = await readParts(places, mapping, method);
  const by = await several(places, mapping, 'by');
  const strata = await several(places, mapping, 'strata');
  const controls = await several(places, mapping, 'controls');
  refuseUnaccepted(places, mapping, method);
  const parameters = parametersOf(places, mapping, method);
  if (places.problems.length > 0) throw new MappingFault(mapping.path, places.problems);
  const request: MethodRequest<unknown> = {
    relation: table.relation,
    parts: parts.low,
    by,
    strata,
    controls,
    ...(mapping.compare === undefined ? {} : { compare: mapping.compare }),
    parameters,
    readWhole: true,
  };
  for (const reason of method.faults?.(request) ?? []) places.fault('parts', reason);
  if (places.problems.length === 0)
    for (const { key, reason } of [
      ...(await lookAtTable(table.session, method.id, request)),
      ...(await absentGroups(table.session, request)),
      ...(await clockProblems(
        table.session,
        request.relation,
        clockQuestion(method, request, intervalsOf(parts), mapping),
      )),
    ])
      places.fault(key, reason);
  if (places.problems.length > 0) throw new MappingFault(mapping.path, places.problems);
  const readings = parts.suppressed.length === 0 ? [] : readingsOf(request, parts, mapping.compare?.at(-1));
  return {
    id: mapping.name ?? method.id,
    check: undefined,
    method: readings.length === 0 ? method : overReadings(method, readings),
    title: method.title,
    asks: method.question,
    advice: undefined,
    clauses: [],
    // A person who writes a mapping asks whether this holds: a failure is one.
    severity: 'duty',
    status: 'live',
    parameters: { given: plain.parse(mapping.parameters) },
    asked: { kind: 'request', request },
  };
};
