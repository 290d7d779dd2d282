import { text } from '@suanjian/rulebook';
import { asBuffer, base64, fromBase64, hex, utf8 } from '../bytes.ts';
import { EvidenceFault } from '../fault.ts';
import type { Signer, Verifier } from './keys.ts';
import { checkedKeyName } from './name.ts';

/** One signature line of a note, not yet checked. */
export interface SignatureLine {
  readonly name: string;
  /** The key id: four bytes as lower-case hexadecimal. */
  readonly id: string;
  /** What follows the key id: the signature, for a cosignature after its time. */
  readonly signature: Uint8Array;
}

/** A C2SP signed note in its parts. */
export interface Note {
  /** The signed text, with its last newline and without the blank line. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** A note holds no more; more is an attack on whoever checks it. */
const MOST_SIGNATURES = 100;
const MOST_CHARACTERS = 1_000_000;
const DASH = '\u2014 ';

/**
 * Reads a signed note strictly: no control characters but newlines, text and signatures parted by the last blank line, at least one signature line, each
 * exactly `— name base64`. Throws an `EvidenceFault`. Nothing is checked yet: see `checkNote`.
 */
export function parseNote(note: string): Note {
  checkCharacters(note);
  const parting = note.lastIndexOf('\n\n');
  const block = note.slice(parting + 2);
  if (parting < 0 || !block.endsWith('\n')) throw malformed('缺少签名部分', 'it has no signatures');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw malformed('签名过多', 'it has too many signatures');
  return { text: note.slice(0, parting + 1), signatures: lines.map(parseLine) };
}

function parseLine(line: string): SignatureLine {
  const [, name = '', data = ''] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(data);
  if (bytes === undefined || bytes.length < 5)
    throw malformed('签名行格式有误', 'a signature line is not as it should be');
  return { name: checkedKeyName(name), id: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

export function formatNote({ text: body, signatures }: Note): string {
  checkText(body);
  const lines = signatures.map(
    ({ name, id, signature }) => `${DASH}${name} ${base64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}\n`,
  );
  return `${body}\n${lines.join('')}`;
}

/** Signs a text, which ends in a newline, with plain note keys. */
export function signNote(body: string, signers: readonly Signer[]): string {
  checkText(body);
  if (signers.length === 0) throw malformed('至少要有一个签名', 'it needs a signature');
  return formatNote({ text: body, signatures: signers.map((signer) => noteSignature(body, signer)) });
}

function noteSignature(body: string, { verifier, sign }: Signer): SignatureLine {
  if (verifier.kind !== 'note') {
    throw new EvidenceFault(
      text('见证密钥不能直接签署文本', 'The key of a witness does not sign a text without a time'),
    );
  }
  return { name: verifier.name, id: verifier.id, signature: sign(utf8(body)) };
}

/** A signature that was checked and is right. */
export interface CheckedSignature {
  readonly name: string;
  readonly id: string;
  readonly kind: Verifier['kind'];
  /** When the witness signed, in seconds since 1970; only on a cosignature. */
  readonly time?: number;
}

export type NoteCheck =
  | { readonly outcome: 'checked'; readonly signatures: readonly CheckedSignature[] }
  /** A line that names a known key does not hold: the note was altered or the line forged. */
  | { readonly outcome: 'false-signature'; readonly name: string; readonly id: string };

/**
 * Checks the lines of a note whose keys are known; lines of unknown keys say nothing and are passed over. A false line of a known key condemns the whole
 * note. The same key twice counts once. `signatures` may come out empty: whether enough have signed is the caller's question.
 */
export function checkNote(note: Note, verifiers: readonly Verifier[]): NoteCheck {
  const checked: CheckedSignature[] = [];
  for (const { name, id, signature } of note.signatures) {
    const verifier = verifiers.find((candidate) => candidate.name === name && candidate.id === id);
    if (verifier === undefined || checked.some((seen) => seen.name === name && seen.id === id)) continue;
    const found = checkSignature(note.text, signature, verifier);
    if (found === undefined) return { outcome: 'false-signature', name, id };
    checked.push(found);
  }
  return { outcome: 'checked', signatures: checked };
}

function checkSignature(body: string, signature: Uint8Array, verifier: Verifier): CheckedSignature | undefined {
  const { name, id, kind } = verifier;
  switch (kind) {
    case 'note':
      return verifier.verify(utf8(body), signature) ? { name, id, kind } : undefined;
    case 'cosignature': {
      if (signature.length !== TIME_LENGTH + 64) return undefined;
      const time = asBuffer(signature).readBigUInt64BE(0);
      if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
      return verifier.verify(cosignedMessage(body, Number(time)), signature.subarray(TIME_LENGTH))
        ? { name, id, kind, time: Number(time) }
        : undefined;
    }
  }
}

export const TIME_LENGTH = 8;

/** What a witness signs (C2SP tlog-cosignature): that it saw this checkpoint, consistent with all it saw before, at `time` (seconds since 1970). */
export const cosignedMessage = (body: string, time: number): Uint8Array =>
  utf8(`cosignature/v1\ntime ${time}\n${body}`);

function checkText(body: string): void {
  checkCharacters(body);
  if (!body.endsWith('\n')) throw malformed('正文须以换行结束', 'its text does not end in a newline');
}

function checkCharacters(value: string): void {
  if (value.length > MOST_CHARACTERS) throw malformed('过长', 'it is too long');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!value.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(value)) {
    throw malformed('含有控制字符或孤立的代理码元', 'it holds control characters or lone surrogates');
  }
}

const malformed = (zh: string, en: string): EvidenceFault =>
  new EvidenceFault(text(`签名文书格式有误：${zh}`, `This is not a signed note: ${en}`));
