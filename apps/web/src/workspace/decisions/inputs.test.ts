import { describe, expect, it } from 'vitest';
import { matterDefinitions } from '@suanjian/matters';
import { missingInput, startOf } from './inputs.ts';

/** Given by buttons and forms of their own. */
const elsewhere: ReadonlySet<string> = new Set(['save', 'submit', 'write', 'note', 'grade']);

describe('what a decision begins with', () => {
  const filled = { pointer: '/form/version', reason: 'why' };
  it('fits the input of every command a person may give, once nothing is missing', () => {
    for (const { kind, commands } of matterDefinitions)
      for (const [name, command] of Object.entries(commands)) {
        if (elsewhere.has(name) || command.by.every(({ side }) => side === 'matter' || side === 'clock')) continue;
        // Drawn from the form that the command asks for.
        if (typeof command.asks === 'object') continue;
        const own = command.asks === 'own-screen';
        const start = {
          ...(own ? startOf(name, [filled]) : {}),
          ...(own && name === 'refuse' ? { basis: ['final/25'] } : {}),
          ...(own && name === 'prefill' ? { bundle: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11' } : {}),
          ...(own && name === 'state' ? { statement: 'what we say', complete: true } : {}),
        };
        if (own) expect(missingInput(name, start), `${kind}.${name}`).toBeUndefined();
        expect(command.input.safeParse(start).success, `${kind}.${name}`).toBe(true);
      }
  });

  it('says what is missing', () => {
    expect(missingInput('refuse', startOf('refuse', []))).toBeDefined();
    expect(missingInput('return', startOf('return', [{ ...filled, reason: ' ' }]))).toBeDefined();
    expect(missingInput('return', startOf('return', []))).toBeUndefined();
  });
});
