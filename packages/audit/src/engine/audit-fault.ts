import type { Text } from '@suanjian/rulebook';

/** What was asked of the audit makes no sense, or a check is not as a check must be: in words for whoever asked or wrote it. */
export class AuditFault extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'AuditFault';
    this.text = text;
  }
}
