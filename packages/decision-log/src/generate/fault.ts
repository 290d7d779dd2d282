import type { Text } from '@suanjian/rulebook';

/** What was asked of the generator cannot be done; `text` says what and how to mend it. */
export class GenerateFault extends Error {
  readonly text: Text;

  constructor(explanation: Text) {
    super(explanation.en);
    this.name = 'GenerateFault';
    this.text = explanation;
  }
}
