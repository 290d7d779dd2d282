import { familyNames, type FamilyName } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import type { CheckValue } from './check.ts';
import { AuditFault } from './audit-fault.ts';

/** A family that a template reads, and whether from before the period too. */
export interface FamilyPlace {
  readonly family: FamilyName;
  readonly history: boolean;
  /** Traits laid beside people: `subject` is the pseudonym of the person. Only whoever holds the key of traits can fill this place. */
  readonly linked?: true;
}

/** What is put into the places of a template. */
export interface Filling {
  readonly parameters: Readonly<Record<string, CheckValue>>;
  readonly family: (place: FamilyPlace) => string;
  /** The condition that keeps a part of the records, drawn by these columns; all of them are kept where it is not given. */
  readonly part?: (columns: readonly string[]) => string;
  /** The condition that leaves out of a history whoever is not met; everybody stays in where it is not given. */
  readonly met?: (place: MetPlace) => string;
}

/** Who or what the family's rows of the period name in this column. */
export interface MetPlace {
  readonly family: FamilyName;
  readonly column: string;
}

const places = /\{\{([^{}]*)\}\}/gu;

const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A parameter's value as SQL; a list is an array of strings, an empty one too. */
export const valueInSql = (value: CheckValue): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'number') return value.length === 0 ? 'emptyArrayString()' : `[${value.map(quoted).join(', ')}]`;
  if (Number.isFinite(value)) return String(value);
  throw new RangeError(`${value} cannot stand in SQL`);
};

const familyPlace = (place: string): FamilyPlace | undefined => {
  const [name, suffix, ...more] = place.split('.');
  const family = familyNames.find((known) => known === name);
  if (family === undefined || more.length > 0) return undefined;
  if (suffix === 'linked') return family === 'trait' ? { family, history: true, linked: true } : undefined;
  if (suffix !== undefined && suffix !== 'history') return undefined;
  return { family, history: suffix === 'history' };
};

const partPlace = (place: string): readonly string[] | undefined =>
  /^part(?:\.[a-z][a-z_]*)+$/u.test(place) ? place.split('.').slice(1) : undefined;

const metPlace = (place: string): MetPlace | undefined => {
  const [, name, column = ''] = /^met\.([a-z]+)\.([a-z][a-z_]*)$/u.exec(place) ?? [];
  const family = familyNames.find((known) => known === name);
  return family === undefined ? undefined : { family, column };
};

const parameterPlace = (place: string): string | undefined => /^parameter\.([A-Za-z][A-Za-z0-9]*)$/u.exec(place)?.[1];

const unknownPlace = (place: string): AuditFault =>
  new AuditFault(
    text(
      `模板中的 {{${place}}} 无法识别：应为记录族（如 {{exposure}}、{{control.history}}）、参数（如 {{parameter.grace}}）、抽取的部分（如 {{part.request}}）或此期间出现者（如 {{met.exposure.user}}）。`,
      `{{${place}}} stands for nothing: a place is a family ({{exposure}}, {{control.history}}), a parameter ({{parameter.grace}}), the part that is looked at ({{part.request}}) or those met in the period ({{met.exposure.user}}).`,
    ),
  );

/** @throws AuditFault when a place stands for nothing */
export const filled = (
  template: string,
  { parameters, family, part = () => 'true', met = () => 'true' }: Filling,
): string =>
  template.replaceAll(places, (_, written: string) => {
    const place = written.trim();
    const name = parameterPlace(place);
    if (name !== undefined) {
      const value = parameters[name];
      if (value === undefined) throw unknownPlace(place);
      return valueInSql(value);
    }
    const columns = partPlace(place);
    if (columns !== undefined) return part(columns);
    const others = metPlace(place);
    if (others !== undefined) return met(others);
    const read = familyPlace(place);
    if (read === undefined) throw unknownPlace(place);
    return family(read);
  });

/** The families that templates read, each once. @throws AuditFault when a place stands for nothing */
export const familiesIn = (templates: readonly string[]): readonly FamilyPlace[] => {
  const found = new Map<string, FamilyPlace>();
  for (const template of templates)
    for (const [, written = ''] of template.matchAll(places)) {
      const place = written.trim();
      if (parameterPlace(place) !== undefined || partPlace(place) !== undefined || metPlace(place) !== undefined)
        continue;
      const read = familyPlace(place);
      if (read === undefined) throw unknownPlace(place);
      found.set(place, read);
    }
  return [...found.values()];
};

/** Whether a template looks at a part of the records only, where there are enough of them. */
export const looksAtPart = (templates: readonly string[]): boolean =>
  templates.some((template) =>
    Array.from(template.matchAll(places)).some(([, written = '']) => partPlace(written.trim()) !== undefined),
  );

/** The names of the parameters that templates use. */
export const parametersIn = (templates: readonly string[]): ReadonlySet<string> =>
  new Set(
    templates.flatMap((template) =>
      Array.from(template.matchAll(places), ([, written = '']) => parameterPlace(written.trim())).filter(
        (name) => name !== undefined,
      ),
    ),
  );

/** Method parameters with `{{parameter.name}}` strings replaced by the values themselves, at any depth. */
export const withValues = (value: unknown, parameters: Readonly<Record<string, CheckValue>>): unknown => {
  if (typeof value === 'string') {
    const name = /^\{\{\s*parameter\.([A-Za-z][A-Za-z0-9]*)\s*\}\}$/u.exec(value)?.[1];
    if (name === undefined) return value;
    const given = parameters[name];
    if (given === undefined) throw unknownPlace(`parameter.${name}`);
    return given;
  }
  if (Array.isArray(value)) return value.map((entry) => withValues(entry, parameters));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withValues(entry, parameters)]));
};
