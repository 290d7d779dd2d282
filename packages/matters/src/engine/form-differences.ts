import { text, type Text } from '@suanjian/rulebook';
import {
  emptyValue,
  isShown,
  type Control,
  type FieldDefinition,
  type FormDefinition,
  type FormValues,
  type Secrecy,
} from './form.ts';

/** One thing that differs between two versions of a form. An absent side means: was not there, or is there no more. */
export interface Difference {
  /** Into the later version; into the earlier one for an entry of a list that was taken out. */
  readonly pointer: string;
  readonly label: Text;
  readonly before: unknown;
  readonly after: unknown;
  readonly secrecy: Secrecy;
}

/** What the pointers begin with. */
export interface DifferenceBases {
  readonly before: string;
  readonly after: string;
}

type Fields = Readonly<Record<string, FieldDefinition>>;
type ListControl = Extract<Control, { kind: 'list' }>;

interface Place {
  readonly bases: DifferenceBases;
  /** What stands before a label inside a list: which entry of which list. */
  readonly within: Text;
  readonly secrecy: Secrecy;
}

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same text for the same content, whatever the order of its keys. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, content]) => content !== undefined);
  return `{${entries
    .map(([key, content]) => `${JSON.stringify(key)}:${canonical(content)}`)
    .sort()
    .join(',')}}`;
};

const unordered = (texts: Iterable<string>): string => canonical([...texts].sort());

/** What a value says: spaces around a text, the order of choices or files and a number written as text do not matter. */
const essence = (control: Control, value: unknown): string => {
  if (emptyValue(value)) return '';
  switch (control.kind) {
    case 'text':
      return typeof value === 'string' ? canonical(value.replaceAll('\r\n', '\n').trim()) : canonical(value);
    case 'number':
      return typeof value === 'string' && Number.isFinite(Number(value)) ? canonical(Number(value)) : canonical(value);
    case 'choices':
    case 'attachment':
      return Array.isArray(value) ? unordered(new Set(value.map(canonical))) : canonical(value);
    case 'list':
      return Array.isArray(value)
        ? unordered(value.map((item) => canonical(essences(control.of, itemOf(item)))))
        : canonical(value);
    case 'date':
    case 'yes-no':
    case 'choice':
    case 'pick':
      return canonical(value);
  }
};

type Essences = Readonly<Record<string, string>>;

const essences = (fields: Fields, values: FormValues): Essences =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => isShown(field, values))
      .map(([name, field]) => [name, essence(field.control, values[name])])
      .filter(([, said]) => said !== ''),
  );

const itemOf = (item: unknown): FormValues => (isRecord(item) ? item : {});

const shownValue = (field: FieldDefinition, values: FormValues, name: string): unknown =>
  isShown(field, values) && !emptyValue(values[name]) ? values[name] : undefined;

/** A sealed form field seals everything inside it; inside a public one the inner field decides. */
const stricter = (outer: Secrecy, inner: Secrecy): Secrecy => (outer === 'public' ? inner : outer);

/**
 * How alike two entries of a list are, from 0 to 1. An entry goes by its first field (its name, as a rule), which weighs as
 * much as all the others together, so that a renamed entry is still found by its content and a reworked one by its name.
 */
const likeness = (fields: Fields, left: Essences, right: Essences): number => {
  const names = Object.keys(fields).filter((name) => left[name] !== undefined || right[name] !== undefined);
  const [first] = Object.keys(fields);
  const others = names.filter((name) => name !== first);
  const same = others.filter((name) => left[name] === right[name]).length;
  const named = first !== undefined && left[first] !== undefined && left[first] === right[first] ? 1 : 0;
  return others.length === 0 ? named : (named + same / others.length) / 2;
};

/** Below this, two entries are held to be different things rather than two versions of one. */
const alike = 0.3;

