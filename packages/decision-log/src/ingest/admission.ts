import { statfs } from 'node:fs/promises';
import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';

export interface AdmissionLimits {
  /** So many rows may wait for the store. */
  readonly mostBehind: number;
  /** So many bytes are left free on the disk. */
  readonly keepFree: number;
}

/** The disk is looked at every so many batches, and at each while it is nearly full. */
const LOOK = 64;

/** Refuses for a while what could not be kept, or would not be queryable for long. */
export class Admission {
  readonly #folder: string;
  readonly #limits: AdmissionLimits;
  #admitted = 0;
  #free = Number.POSITIVE_INFINITY;

  constructor(folder: string, limits: AdmissionLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** Throws `LogFault` (`lagging`, `disk`). */
  async admit(behind: number): Promise<void> {
    const { mostBehind, keepFree } = this.#limits;
    if (behind > mostBehind) throw lagging(behind, mostBehind);
    if (this.#admitted % LOOK === 0 || this.#free < keepFree) {
      const { bavail, bsize } = await statfs(this.#folder);
      this.#free = bavail * bsize;
    }
    if (this.#free < keepFree) throw nearlyFull(this.#free, keepFree);
    this.#admitted += 1;
  }
}

const lagging = (behind: number, most: number): LogFault =>
  new LogFault(
    'lagging',
    text(
      `分析库落后 ${behind} 行（上限 ${most}），请稍后重试。`,
      `The analytical store is ${behind} rows behind (at most ${most}); try again later.`,
    ),
  );

const nearlyFull = (free: number, kept: number): LogFault =>
  new LogFault(
    'disk',
    text(
      `磁盘剩余空间不足（${free} 字节，须留 ${kept}），请清理后重试。`,
      `The disk is nearly full (${free} bytes free, ${kept} are kept); make room and try again.`,
    ),
  );
