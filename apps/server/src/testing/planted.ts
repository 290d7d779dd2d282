import {
  isShown,
  type AnyMatterDefinition,
  type Control,
  type FieldDefinition,
  type FormDefinition,
  type FormValues,
  type Side,
} from '@suanjian/matters';
import { pdfOf, upload, type Caller } from './test-server.ts';

/** A word that stands nowhere but in one field of one matter. */
export interface Marker {
  readonly word: string;
  /** `kind/command form.field` */
  readonly where: string;
  readonly field: string;
  readonly matter: string;
  /** Reasons, letters and what is for one side alone are read without asking; they are not sealed. */
  readonly secrecy: 'public' | 'confidential' | 'personal' | 'reason';
  readonly hiddenFrom: readonly Side[];
}

interface Word {
  readonly word: string;
  readonly field: string;
  readonly secrecy: Marker['secrecy'];
  readonly hiddenFrom: readonly Side[];
}

/** Fields whose value is looked up or compared: another value would be another matter. */
const fixed: ReadonlySet<string> = new Set([
  'coverSubject',
  'coverCreditCode',
  'coverAlgorithmName',
  'account',
  'chair',
  'fileHash',
]);

const sides: readonly Side[] = ['provider', 'office', 'applicant'];

const sidesOfInner = (only: Side | readonly Side[] | undefined): readonly Side[] | undefined =>
  typeof only === 'string' ? [only] : only;

const sidesWithout = (inner: readonly Side[] | undefined): readonly Side[] =>
  inner === undefined ? [] : sides.filter((side) => !inner.includes(side));

