import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import {
  differsFromEdition,
  differsFromPack,
  releaseOfEdition,
  releaseOfPack,
  signRelease,
  verifyRelease,
  type Difference,
  type PackFile,
  type Release,
} from '@suanjian/audit';
import { parseSigner, parseVerifier, signerFrom, type Signer } from '@suanjian/evidence';
import { edition, findEdition } from '@suanjian/rulebook';
import { CliFault, usageFault } from '../fault.ts';
import { codeOf, readTextFile } from '../files.ts';
import { say, type Terminal } from '../terminal.ts';
import { fileUnreadable } from '../texts/errors.ts';
import { releaseTexts } from '../texts/release.ts';

export interface SignFlags {
  readonly edition?: string;
  readonly pack?: string;
  readonly name?: string;
  readonly version: string;
  readonly key: string;
  readonly output: string;
}

export interface VerifyReleaseFlags {
  readonly vkey: string;
  readonly pack?: string;
}

/** The key that somebody publishes with; made at the first release, readable by its owner alone. */
const signerIn = async (file: string): Promise<Signer> => {
  try {
    return parseSigner((await readFile(file, 'utf8')).trim());
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const signer = signerFrom(`${hostname()}/release`, randomBytes(32));
  await writeFile(file, `${signer.exported()}\n`, { mode: 0o600, flag: 'wx' });
  return signer;
};

/** @throws CliFault for a folder that cannot be read, or that holds no check */
const filesOf = async ({ workingDirectory }: Terminal, given: string): Promise<readonly PackFile[]> => {
  const folder = resolve(workingDirectory, given);
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => /\.ya?ml$/u.test(name)).toSorted();
  } catch (error) {
    throw new CliFault(fileUnreadable(given, codeOf(error)), { cause: error });
  }
  if (names.length === 0) throw new CliFault(releaseTexts.noFiles(given));
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
};

const releaseFrom = async (terminal: Terminal, { edition: id, pack, name, version }: SignFlags): Promise<Release> => {
  if ((id === undefined) === (pack === undefined)) throw usageFault(releaseTexts.one);
  if (pack !== undefined) {
    if (name === undefined) throw usageFault(releaseTexts.noName);
    return releaseOfPack(name, version, await filesOf(terminal, pack));
  }
  const found = findEdition(id ?? '');
  if (found === undefined) throw usageFault(releaseTexts.noEdition(id ?? ''));
  return releaseOfEdition(found, version);
};

/** Writes a signed release of an edition or a check pack. */
export const signOne = async (terminal: Terminal, flags: SignFlags): Promise<void> => {
  const release = await releaseFrom(terminal, flags);
  const signer = await signerIn(resolve(terminal.workingDirectory, flags.key));
  await writeFile(resolve(terminal.workingDirectory, flags.output), signRelease(release, signer));
  say(
    terminal,
    releaseTexts.signed(flags.output),
    releaseTexts.digest(release.sha256),
    releaseTexts.verifier(signer.verifier.encoded),
  );
};

const differencesOf = async (
  terminal: Terminal,
  release: Release,
  pack: string | undefined,
): Promise<readonly Difference[] | undefined> => {
  if (release.kind === 'rulebook') return differsFromEdition(release, edition(release.edition));
  return pack === undefined ? undefined : differsFromPack(release, await filesOf(terminal, pack));
};

/** Verifies who signed a release and compares it with what is here. @throws CliFault when the signature does not hold or something differs */
export const verifyOne = async (terminal: Terminal, flags: VerifyReleaseFlags, file: string): Promise<void> => {
  const checked = verifyRelease(await readTextFile(terminal, file), [parseVerifier(flags.vkey)]);
  if (checked.outcome === 'refused') throw new CliFault(checked.reason);
  const { release, signer } = checked;
  say(
    terminal,
    releaseTexts.verified(signer),
    release.kind === 'rulebook'
      ? releaseTexts.rulebook(release.edition, release.version, release.clauses.length)
      : releaseTexts.checkPack(release.name, release.version, release.files.length),
    releaseTexts.digest(release.sha256),
  );
  const differences = await differencesOf(terminal, release, flags.pack);
  if (differences === undefined) return;
  say(
    terminal,
    ...(differences.length === 0 ? [releaseTexts.same] : []),
    ...differences.map(({ what, name }) => releaseTexts.difference[what](name)),
  );
  if (differences.length > 0) throw new CliFault(releaseTexts.differs(differences.length));
};
