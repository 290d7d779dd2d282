import { describe, expect, it } from 'vitest';
import { stillShown } from './unsealing.ts';

describe('sealed values on a page', () => {
  it('stay while the matter stays, and while they are newer than the masked reading', () => {
    expect(stillShown({ position: 4 }, 4, undefined)).toBe(true);
    expect(stillShown({ position: 4 }, 4, { position: 4 })).toBe(true);
    expect(stillShown({ position: 4 }, 4, { position: 5 })).toBe(true);
    expect(stillShown({ position: 5 }, 4, { position: 5 })).toBe(true);
  });

  it('go once the matter has moved past them', () => {
    expect(stillShown({ position: 5 }, 4, { position: 4 })).toBe(false);
    expect(stillShown({ position: 5 }, 4, undefined)).toBe(false);
  });
});
