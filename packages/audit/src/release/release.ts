import { hash } from 'node:crypto';
import { canonicalJson, type Signer, type Verifier } from '@suanjian/evidence';
import { editionIds, text, type Edition, type EditionId, type Text } from '@suanjian/rulebook';
import { z } from 'zod';
import { readSigned, signedJson, type SignedKind } from '../signed/signed-json.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const version = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[0-9A-Za-z][0-9A-Za-z.+-]*$/u);

const rulebookRelease = z.strictObject({
  kind: z.literal('rulebook'),
  edition: z.enum(editionIds),
  version,
  /** Of the clauses' canonical JSON. */
  sha256: digest,
  clauses: z.array(z.looseObject({ id: z.string(), number: z.string() })),
});

const packRelease = z.strictObject({
  kind: z.literal('check-pack'),
  name: z.string().min(1).max(100),
  version,
  /** Of the files' canonical JSON: what a standard names when it is published. */
  sha256: digest,
  files: z.array(z.strictObject({ name: z.string().min(1).max(200), sha256: digest })).min(1),
});

const releaseSchema = z.discriminatedUnion('kind', [rulebookRelease, packRelease]);

/** Rules or checks as somebody published them, whole or by digest, to be signed and told apart from what was changed since. */
export type Release = z.infer<typeof releaseSchema>;
export type RulebookRelease = z.infer<typeof rulebookRelease>;
export type PackRelease = z.infer<typeof packRelease>;

export interface PackFile {
  readonly name: string;
  readonly content: Uint8Array;
}

const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** What a clause asks. What answers it is this software's, and no part of the rule. */
const asked = ({ clauses }: Edition): RulebookRelease['clauses'] =>
  clauses.map(
    ({ answers: _answers, ...clause }) => JSON.parse(JSON.stringify(clause)) as { id: string; number: string },
  );

/** An edition of the rulebook, every clause of it, as a release. */
export const releaseOfEdition = (edition: Edition, called: string): RulebookRelease => {
  const clauses = asked(edition);
  return { kind: 'rulebook', edition: edition.id, version: called, sha256: sha256(canonicalJson(clauses)), clauses };
};

const byName = (files: readonly PackFile[]): PackRelease['files'] =>
  files
    .map(({ name, content }) => ({ name, sha256: sha256(content) }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));

/** The files of a check pack, by their digests, as a release. */
export const releaseOfPack = (name: string, called: string, files: readonly PackFile[]): PackRelease => {
  const listed = byName(files);
  return { kind: 'check-pack', name, version: called, sha256: sha256(canonicalJson(listed)), files: listed };
};

const signedRelease: SignedKind<Release> = {
  heading: 'suanjian-release/1',
  schema: releaseSchema,
  refusals: {
    unsigned: text('没有你信任的签名。', 'No key that you trust has signed it.'),
    anotherKind: text('这不是发布包。', 'This is no release.'),
    malformed: text('发布包的内容不合格式。', 'The content of the release is not as it should be.'),
    noJson: text('发布包不是有效的 JSON。', 'The release is no JSON.'),
  },
};

export const signRelease = (release: Release, signer: Signer): string => signedJson(signedRelease, release, signer);

export type ReleaseCheck =
  | { readonly outcome: 'verified'; readonly release: Release; readonly signer: string }
  | { readonly outcome: 'refused'; readonly reason: Text };

const contentOf = (release: Release): string =>
  sha256(canonicalJson(release.kind === 'rulebook' ? release.clauses : release.files));

/** Reads a signed release, strictly: one of these keys has signed exactly this, and it is what its own digest says. */
export const verifyRelease = (note: string, verifiers: readonly Verifier[]): ReleaseCheck => {
  const read = readSigned(signedRelease, note, verifiers);
  if (read.outcome === 'refused') return read;
  const { content: release, signer } = read;
  return contentOf(release) === release.sha256
    ? { outcome: 'verified', release, signer: signer.name }
    : {
        outcome: 'refused',
        reason: text('内容与摘要不符。', 'Its content is not what its digest says.'),
      };
};

export interface Difference {
  readonly what: 'changed' | 'missing' | 'added';
  /** A clause or a file. */
  readonly name: string;
}

const differences = (
  released: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): readonly Difference[] => [
  ...[...released].flatMap(([name, was]): readonly Difference[] => {
    const now = present.get(name);
    return now === was ? [] : [{ what: now === undefined ? 'missing' : 'changed', name }];
  }),
  ...[...present.keys()].filter((name) => !released.has(name)).map((name): Difference => ({ what: 'added', name })),
];

const clausesById = (clauses: RulebookRelease['clauses']): ReadonlyMap<string, string> =>
  new Map(clauses.map((clause) => [clause.id, canonicalJson(clause)]));

/** In which clauses an edition here differs from what was released; empty where it is the same. */
export const differsFromEdition = (release: RulebookRelease, edition: Edition & { readonly id: EditionId }) =>
  differences(clausesById(release.clauses), clausesById(asked(edition)));

/** In which files a folder differs from what was released; empty where it is the same. */
export const differsFromPack = (release: PackRelease, files: readonly PackFile[]): readonly Difference[] => {
  const digests = (list: PackRelease['files']) => new Map(list.map((file) => [file.name, file.sha256]));
  return differences(digests(release.files), digests(byName(files)));
};