/** The sides for which alone the matter keeps what this form says; undefined where it is for all that see the matter. */
const innerSides = ({ forms, inner = {} }: AnyMatterDefinition, form: FormDefinition): readonly Side[] | undefined => {
  const kept = Object.entries(forms).flatMap(([property, each]) => (each.name === form.name ? [inner[property]] : []));
  return sidesOfInner(kept.find((each) => each !== undefined));
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const controlOf = ({ control }: FieldDefinition): Control => control;

/** Whether a field can hold a word of our own choice. */
export const carries = (name: string, field: FieldDefinition): boolean => {
  if (fixed.has(name)) return false;
  const control = controlOf(field);
  switch (control.kind) {
    case 'text':
      return (
        control.longest >= 24 &&
        (control.pattern === undefined || control.pattern === 'email') &&
        field.check?.('示例 zq0000xk') === undefined
      );
    case 'attachment':
      return true;
    case 'list':
      return Object.entries(control.of).some(([inner, each]) => carries(inner, each));
    case 'number':
    case 'date':
    case 'yes-no':
    case 'choice':
    case 'choices':
    case 'pick':
      return false;
  }
};

/** Where the values of a form stand in the body of a request, by the definition alone. */
const formsIn = (
  definition: AnyMatterDefinition,
  command: string | undefined,
  body: Readonly<Record<string, unknown>>,
): readonly (readonly [at: string | undefined, form: FormDefinition])[] => {
  const asks = (command === undefined ? definition.opening : definition.commands[command])?.asks;
  const asked = typeof asks === 'object' ? [[asks.at, asks.form] as const] : [];
  const drafted = Object.entries(definition.forms).flatMap(([property, form]) =>
    isRecord(body[property]) && asked.every(([at]) => at !== property) ? [[property, form] as const] : [],
  );
  return [...asked, ...drafted];
};

export interface Planting {
  readonly markers: readonly Marker[];
  /** The same caller, whose requests carry a marker in each field that can, and in each reason. */
  caller(of: Caller): Caller;
  /** A body with its markers, and what to do once it is known which matter took it. */
  body(
    by: Caller,
    kind: string,
    command: string | undefined,
    body: Readonly<Record<string, unknown>>,
  ): Promise<Planted>;
}

export interface Planted {
  readonly body: Readonly<Record<string, unknown>>;
  /** What somebody without an account brings with the form itself. */
  readonly files: readonly { readonly field: string; readonly name: string; readonly content: Buffer }[];
  readonly took: (matter: string) => void;
}

/** @param mayFill kinds and commands where fields that were left out are filled in as well */
export const createPlanting = (
  definitions: readonly AnyMatterDefinition[],
  mayFill: (kind: string, command: string | undefined) => boolean,
): Planting => {
  const markers: Marker[] = [];
  let drawn = 0;
  const nextWord = (): string => `zq${String((drawn += 1)).padStart(4, '0')}xk`;

  const value = async (
    by: Caller,
    name: string,
    field: FieldDefinition,
    given: unknown,
    noted: (word: string) => void,
    files: Planted['files'][number][] | undefined,
  ): Promise<unknown> => {
    const control = controlOf(field);
    if (!carries(name, field)) return given ?? plain(control);
    if (control.kind === 'text') {
      // What a program wrote is read by a program again.
      if (typeof given === 'string' && given.startsWith('{')) return given;
      const word = nextWord();
      noted(word);
      if (control.pattern === 'email') return `${word}@example.cn`;
      const before = typeof given === 'string' ? `${given.slice(0, control.longest - 12)} ` : '';
      return `${before}${word}`;
    }
    if (control.kind === 'attachment') {
      if (by.actor.kind !== 'person' && files === undefined) return given;
      const word = nextWord();
      noted(word);
      if (by.actor.kind !== 'person') {
        files?.push({ field: name, name: `${word}.pdf`, content: pdfOf(word) });
        return given;
      }
      return [await upload(by, `${word}.pdf`, pdfOf(word))];
    }
    if (control.kind !== 'list') return given;
    const entries = Array.isArray(given) && given.length > 0 ? (given as readonly unknown[]) : [{}];
    const filled: unknown[] = [];
    for (const entry of entries) {
      const known = isRecord(entry) ? entry : {};
      const made: Record<string, unknown> = { ...known };
      for (const [inner, each] of Object.entries(control.of)) {
        if (known[inner] === undefined && !isShown(each, made)) continue;
        const planted = await value(by, inner, each, known[inner], noted, files);
        if (planted !== undefined) made[inner] = planted;
      }
      filled.push(made);
    }
    return filled;
  };

  const planted = async (
    by: Caller,
    form: FormDefinition,
    values: FormValues,
    fill: boolean,
    words: Word[],
    files: Planted['files'][number][] | undefined,
    inner: readonly Side[] | undefined,
  ): Promise<FormValues> => {
    const keptFrom = sidesWithout(inner);
    const made: Record<string, unknown> = { ...values };
    for (const [name, field] of Object.entries(form.fields)) {
      const given = values[name];
      if (given === null || !carries(name, field)) continue;
      // A public value is matched, numbered and shown: one marker in a free text is enough to know that looking finds.
      if (field.secrecy === 'public' && !(controlOf(field).kind === 'text' && typeof given === 'string' && fill))
        continue;
      if (field.secrecy === 'public' && inner === undefined && !/purpose|title/iu.test(name)) continue;
      if (given === undefined && (!fill || !isShown(field, values))) continue;
      made[name] = await value(
        by,
        name,
        field,
        given,
        (word) =>
          words.push({
            word,
            field: `${form.name}.${name}`,
            secrecy: field.secrecy === 'public' && inner !== undefined ? 'reason' : field.secrecy,
            hiddenFrom: [...(field.hiddenFrom?.(values) ?? []), ...keptFrom],
          }),
        files,
      );
    }
    return made;
  };

  const bodyOf = async (
    by: Caller,
    kind: string,
    command: string | undefined,
    body: Readonly<Record<string, unknown>>,
    brings: boolean,
  ): Promise<Planted> => {
    const definition = definitions.find((each) => each.kind === kind);
    const words: Word[] = [];
    const files: Planted['files'][number][] = [];
    const made: Record<string, unknown> = { ...body };
    const whole = by.actor.kind === 'public' || mayFill(kind, command);
    if (definition !== undefined)
      for (const [at, form] of formsIn(definition, command, body)) {
        const given = at === undefined ? body : body[at];
        if (!isRecord(given)) continue;
        const inner = innerSides(definition, form);
        const values = await planted(by, form, given, whole, words, brings ? files : undefined, inner);
        if (at === undefined) Object.assign(made, values);
        else made[at] = values;
      }
    for (const name of ['reason', 'text']) {
      const given = body[name];
      if (typeof given !== 'string') continue;
      const word = nextWord();
      const kept = command === 'note' ? sidesOfInner(definition?.inner?.['notes']) : undefined;
      words.push({ word, field: name, secrecy: 'reason', hiddenFrom: sidesWithout(kept) });
      made[name] = `${given} ${word}`;
    }
    const where = `${kind}/${command ?? 'open'}`;
    return {
      body: made,
      files,
      took: (matter) => {
        for (const word of words) markers.push({ ...word, matter, where: `${where} ${word.field}` });
      },
    };
  };

  return {
    markers,
    body: (by, kind, command, body) => bodyOf(by, kind, command, body, true),
    caller: (of) => ({
      ...of,
      post: async (url, body = {}, headers) => {
        const [, kind, matter, command] = /^\/api\/matters\/([^/]+)(?:\/([^/]+)\/([^/]+))?$/u.exec(url) ?? [];
        if (kind === undefined || !isRecord(body)) return of.post(url, body, headers);
        const made = await bodyOf(of, kind, command, body, false);
        const answer = await of.post(url, made.body, headers);
        if (answer.statusCode === 201) made.took(answer.json<{ matter: string }>().matter);
        else if (answer.statusCode === 200 && matter !== undefined) made.took(matter);
        return answer;
      },
    }),
  };
};

/** The least that a control takes, where no word fits in. */
const plain = (control: Control): unknown => {
  switch (control.kind) {
    case 'text':
      return control.pattern === 'url' ? 'https://read.example.cn/' : undefined;
    case 'number':
      return control.atLeast;
    case 'date':
      return '2026-03-16';
    case 'yes-no':
      return true;
    case 'choice':
      return control.options[0]?.value;
    case 'choices':
      return control.options.slice(0, Math.max(1, control.atLeast)).map(({ value }) => value);
    case 'attachment':
    case 'pick':
    case 'list':
      return undefined;
  }
};

/** The fields of every form that a kind of matter asks for, and that can hold a marker. */
export const sealedFieldsOf = ({ opening, commands, forms }: AnyMatterDefinition): ReadonlySet<string> => {
  const asked = [opening, ...Object.values(commands)].flatMap(({ asks }) =>
    typeof asks === 'object' ? [asks.form] : [],
  );
  const drafted = Object.entries(forms).flatMap(([property, form]) => (property === 'form' ? [form] : []));
  return new Set(
    [...asked, ...drafted].flatMap(({ name, fields }) =>
      Object.entries(fields).flatMap(([field, definition]) =>
        definition.secrecy !== 'public' && carries(field, definition) ? [`${name}.${field}`] : [],
      ),
    ),
  );
};
