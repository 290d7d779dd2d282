import type { Text } from '@suanjian/rulebook';

/** The server cannot start for a reason that whoever starts it can mend. */
export class StartFault extends Error {
  readonly text: Text;

  constructor(message: Text, options?: ErrorOptions) {
    super(message.en, options);
    this.text = message;
  }
}
