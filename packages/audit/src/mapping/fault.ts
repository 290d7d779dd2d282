import type { Text } from '@suanjian/rulebook';

export interface MappingProblem {
  /** The line of the mapping file, from 1, when it is about a place in it. */
  readonly line?: number;
  /** The key, such as `parts.group`, or nothing when it is about the whole. */
  readonly key?: string;
  /** The data file it is about. */
  readonly file?: string;
  readonly reason: Text;
}

/** A mapping, or the table it names, cannot be audited as it is: every fault found at once, each with what to do. Exit status 2. */
export class MappingFault extends Error {
  readonly mapping: string;
  readonly problems: readonly MappingProblem[];

  constructor(mapping: string, problems: readonly MappingProblem[], cause?: unknown) {
    super(
      problems.map(({ key, reason }) => `${key === undefined ? '' : `${key}: `}${reason.en}`).join('\n'),
      cause === undefined ? undefined : { cause },
    );
    this.name = 'MappingFault';
    this.mapping = mapping;
    this.problems = problems;
  }
}
