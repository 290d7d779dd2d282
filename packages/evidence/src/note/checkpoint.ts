import { text } from '@suanjian/rulebook';
import { DIGEST_LENGTH, base64, fromBase64 } from '../bytes.ts';
import { EvidenceFault } from '../fault.ts';
import type { Signer } from './keys.ts';
import { checkedKeyName } from './name.ts';
import { TIME_LENGTH, cosignedMessage, formatNote, parseNote, signNote, type Note } from './note.ts';

/** The state of a log at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: a name like a web address without its scheme; the log's key bears the same name. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Further lines, opaque; the specification advises against them. */
  readonly extensions: readonly string[];
}

/** The text that is signed. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0) throw malformed('大小有误', 'its size is no count');
  if (root.length !== DIGEST_LENGTH) throw malformed('根摘要有误', 'its root is no digest');
  if (extensions.some((line) => line === '' || line.includes('\n')))
    throw malformed('附加行有误', 'a further line is empty or broken');
  return [checkedKeyName(origin), String(size), base64(root), ...extensions, ''].join('\n');
}

/** Reads the text of a checkpoint strictly; throws an `EvidenceFault`. */
export function parseCheckpointText(body: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = body.split('\n');
  const digest = fromBase64(root);
  if (rest.pop() !== '' || rest.includes('')) throw malformed('行数有误', 'its lines are not as they should be');
  if (!/^(0|[1-9][0-9]*)$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw malformed('大小有误', 'its size is no count');
  if (digest?.length !== DIGEST_LENGTH) throw malformed('根摘要有误', 'its root is no digest');
  return { origin: checkedKeyName(origin), size: Number(size), root: digest, extensions: rest };
}

/** A checkpoint as a signed note; the log's key must bear the name of the log. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  if (signer.verifier.name !== checkpoint.origin) {
    throw malformed('签名密钥的名称须与日志名称一致', 'the signing key does not bear the name of the log');
  }
  return signNote(checkpointText(checkpoint), [signer]);
}

export interface SignedCheckpoint {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

/** Reads a signed checkpoint; checks no signature (see `checkNote`). Throws an `EvidenceFault`. */
export function parseCheckpoint(note: string): SignedCheckpoint {
  const parsed = parseNote(note);
  return { note: parsed, checkpoint: parseCheckpointText(parsed.text) };
}

/**
 * Adds a witness's cosignature (C2SP tlog-cosignature) at `time`, in seconds since 1970, in place of an earlier one of the same key. Before it signs, a witness makes sure that
 * the log's own signature holds and that the checkpoint is consistent with the last one it signed: that is what its signature says.
 */
export function cosignCheckpoint(note: string, witness: Signer, time: number): string {
  const { note: parsed } = parseCheckpoint(note);
  const { name, id, kind } = witness.verifier;
  if (kind !== 'cosignature') throw malformed('须用见证密钥', 'only the key of a witness cosigns');
  if (!Number.isSafeInteger(time) || time < 0)
    throw malformed('时间有误', 'the time of a cosignature is whole seconds');
  const stamp = Buffer.alloc(TIME_LENGTH);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.concat([stamp, witness.sign(cosignedMessage(parsed.text, time))]);
  const others = parsed.signatures.filter((line) => line.name !== name || line.id !== id);
  return formatNote({ text: parsed.text, signatures: [...others, { name, id, signature }] });
}

const malformed = (zh: string, en: string): EvidenceFault =>
  new EvidenceFault(text(`检查点有误：${zh}`, `This is not a checkpoint: ${en}`));
