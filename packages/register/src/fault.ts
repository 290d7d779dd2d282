import type { Text } from '@suanjian/rulebook';

/** Something wrong with what was read. The code is for programs, the message for the person who must mend it. */
export interface Fault {
  readonly code: string;
  readonly message: Text;
}

export const fault = (code: string, zh: string, en: string): Fault => ({ code, message: { zh, en } });
