import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../../engine/form.ts';
import { exampleAssessment, exampleSafetyAssessment, exampleSelfAssessment } from '../examples.ts';
import { questionsFor } from '../questions.ts';
import { riskScore } from '../score.ts';
import { assessmentGaps } from './find.ts';
import type { AssessmentFacts } from './rule.ts';
import { gapRules } from './rules.ts';

const facts: AssessmentFacts = { today: civilDate('2026-03-20') };
const evidence = exampleAssessment['evidence'] as readonly FormValues[];
const risks = exampleAssessment['risks'] as readonly FormValues[];
const check = (more: FormValues): FormValues => ({
  about: 'item4',
  kind: 'check',
  bundle: 'a'.repeat(64),
  check: 'opt-out-honoured',
  verdict: 'pass',
  from: '2026-03-16',
  until: '2026-03-19',
  ...more,
});
const without = (about: string): readonly FormValues[] => evidence.filter((entry) => entry['about'] !== about);
const filing = { form: { algorithmName: '云岭阅读文章推荐算法', technique: 'personalised-push', version: '1.2' } };
const unmet = { item4Answer: 'unmet', item4Account: '未做' };

const found = (more: FormValues, known: Partial<AssessmentFacts> = {}, form: FormValues = exampleAssessment) =>
  assessmentGaps({ ...form, ...more }, { ...facts, ...known }).map(({ name }) => name);

describe('gaps', () => {
  it.each([
    ['checklist', exampleAssessment],
    ['safety', exampleSafetyAssessment],
    ['self-assessment', exampleSelfAssessment],
  ])('are none in a sound assessment: %s', (_, form) => {
    expect(assessmentGaps(form, { ...facts, filing })).toEqual([]);
  });

  it.each<[string, FormValues, readonly string[]]>([
    [
      'done, says the answer; failed, says the log',
      { evidence: [...evidence, check({ verdict: 'fail' })] },
      ['declared-against-observed:item4/opt-out-honoured'],
    ],
    [
      'not done and owned up to',
      { ...unmet, evidence: [...evidence, check({ verdict: 'fail' })], outcome: 'not-yet' },
      [],
    ],
    ['an answer without evidence', { evidence: without('item4') }, ['evidence-missing:item4']],
    [
      'evidence from before the version',
      { evidence: [...evidence, check({ from: '2026-03-01', until: '2026-03-10' })] },
      ['evidence-outdated:item4/opt-out-honoured'],
    ],
    ['evidence from the day of the version', { evidence: [...evidence, check({ until: '2026-03-16' })] }, []],
    [
      'only checks that could not tell',
      { evidence: [...without('item4'), check({ verdict: 'not-enough-data' })] },
      ['evidence-inconclusive:item4'],
    ],
    ['a kind of risk without a row', { risks: risks.slice(1) }, ['risk-kind-missing:abuse']],
    [
      'a high risk that remains',
      {
        risks: [
          { ...risks[0], likelihood: '5', effect: '5', remainingLikelihood: '4', remainingEffect: '4' },
          ...risks.slice(1),
        ],
      },
      ['risk-remains:1'],
    ],
    [
      'measures that make it worse',
      { risks: [{ ...risks[0], remainingLikelihood: '4' }, ...risks.slice(1)], outcome: 'with-conditions' },
      [],
    ],
    [
      'a score that grew',
      { risks: [{ ...risks[0], likelihood: '1', effect: '1' }, ...risks.slice(1)], outcome: 'with-conditions' },
      ['risk-remains:1'],
    ],
    ['something left undone', unmet, ['outcome-against-answers:item4']],
    ['a period that runs backwards', { periodUntil: '2026-03-01' }, ['period:period']],
    ['a period that is not over', { periodUntil: '2026-03-21' }, ['period:until']],
    ['evidence of tomorrow', { evidence: [check({ until: '2026-03-21' }), ...evidence] }, ['period:evidence-1']],
    ['a third party with ties', { kind: 'third-party', independent: false }, ['assessor-dependent:assessor']],
    ['a leftover of a third party', { kind: 'self', independent: false }, []],
  ])('%s', (_, more, expected) => expect(found(more)).toEqual(expected));

  it.each<[string, FormValues, readonly string[]]>([
    ['another name', { algorithmName: '别的算法' }, ['filing-differs:algorithmName']],
    ['another version', { version: '9' }, ['filing-differs:version']],
    ['types without the filed one', { techniques: ['ranking-selection'] }, ['filing-differs:techniques']],
  ])('against the filing: %s', (_, more, expected) => {
    expect(found(more, { filing }).filter((name) => name.startsWith('filing-differs'))).toEqual(expected);
    expect(found(more).filter((name) => name.startsWith('filing-differs'))).toEqual([]);
  });

  it('want a failed check named in the chapter of a self-assessment that it concerns', () => {
    const cited = {
      about: 'rightsOther',
      kind: 'check',
      check: 'opt-out-honoured',
      verdict: 'fail',
      until: '2026-03-19',
      from: '2026-03-16',
    };
    const all = [...(exampleSelfAssessment['evidence'] as readonly FormValues[]), cited];
    expect(found({ evidence: all }, {}, exampleSelfAssessment)).toEqual([
      'declared-against-observed:rightsOther/opt-out-honoured',
    ]);
    const rightsOther = '检查 opt-out-honoured 未通过：缓存延迟，四月底前改完。';
    expect(found({ evidence: all, rightsOther }, {}, exampleSelfAssessment)).toEqual([]);
  });

  it('each have a name of their own, so that a reason meets one only', () => {
    fc.assert(
      fc.property(fc.subarray([...evidence]), fc.constantFrom('1', '3', '5'), (kept, likelihood) => {
        const names = found({
          evidence: kept,
          risks: risks.map((row) => ({ ...row, remainingLikelihood: likelihood })),
        });
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('name their rules once', () => expect(new Set(gapRules.map(({ name }) => name)).size).toBe(gapRules.length));
});

describe('questions', () => {
  it('are the 27 items and the eight points, less what does not concern the algorithm', () => {
    const every = ['personalised-push', 'ranking-selection', 'dispatch-decision'];
    const all = { template: 'checklist-2024', techniques: every, role: 'provider', setsPrices: true };
    expect(questionsFor(all)).toHaveLength(27);
    expect(questionsFor({ ...all, techniques: ['dispatch-decision'] }).map(({ id }) => id)).toEqual(
      [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27].map((number) => `item${number}`),
    );
    expect(questionsFor({ ...all, setsPrices: false })).toHaveLength(22);
    expect(questionsFor({ ...all, role: 'technical-supporter' }).map(({ id }) => id)).not.toContain('item1');
    expect(questionsFor({ template: 'safety-2018' })).toHaveLength(8);
  });
});

describe('a risk', () => {
  it('scores likelihood times effect, and nothing where it does not exist', () => {
    const row = { present: true, likelihood: '3', effect: '5', remainingLikelihood: '2', remainingEffect: '4' };
    expect(riskScore(row)).toEqual({ before: { points: 15, band: 'high' }, after: { points: 8, band: 'medium' } });
    expect(riskScore({ ...row, present: false })).toBeUndefined();
    expect(riskScore({ ...row, likelihood: '9' })).toMatchObject({ before: undefined });
  });
});
