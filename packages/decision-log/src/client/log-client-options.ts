import type { Text } from '@suanjian/rulebook';
import type { FamilyName } from '../families/families.ts';
import type { Receipt } from '../ingest/decision-log.ts';
import type { Randomness } from '../pseudonym/master-key.ts';
import type { PseudonymKeys } from '../pseudonym/pseudonyms.ts';
import type { FieldFault, Refusal } from '../record/refusal.ts';

export interface LogClientOptions {
  /** The service, `http://127.0.0.1:8790` for instance. */
  readonly url: string;
  readonly token: string;
  /** A folder of this client alone, where batches wait while the service is away. */
  readonly spoolFolder: string;
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
  readonly randomness: Randomness;
  /** Records carry raw ids of people, which are hashed under these keys before they leave memory. Without it they carry pseudonyms. */
  readonly rawIdentifiers?: PseudonymKeys;
  /** Rows of a batch; 10,000 where it is not given. */
  readonly batchRows?: number;
  /** Bytes of a batch; 8 MiB where it is not given. */
  readonly batchBytes?: number;
  /** How long a record waits for others, in milliseconds; 1,000 where it is not given. */
  readonly batchAge?: number;
  /** Bytes held in memory before `write` waits; 64 MiB where it is not given. */
  readonly mostMemory?: number;
  /** Bytes of the spool before `write` waits; 8 GiB where it is not given. */
  readonly mostSpool?: number;
  /** `spool`: every batch is on the disk before it is first sent, so that killing this process loses none that was closed. `memory`: only batches that could not be delivered. */
  readonly keep?: 'memory' | 'spool';
  /** Milliseconds before an answer is given up; 60,000 where it is not given. */
  readonly timeout?: number;
  /** The first pause before a retry, in milliseconds; it doubles up to `longestPause`. */
  readonly firstPause?: number;
  readonly longestPause?: number;
  readonly onReceipt?: (receipt: Receipt) => void;
  /** Records that the service refused; they are not sent again. `file` is where a batch of which nothing was taken was laid aside. */
  readonly onRefused?: (refused: RefusedRecords) => void;
  /** Why batches wait at the moment. */
  readonly onTrouble?: (trouble: Text) => void;
}

export interface RefusedRecords {
  readonly family: FamilyName;
  readonly batch: string;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  readonly text?: Text;
  readonly file?: string;
}

/** A record that does not fit its family; nothing of it was kept. */
export class RecordFault extends Error {
  readonly faults: readonly FieldFault[];

  constructor(family: FamilyName, faults: readonly FieldFault[]) {
    super(`Not a record of ${family}: ${faults.map(({ field, reason }) => `${field || '/'} ${reason.en}`).join('; ')}`);
    this.name = 'RecordFault';
    this.faults = faults;
  }
}
