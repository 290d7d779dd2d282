import type { Text } from '@suanjian/rulebook';

/** The data cannot be judged as they stand (NaN, a trial count below its successes …): says what and how to mend it. The run ends, exit 2. */
export class MethodFault extends Error {
  readonly text: Text;
  /** The part whose column is at fault, where it is one. */
  readonly part: string | undefined;

  constructor(text: Text, part?: string) {
    super(text.en);
    this.name = 'MethodFault';
    this.text = text;
    this.part = part;
  }
}
