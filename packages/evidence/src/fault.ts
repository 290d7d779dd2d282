import type { Text } from '@suanjian/rulebook';

/** What was handed in cannot be read as what it claims to be. `message` is the English text, so that a log line says it too. */
export class EvidenceFault extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'EvidenceFault';
    this.text = text;
  }
}
