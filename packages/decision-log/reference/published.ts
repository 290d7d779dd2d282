import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitmentOf } from '@suanjian/evidence';
import type { Family, Field } from '../src/families/field.ts';

/** What of a field other people's programs rest on; its words may be bettered, this may not change. */
export interface FieldShape {
  readonly name: string;
  readonly required: boolean;
  readonly type: Field['type'];
  readonly unit?: Field['unit'];
  readonly parallelTo?: string;
}

/** A version of a family as it was published. */
export interface PublishedVersion {
  readonly version: number;
  readonly fingerprint: string;
  readonly fields: readonly FieldShape[];
}

export type Published = Readonly<Record<string, readonly PublishedVersion[]>>;

export const publishedFile = join(import.meta.dirname, 'published.json');

export const readPublished = (): Published => JSON.parse(readFileSync(publishedFile, 'utf8')) as Published;

export const shapeOf = (family: Family): readonly FieldShape[] =>
  family.fields
    .map(({ name, required, type, unit, parallelTo }) => ({
      name,
      required,
      type,
      ...(unit !== undefined && { unit }),
      ...(parallelTo !== undefined && { parallelTo }),
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));

export const fingerprintOf = (family: Family): string =>
  commitmentOf({ name: family.name, version: family.version, fields: shapeOf(family) });

/** What is wrong with a family, seen against what was published of it; nothing where all is well. */
export function publicationFaults(family: Family, published: readonly PublishedVersion[]): readonly string[] {
  const same = published.find(({ version }) => version === family.version);
  if (same !== undefined) {
    return same.fingerprint === fingerprintOf(family)
      ? []
      : [`${family.name} ${family.version} was published otherwise: raise the version and add fields, change none`];
  }
  const last = published.at(-1);
  if (last === undefined) return [`${family.name} was never published: run packages/decision-log/reference/publish.ts`];
  return [
    `${family.name} ${family.version} is not published yet: run packages/decision-log/reference/publish.ts`,
    ...unkeptPromises(family, last),
  ];
}

/** A new version keeps every field as it is and adds none that is required. */
export function unkeptPromises(family: Family, last: PublishedVersion): readonly string[] {
  const shapes = new Map(shapeOf(family).map((shape) => [shape.name, shape]));
  const changed = last.fields
    .filter((field) => {
      const now = shapes.get(field.name);
      return now === undefined || commitmentOf(now) !== commitmentOf(field);
    })
    .map(({ name }) => `${family.name}.${name} was published otherwise: another meaning is another field`);
  const known = new Set(last.fields.map(({ name }) => name));
  const required = [...shapes.values()]
    .filter(({ name, required: isRequired }) => isRequired && !known.has(name))
    .map(({ name }) => `${family.name}.${name} is new and required: older writers do not have it`);
  const notRaised =
    family.version === last.version + 1
      ? []
      : [`${family.name}: the version after ${last.version} is ${last.version + 1}`];
  return [...changed, ...required, ...notRaised];
}

/** Adds what is new to what was published; never changes what is there. Throws where a promise would be broken. */
export function publish(families: readonly Family[], published: Published): Published {
  const entries = families.map((family) => {
    const versions = published[family.name] ?? [];
    if (versions.some(({ version }) => version === family.version)) return [family.name, versions] as const;
    const last = versions.at(-1);
    const broken = last === undefined ? [] : unkeptPromises(family, last);
    if (broken.length > 0) throw new Error(broken.join('\n'));
    const now = { version: family.version, fingerprint: fingerprintOf(family), fields: shapeOf(family) };
    return [family.name, [...versions, now]] as const;
  });
  return { ...published, ...Object.fromEntries(entries) };
}

export const writePublished = (published: Published): void =>
  writeFileSync(publishedFile, `${JSON.stringify(published, undefined, 1)}\n`);
