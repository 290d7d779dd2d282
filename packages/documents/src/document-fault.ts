import type { Text } from '@suanjian/rulebook';

/** A paper could not be made; `text` says why, in both languages. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault';
  readonly text: Text;

  constructor(reason: Text, options?: ErrorOptions) {
    super(reason.en, options);
    this.text = reason;
  }
}
