import { families, tableOf, type StoreReader } from '@suanjian/decision-log';
import { text, type EditionId, type Text } from '@suanjian/rulebook';
import type { Check, CheckValue } from './check.ts';
import { AuditFault } from './audit-fault.ts';
import { typesOf } from './column-types.ts';
import { cutFamily, dayAfter, metInSql, rangesOf, type Cut } from './cut.ts';
import { dayCommitment, type LogState } from './log-state.ts';
import type { Expression, Method, MethodRequest, ReportedValue } from './method.ts';
import type { Partials } from './partials.ts';
import type { PerDay, Question } from './question.ts';
import { partInSql, partNote, partOf, type Part } from './part.ts';
import { familiesIn, filled, withValues, type FamilyPlace } from './template.ts';

/** What a run over the log is about. */
export interface LogScope {
  readonly edition: EditionId;
  readonly provider: string | undefined;
  /** Civil days, both included. */
  readonly from: string;
  readonly to: string;
  readonly state: LogState;
  /** Draws the part of a very large log that is looked at. */
  readonly seed: number;
  /** What the pseudonyms of the log begin with, where a part of its people is drawn. */
  readonly prefixes?: readonly string[];
}

export interface Preparation {
  readonly check: Check;
  readonly method: Method;
  readonly scope: LogScope;
  readonly session: Pick<StoreReader, 'query'>;
  /** Parameters asked for in place of the defaults. */
  readonly parameters?: Readonly<Record<string, CheckValue>>;
  readonly status?: 'live' | 'shadow';
  /** Where the types of a check's columns are kept, and the version of the store that tells them. */
  readonly kept?: { readonly partials: Partials; readonly clickhouse: string };
  /** What stands for a family when it is not the log's own: a mapping onto somebody's table. Nothing is kept per day then. */
  readonly family?: (place: FamilyPlace) => string;
}

export const templatesOf = (check: Check): readonly string[] => [
  check.relation,
  ...Object.values(check.parts),
  ...(check.by ?? []),
  ...(check.strata ?? []),
  ...(check.controls ?? []),
  ...(check.day === undefined ? [] : [check.day]),
];

/** The check's parameters: defaults, with what was asked for in their place. @throws AuditFault naming one it does not have */
export const parametersOf = (
  check: Check,
  asked: Readonly<Record<string, CheckValue>> = {},
): Readonly<Record<string, CheckValue>> => {
  const defaults = Object.fromEntries(check.parameters.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(asked)) {
    const standard = defaults[name];
    if (standard === undefined || typeof standard !== typeof value)
      throw new AuditFault(
        text(
          `检查 ${check.id} 没有类型相符的参数 ${name}；可用的参数：${Object.keys(defaults).join('、') || '无'}。`,
          `The check ${check.id} has no parameter ${name} of that type; it has: ${Object.keys(defaults).join(', ') || 'none'}.`,
        ),
      );
  }
  return { ...defaults, ...asked };
};

/** The clauses of this edition that the check serves, with the gravest severity among them; undefined when there is none. */
export const servedIn = (
  check: Check,
  edition: EditionId,
): { readonly clauses: readonly string[]; readonly severity: 'duty' | 'advisory' } | undefined => {
  const served = check.clauses.filter(({ clause }) => clause.startsWith(`${edition}/`));
  if (served.length === 0) return undefined;
  const duties = served.filter(({ severity }) => severity === 'duty');
  return {
    clauses: [...duties, ...served.filter(({ severity }) => severity !== 'duty')].map(({ clause }) => clause),
    severity: duties.length > 0 ? 'duty' : 'advisory',
  };
};

