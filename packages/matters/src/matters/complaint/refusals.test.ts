import { describe, expect, it } from 'vitest';
import { exampleComplaint } from './examples.ts';
import { provider, office, person, house, answer, ruling, file } from '../../testing/complaint-house.ts';

describe('what is refused', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...file(1), name: `${index}.png` }));
  const { company: _company, service: _service, ...nobody } = exampleComplaint;
  it.each([
    ['about nothing', nobody, ['redress/about-nothing']],
    ['without a word of what happened', { ...exampleComplaint, what: ' ' }, ['form/required']],
    ['a text without end', { ...exampleComplaint, what: '字'.repeat(5001) }, ['form/too-long']],
    ['a book', { ...exampleComplaint, what: '字'.repeat(30_000) }, ['input/shape']],
    ['a kind that is none', { ...exampleComplaint, kind: 'revenge' }, ['form/option']],
    ['a number of another shape', { ...exampleComplaint, number: '12' }, ['form/check']],
    ['a day to come', { ...exampleComplaint, when: '2026-03-03' }, ['date/in-future']],
    ['eleven files', { ...exampleComplaint, evidence: many(11) }, ['form/too-many']],
    ['a hundred files', { ...exampleComplaint, evidence: many(100) }, ['input/shape']],
    ['a field of one’s own making', { ...exampleComplaint, owner: 'elsewhere' }, ['input/shape']],
  ])('%s', async (_, form, codes) => {
    const { begun, refused } = house();
    expect(await refused(begun(form))).toEqual(codes);
  });

  it('a file that never arrived', async () => {
    const { begun, refused } = house({ missing: [file(1).hash] });
    expect(await refused(begun({ ...exampleComplaint, evidence: [file(1)] }))).toEqual(['form/attachment-missing']);
  });

  it('more files than fit, counted together', async () => {
    const { begun, refused, give } = house();
    const id = await begun({ ...exampleComplaint, evidence: many(10) });
    expect(await refused(give(id, 'add-evidence', { evidence: [file(2)] }, person(id)))).toEqual(['form/too-many']);
  });

  it('an answer without its words, or a refusal without its reason', async () => {
    const { begun, refused, give } = house();
    const id = await begun();
    expect(await refused(give(id, 'answer', { outcome: 'explained' }, provider))).toEqual(['form/required']);
    expect(await refused(give(id, 'answer', { ...answer, outcome: 'refused' }, provider))).toEqual([
      'matter/reason-missing',
    ]);
    expect(await refused(give(id, 'answer', { ...answer, outcome: 'remedied' }, provider))).toEqual(['form/required']);
    await give(id, 'answer', { ...answer, outcome: 'refused' }, provider, '价格一致');
    expect(await refused(give(id, 'answer', answer, provider))).toEqual(['matter/wrong-state']);
  });

  it('a decision on what is no law', async () => {
    const { begun, refused, give } = house();
    const id = await begun({ ...exampleComplaint, to: 'office' });
    const decide = (clause: string) => refused(give(id, 'decide', { ...ruling, basis: [{ clause }] }, office, '理由'));
    expect(await decide('final/999')).toEqual(['basis/unknown']);
    expect(await decide('draft/18')).toEqual(['basis/not-in-force']);
    expect(await refused(give(id, 'decide', ruling, office))).toEqual(['matter/reason-missing']);
  });

  it('script is kept as the text that it is', async () => {
    const { begun, state } = house();
    const what = '<script>alert(1)</script> 价格不一样';
    expect(state(await begun({ ...exampleComplaint, what }))).toMatchObject({ form: { what } });
  });
});
