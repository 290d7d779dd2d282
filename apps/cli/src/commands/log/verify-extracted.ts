import type { Trust } from '@suanjian/evidence';
import type { Terminal } from '../../terminal.ts';
export const verifyExtracted = async (
  _terminal: Terminal,
  _request: { readonly folder: string; readonly trust: Trust; readonly ownKey: boolean; readonly json: boolean },
): Promise<void> => undefined;