/** A check as a question over the log. @throws AuditFault, and StoreFault when its SQL does not fit the log */
export const prepareCheck = async (preparation: Preparation): Promise<Question> => {
  const { check, method, scope, session } = preparation;
  const parameters = parametersOf(check, preparation.parameters);
  const methodParameters = withValues(check.methodParameters, parameters);
  const whole: Cut = { provider: scope.provider, days: [{ from: scope.from, to: scope.to }] };
  const byDay = method.additive && check.day !== undefined && preparation.family === undefined;
  const part = partOf({ check, parameters, ...scope });
  const over = requestOver(preparation, { parameters, part }, method.parameters.parse(methodParameters), whole);
  const request = await typed(session, byDay ? over : { ...over, readWhole: true }, keptTypes(preparation, parameters));
  const [fault] = method.faults?.(request) ?? [];
  if (fault !== undefined) throw new AuditFault(fault);
  const stated = { check: parameters, method: reportedValue(methodParameters) };
  return {
    ...described(preparation, stated),
    asked: {
      kind: 'request',
      request,
      records: recordsRead(check, scope),
      ...(byDay ? { perDay: perDayOf(preparation, { parameters, part }, request, stated) } : {}),
      notes: partNote(part),
    },
  };
};

/** Of every family once, though a check may read one several times: only the order of checks depends on it. */
const recordsRead = (check: Check, { state, from, to }: LogScope): number => {
  const families = familiesIn(templatesOf(check)).map(({ family }) => family);
  return state.days.filter((day) => day >= from && day <= to).reduce((sum, day) => sum + state.rows(families, day), 0);
};

/** A check that cannot be asked of this log, because something it needs is not there. */
export const unasked = (preparation: Preparation, reason: Text): Question => {
  const parameters = parametersOf(preparation.check, preparation.parameters);
  return {
    ...described(preparation, {
      check: parameters,
      method: reportedValue(withValues(preparation.check.methodParameters, parameters)),
    }),
    asked: { kind: 'not-applicable', reason },
  };
};

const described = (
  { check, method, scope, status }: Preparation,
  parameters: Readonly<Record<string, ReportedValue>>,
): Omit<Question, 'asked'> => {
  const served = servedIn(check, scope.edition);
  return {
    id: check.id,
    check: { id: check.id, version: check.version },
    method,
    title: check.title,
    asks: check.question,
    advice: check.advice,
    ...(check.matched === undefined ? {} : { matched: check.matched }),
    clauses: served?.clauses ?? [],
    severity: served?.severity ?? 'advisory',
    status: status ?? check.status,
    parameters,
  };
};

/** Plain data as it came through JSON, so that it can be stated in a receipt. */
const reportedValue = (value: unknown): ReportedValue => {
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(reportedValue);
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, reportedValue(entry)]));
};

/** What stands in the places of a check's templates, beside the families. */
interface Places {
  readonly parameters: Readonly<Record<string, CheckValue>>;
  readonly part: Part;
}

/** From so many times as many days of history on, finding who is met costs less than reading what was said of everybody. */
const longHistory = 4;

const isShort = ({ days }: Cut, { history = 'all' }: Check, { state }: LogScope): boolean => {
  const from = days[0]?.from ?? '';
  const start = history === 'all' ? '' : dayAfter(from, -history);
  const asked = state.days.filter((day) => days.some((range) => day >= range.from && day <= range.to));
  const read = state.days.filter((day) => day >= start && day <= (days.at(-1)?.to ?? ''));
  return read.length >= longHistory * asked.length;
};

const requestOver = (
  { check, family, scope }: Preparation,
  { parameters, part }: Places,
  methodParameters: unknown,
  cut: Cut,
): MethodRequest<unknown> => {
  const fill = (template: string): string =>
    filled(template, {
      parameters,
      family: family ?? ((place) => cutFamily(place, cut, check.history ?? 'all')),
      part: (columns) => partInSql(part, columns),
      ...(family === undefined && isShort(cut, check, scope) ? { met: (place) => metInSql(place, cut) } : {}),
    });
  const expression = (template: string, label = template): Expression => ({ sql: fill(template), label, type: '' });
  return {
    relation: `(${fill(check.relation)})`,
    parts: Object.fromEntries(Object.entries(check.parts).map(([name, sql]) => [name, expression(sql, name)])),
    by: (check.by ?? []).map((sql) => expression(sql)),
    strata: (check.strata ?? []).map((sql) => expression(sql)),
    controls: (check.controls ?? []).map((sql) => expression(sql)),
    ...(check.compare === undefined ? {} : { compare: check.compare }),
    ...(check.fewRows === true ? { fewRows: true } : {}),
    parameters: methodParameters,
  };
};

