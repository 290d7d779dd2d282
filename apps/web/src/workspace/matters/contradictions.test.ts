import { describe, expect, it } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import { contradictionsIn, factsOf, unmasked, withRecorded } from './contradictions.ts';

const filing = (id: string, title: string) => ({
  id,
  kind: 'filing',
  title,
  owner: null,
  place: '440000',
  status: 'filed',
  position: 1,
  openedAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
});
const today = civilDate('2026-03-02');

describe('contradictions shown while writing', () => {
  it('leaves the matter itself out of the other filings, and the filing a change is on', () => {
    const filings = [filing('a', '甲'), filing('b', '乙')];
    expect(factsOf({ id: 'a', kind: 'filing' }, filings, today).otherFilings.map(({ title }) => title)).toEqual(['乙']);
    const change = factsOf({ id: 'c', kind: 'change', parent: { kind: 'filing', id: 'b' } }, filings, today);
    expect(change.otherFilings.map(({ title }) => title)).toEqual(['甲']);
    expect(change.occasion).toBe('change');
  });

  it('finds a disclosure under another name, and nothing in masks', () => {
    const facts = factsOf({ id: 'a', kind: 'filing' }, [], today);
    const values = { algorithmName: '甲推荐算法', disclosureName: '乙推荐算法' };
    expect(contradictionsIn(values, facts).flatMap(({ pointers }) => pointers)).toContain('/form/disclosureName');
    const hidden = { ...values, disclosureName: '甲推荐算法', coverAlgorithmName: { masked: 'confidential' } };
    expect(unmasked(hidden)).not.toHaveProperty('coverAlgorithmName');
    expect(contradictionsIn(hidden, facts).flatMap(({ pointers }) => pointers)).not.toContain(
      '/form/coverAlgorithmName',
    );
  });

  it('shows what rode along with the submission once', () => {
    const facts = factsOf({ id: 'a', kind: 'filing' }, [], today);
    const found = contradictionsIn({ algorithmName: '甲推荐算法', disclosureName: '乙推荐算法' }, facts);
    expect(found.length).toBeGreaterThan(0);
    expect(withRecorded(found, found)).toEqual(found);
    expect(withRecorded([null, 'rubbish'], found)).toEqual(found);
  });
});
