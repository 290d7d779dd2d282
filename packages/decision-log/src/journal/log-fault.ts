import type { Text } from '@suanjian/rulebook';

export type LogFaultKind =
  /** Another process writes this log. */
  | 'locked'
  /** A file of the log is not what the journal says. */
  | 'damaged'
  /** The rows asked for were deleted by retention. */
  | 'deleted'
  | 'not-found'
  /** What was asked for does not hold together (family, batch id, option). */
  | 'invalid'
  /** The same batch id was used for other content. */
  | 'batch-reused'
  /** The disk is full, or a write failed: nothing was acknowledged. */
  | 'disk'
  /** The analytical store is too far behind. */
  | 'lagging'
  | 'closed'
  /** A key is missing, exposed or of another master key. */
  | 'key'
  /** A file to read cannot be read: absent, cut short, of another format. */
  | 'unreadable'
  /** The service did not take it. */
  | 'service';

export interface FaultPlace {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

/** A fault of the decision log, in words for people. `message` is the English text. */
export class LogFault extends Error {
  readonly kind: LogFaultKind;
  readonly text: Text;
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(kind: LogFaultKind, text: Text, place: FaultPlace = {}, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.name = 'LogFault';
    this.kind = kind;
    this.text = text;
    this.file = place.file;
    this.line = place.line;
  }
}

/** The system's own name of a failed call (`ENOSPC`), where there is one. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