/** Pairs the entries of two lists, the most alike first; those without a partner stay single. */
const pairedEntries = (
  fields: Fields,
  before: readonly FormValues[],
  after: readonly FormValues[],
): ReadonlyMap<number, number> => {
  const [earlier, later] = [before, after].map((entries) => entries.map((entry) => essences(fields, entry)));
  const candidates = (earlier ?? []).flatMap((one, left) =>
    (later ?? []).map((other, right) => ({ left, right, likeness: likeness(fields, one, other) })),
  );
  const best = candidates
    .filter((candidate) => candidate.likeness >= alike)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        Math.abs(a.left - a.right) - Math.abs(b.left - b.right) ||
        a.left - b.left ||
        a.right - b.right,
    );
  const partnerOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { left, right } of best) {
    if (taken.has(left) || partnerOf.has(right)) continue;
    taken.add(left);
    partnerOf.set(right, left);
  }
  return partnerOf;
};

const listDifferences = (
  field: FieldDefinition,
  control: ListControl,
  before: readonly FormValues[],
  after: readonly FormValues[],
  place: Place,
): readonly Difference[] => {
  const partnerOf = pairedEntries(control.of, before, after);
  const partners = new Set(partnerOf.values());
  const label = (index: number): Text =>
    text(
      `${place.within.zh}${field.label.zh}第 ${index + 1} 项`,
      `${place.within.en}${field.label.en}, entry ${index + 1}`,
    );
  const single = (base: string, index: number, sides: Pick<Difference, 'before' | 'after'>): Difference => ({
    pointer: `${base}/${index}`,
    label: label(index),
    ...sides,
    secrecy: place.secrecy,
  });
  const kept = after.flatMap((item, index): readonly Difference[] => {
    const partner = partnerOf.get(index);
    const earlier = partner === undefined ? undefined : before[partner];
    if (partner === undefined || earlier === undefined)
      return [single(place.bases.after, index, { before: undefined, after: item })];
    const { zh, en } = label(index);
    return fieldDifferences(control.of, earlier, item, {
      bases: { before: `${place.bases.before}/${partner}`, after: `${place.bases.after}/${index}` },
      within: text(`${zh}：`, `${en}: `),
      secrecy: place.secrecy,
    });
  });
  const gone = before.flatMap((item, index) =>
    partners.has(index) ? [] : [single(place.bases.before, index, { before: item, after: undefined })],
  );
  return [...kept, ...gone];
};

const fieldDifferences = (fields: Fields, before: FormValues, after: FormValues, place: Place): readonly Difference[] =>
  Object.entries(fields).flatMap(([name, field]): readonly Difference[] => {
    const [earlier, later] = [shownValue(field, before, name), shownValue(field, after, name)];
    if (essence(field.control, earlier) === essence(field.control, later)) return [];
    const bases: DifferenceBases = { before: `${place.bases.before}/${name}`, after: `${place.bases.after}/${name}` };
    const secrecy = stricter(place.secrecy, field.secrecy);
    if (
      field.control.kind === 'list' &&
      (earlier === undefined || Array.isArray(earlier)) &&
      (later === undefined || Array.isArray(later))
    )
      return listDifferences(field, field.control, (earlier ?? []).map(itemOf), (later ?? []).map(itemOf), {
        ...place,
        bases,
        secrecy,
      });
    const label = text(`${place.within.zh}${field.label.zh}`, `${place.within.en}${field.label.en}`);
    return [{ pointer: bases.after, label, before: earlier, after: later, secrecy }];
  });

/**
 * What differs between two versions of a form, field by field, entries of lists one by one. What a condition hides does not
 * count, and no order of choices, files or entries does. A value that was masked on both sides cannot be told apart and
 * gives no difference; compare what is unsealed.
 */
export const differences = (
  before: FormValues,
  after: FormValues,
  definition: FormDefinition,
  bases: DifferenceBases = { before: '/before', after: '/form' },
): readonly Difference[] =>
  fieldDifferences(definition.fields, before, after, { bases, within: text('', ''), secrecy: 'public' });
