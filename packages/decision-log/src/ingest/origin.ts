import { signerFrom, type Signer } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';
import type { KeyFiles } from '../pseudonym/key-files.ts';

/** The name of a log that was given none; evidently nobody's. */
export const UNNAMED = 'unnamed.invalid/decision-log';

const KEY = 'checkpoint-signing';

/**
 * The key that signs this log's checkpoints. A log keeps the name it began with: checkpoints of another name would be another log's. Throws `LogFault` (`key`).
 */
export async function loadSigner(keys: KeyFiles, origin: string | undefined, now: number): Promise<Signer> {
  const found = await keys.find(KEY);
  if (found === undefined) {
    const name = origin ?? UNNAMED;
    const { bytes } = await keys.findOrMake(KEY, now, { origin: name });
    return signerFrom(name, bytes);
  }
  const name = String(found.facts['origin']);
  if (origin === undefined || origin === name) return signerFrom(name, found.bytes);
  throw new LogFault(
    'key',
    text(
      `这份日志的名称是 ${name}，不能改为 ${origin}：检查点由名称与密钥共同确认。`,
      `This log is named ${name} and cannot be renamed ${origin}: name and key together vouch for its checkpoints.`,
    ),
  );
}
