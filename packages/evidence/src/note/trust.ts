import { text, type Text } from '@suanjian/rulebook';
import { EvidenceFault } from '../fault.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import type { Verifier } from './keys.ts';
import { checkNote, type CheckedSignature } from './note.ts';

/** Whom the one who checks believes, decided before anything is read. */
export interface Trust {
  /** Keys of logs (`note` keys); a key vouches only for the log whose name it bears. */
  readonly logs: readonly Verifier[];
  /** Keys of witnesses (`cosignature` keys). */
  readonly witnesses?: readonly Verifier[];
  /** How many different witnesses must have signed; 0 where not given. */
  readonly quorum?: number;
}

/** A checkpoint that a trusted key of its log has signed. */
export interface TrustedCheckpoint {
  readonly outcome: 'trusted';
  readonly checkpoint: Checkpoint;
  readonly log: CheckedSignature;
  /** The trusted witnesses that signed, with the second each saw it. */
  readonly witnesses: readonly CheckedSignature[];
}

export type CheckpointRefusal = 'malformed' | 'not-signed-by-trusted-log' | 'false-signature' | 'too-few-witnesses';

export type CheckpointCheck =
  | TrustedCheckpoint
  | { readonly outcome: 'refused'; readonly reason: CheckpointRefusal; readonly text: Text };

/** Reads a signed checkpoint and checks it against whom one trusts. */
export function checkCheckpoint(note: string, { logs, witnesses = [], quorum = 0 }: Trust): CheckpointCheck {
  const read = attempt(() => parseCheckpoint(note));
  if (read instanceof EvidenceFault) return { outcome: 'refused', reason: 'malformed', text: read.text };
  const { checkpoint } = read;
  const keys = logs.filter(({ name, kind }) => kind === 'note' && name === checkpoint.origin);
  const check = checkNote(read.note, [...keys, ...witnesses.filter(({ kind }) => kind === 'cosignature')]);
  if (check.outcome === 'false-signature') {
    return refused(
      'false-signature',
      `检查点上 ${check.name}（${check.id}）的签名不成立：检查点被改动或签名系伪造`,
      `The signature of ${check.name} (${check.id}) on the checkpoint does not hold: it was altered or forged`,
    );
  }
  const log = check.signatures.find(({ kind }) => kind === 'note');
  if (log === undefined) {
    return refused(
      'not-signed-by-trusted-log',
      `检查点没有日志 ${checkpoint.origin} 的受信任密钥签名`,
      `The checkpoint is not signed by a trusted key of the log ${checkpoint.origin}`,
    );
  }
  const seen = check.signatures.filter(({ kind }) => kind === 'cosignature');
  const signers = new Set(seen.map(({ name }) => name)).size;
  if (signers < quorum) {
    return refused(
      'too-few-witnesses',
      `检查点须有 ${quorum} 个受信任的见证签名，现有 ${signers} 个`,
      `The checkpoint needs ${quorum} trusted witnesses and has ${signers}`,
    );
  }
  return { outcome: 'trusted', checkpoint, log, witnesses: seen };
}

const refused = (reason: CheckpointRefusal, zh: string, en: string): CheckpointCheck => ({
  outcome: 'refused',
  reason,
  text: text(zh, en),
});

function attempt<Value>(read: () => Value): Value | EvidenceFault {
  try {
    return read();
  } catch (error) {
    if (error instanceof EvidenceFault) return error;
    throw error;
  }
}
