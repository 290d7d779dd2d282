import { describe, expect, it } from 'vitest';
import { CaseHouse, secondHead } from '../../testing/case-house.ts';
import { head } from '../../testing/filing-house.ts';
import { exampleOffice, exampleStandard } from '../discretion/examples.ts';
import { exampleDecision } from './examples.ts';

/** A case about to be decided by an office that has published its standard for the clause of the fine. */
const aboutToDecide = async (steps: readonly object[]) => {
  const at = new CaseHouse();
  await at.notified();
  await at.give('agree', {}, secondHead);
  const list = await at.told.open('discretion', exampleOffice, head);
  await at.told.give(list, 'publish', { ...exampleStandard, from: '2026-03-23', steps }, head);
  at.told.on('2026-03-31');
  return { at, list };
};

const step = (gravity: string, atLeast: number, atMost: number) => ({ gravity, when: '情形', atLeast, atMost });
const { fine } = exampleDecision;

describe('a fine by the office’s own standard of discretion', () => {
  it('cites the version and the step it falls under', async () => {
    const { at } = await aboutToDecide([step('ordinary', 10_000, 50_000), step('grave', 50_000, 100_000)]);
    await at.give('decide', exampleDecision, head);
    expect(Number(fine)).toBeLessThan(50_000);
    expect(at.state()['cited']).toMatchObject({ version: 1, clause: 'final/31', gravities: ['ordinary'] });
  });

  it('departs from it only with a reason, and says so', async () => {
    const { at } = await aboutToDecide([step('grave', 90_000, 100_000)]);
    expect(await at.refused('decide', exampleDecision, head)).toEqual(['violation-case/departs-without-reason']);
    await at.give('decide', { ...exampleDecision, departure: '主动减轻危害。' }, head);
    expect(at.state()['cited']).toMatchObject({ version: 1, gravities: [] });
  });

  it('cites nothing where the office has published nothing', async () => {
    const at = new CaseHouse();
    await at.decided();
    expect(at.state()).not.toHaveProperty('cited');
  });
});