interface KeptTypes {
  readonly read: () => Promise<readonly string[] | undefined>;
  readonly write: (types: readonly string[]) => Promise<void>;
}

/** Types follow from what a check reads, from the families' layout and from the store's version: days and records change none of them. */
const keptTypes = (
  { check, kept, family }: Preparation,
  parameters: Readonly<Record<string, CheckValue>>,
): KeptTypes | undefined => {
  if (kept === undefined || family !== undefined) return undefined;
  const templates = templatesOf(check);
  const key = {
    types: templates,
    parameters,
    layout: familiesIn(templates).map((place) => tableOf(families[place.family]).columns.map(({ type }) => type)),
    clickhouse: kept.clickhouse,
  };
  return {
    read: async () => (await kept.partials.readFacts(key))?.map(({ type }) => String(type)),
    write: (types) =>
      kept.partials.writeFacts(
        key,
        types.map((type) => ({ type })),
      ),
  };
};

/** The request with the type of each expression. */
const typed = async (
  session: Pick<StoreReader, 'query'>,
  request: MethodRequest<unknown>,
  kept: KeptTypes | undefined,
): Promise<MethodRequest<unknown>> => {
  const parts = Object.entries(request.parts);
  const all = [...parts.map(([, part]) => part), ...request.by, ...request.strata, ...request.controls];
  const known = await kept?.read();
  const types =
    known?.length === all.length
      ? known
      : await typesOf(
          session,
          request.relation,
          all.map(({ sql }) => sql),
        );
  if (types !== known) await kept?.write(types);
  const withType = new Map(all.map((expression, index) => [expression, { ...expression, type: types[index] ?? '' }]));
  const of = (expression: Expression): Expression => withType.get(expression) ?? expression;
  return {
    ...request,
    parts: Object.fromEntries(parts.map(([name, part]) => [name, of(part)])),
    by: request.by.map(of),
    strata: request.strata.map(of),
    controls: request.controls.map(of),
  };
};

const perDayOf = (
  preparation: Preparation,
  { parameters, part }: Places,
  request: MethodRequest<unknown>,
  stated: unknown,
): PerDay => {
  const { check, method, scope } = preparation;
  const { state, from, to, provider } = scope;
  const places = familiesIn(templatesOf(check));
  const historyFrom = (day: string): string | undefined =>
    typeof check.history === 'number' ? dayAfter(day, -check.history) : undefined;
  const typeOf = (expressions: readonly Expression[], index: number): string => expressions[index]?.type ?? '';
  return {
    key: {
      check: { id: check.id, version: check.version },
      // A pack may change a check and forget its version: what it reads is part of the key.
      reads: templatesOf(check),
      method: { id: method.id, version: method.version },
      parameters: stated,
      provider: provider ?? null,
      ...(part.oneIn === 1 ? {} : { part }),
    },
    days: state.days
      .filter((day) => day >= from && day <= to)
      .map((day) => ({ day, commitment: dayCommitment(state, places, day, historyFrom(day)) })),
    rowsOf: (day) =>
      state.rows(
        places.filter(({ history }) => !history).map(({ family }) => family),
        day,
      ),
    requestFor: (days) => {
      const some = requestOver(preparation, { parameters, part }, request.parameters, {
        provider,
        days: rangesOf(days),
      });
      const day = filled(check.day ?? 'day', { parameters, family: () => '' });
      return {
        ...some,
        parts: Object.fromEntries(
          Object.entries(some.parts).map(([name, part]) => [name, { ...part, type: request.parts[name]?.type ?? '' }]),
        ),
        by: some.by.map((part, index) => ({ ...part, type: typeOf(request.by, index) })),
        strata: some.strata.map((part, index) => ({ ...part, type: typeOf(request.strata, index) })),
        controls: some.controls.map((part, index) => ({ ...part, type: typeOf(request.controls, index) })),
        day: { sql: day, label: 'day', type: 'Date' },
      };
    },
  };
};
