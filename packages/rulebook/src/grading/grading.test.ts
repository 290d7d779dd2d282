import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradingAnswersFrom, type GradingFacts } from './facts.ts';
import { bandOf, grade, override, type Grading } from './grade.ts';
import { gradingScheme } from './grading-scheme.ts';
import { grades, gradingFactorIds, notApplicable, type GradingAnswers } from './scheme.ts';

const graded = (answers: GradingAnswers): Grading => {
  const outcome = grade(gradingScheme, answers);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.grading;
};

const videoApp: GradingAnswers = {
  mobilisation: 'main',
  content: 'entertainment-and-users',
  scale: 'large',
  data: 'personal',
  intervention: 'personalises',
};

const anyAnswers = fc.record(
  Object.fromEntries(
    gradingScheme.factors.map(({ id, levels, mayNotApply }) => [
      id,
      fc.constantFrom(...levels.map((level) => level.id), ...(mayNotApply === undefined ? [] : [notApplicable])),
    ]),
  ),
);

describe('the scheme', () => {
  test('says that it is policy, has the five factors, and a band for every share', () => {
    expect(gradingScheme.title).toEqual({
      zh: expect.stringContaining('平台政策，非法律规定'),
      en: expect.stringContaining('platform policy, not law'),
    });
    expect(gradingScheme.factors.map(({ id }) => id)).toEqual(gradingFactorIds);
    expect(gradingScheme.bands.map((band) => band.grade)).toEqual(grades);
    const starts = gradingScheme.bands.map(({ fromPercent }) => fromPercent);
    expect(starts).toEqual(starts.toSorted((one, other) => other - one));
    expect(starts.at(-1)).toBe(0);
  });

  test('the higher the grade, the more often it is reviewed', () => {
    const months = grades.map((each) => bandOf(gradingScheme, each).reviewEveryMonths);
    expect(months).toEqual([3, 6, 12]);
  });

  test('every level is explained in both languages and says where its line comes from', () => {
    for (const { levels } of gradingScheme.factors) {
      for (const { explanation, basis, title } of levels) {
        const source = basis.kind === 'published' ? [basis.source] : [];
        for (const each of [title, explanation, ...source]) {
          expect(each.zh).toMatch(/\p{Script=Han}/u);
          expect(each.en).toMatch(/^[\p{Script=Latin}\d\s\p{P}]+$/u);
        }
      }
      expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length);
    }
  });

  test('of the scale only the two published numbers claim a source', () => {
    const levels = gradingScheme.factors.find(({ id }) => id === 'scale')?.levels ?? [];
    expect(levels.filter(({ basis }) => basis.kind === 'published').map(({ id }) => id)).toEqual([
      'many-minors',
      'large',
    ]);
  });
});

describe('grading', () => {
  test('a large video application', () => {
    const grading = graded(videoApp);
    // 3 + 2 + 3 + 1 + 2 of 3 + 3 + 3 + 3 + 3
    expect(grading).toMatchObject({
      points: 11,
      maximum: 15,
      computed: 'I',
      grade: 'I',
      overrides: [],
      scheme: { version: 1 },
    });
    expect(grading.explanation.en).toBe('5 factors apply and give 11 of 15 points, 73 %; Grade I starts at 65 %.');
    expect(grading.factors.map(({ points }) => points)).toEqual([3, 2, 3, 1, 2]);
  });

  test('a factor that does not apply counts on neither side', () => {
    const dispatch = { mobilisation: 'none', scale: 'small', data: 'sensitive', intervention: 'decides' };
    const without = graded({ ...dispatch, content: notApplicable });
    expect(without).toMatchObject({ points: 5, maximum: 12, grade: 'II' });
    expect(without.factors[1]).toMatchObject({ points: 0, maximum: 0 });
    // 5 of 15 would have been grade III: what does not apply must not dilute.
    expect(graded({ ...dispatch, content: 'tools' })).toMatchObject({ points: 5, maximum: 15, grade: 'III' });
  });

  test('all faults at once: missing, unknown, and not applicable where it always applies', () => {
    const outcome = grade(gradingScheme, { mobilisation: notApplicable, content: 'poems', scale: 'small', data: '' });
    expect(outcome.ok ? [] : outcome.faults.map(({ factor }) => factor)).toEqual([
      'mobilisation',
      'content',
      'data',
      'intervention',
    ]);
  });

  test('a scheme in which nothing applies gives no grade', () => {
    const optional = gradingScheme.factors.filter(({ mayNotApply }) => mayNotApply !== undefined);
    const outcome = grade({ ...gradingScheme, factors: optional }, { content: notApplicable, scale: notApplicable });
    expect(outcome).toMatchObject({ ok: false, faults: [{ factor: 'scheme' }] });
  });

  test('a share exactly on the line reaches the grade', () => {
    const [band] = gradingScheme.bands;
    const onTheLine = {
      ...gradingScheme,
      bands: gradingScheme.bands.map((each) => (each === band ? { ...each, fromPercent: 80 } : each)),
    };
    const outcome = grade(onTheLine, { ...videoApp, data: 'sensitive' });
    expect(outcome).toMatchObject({ ok: true, grading: { points: 12, maximum: 15, grade: 'I' } });
  });

  test('every complete answer is graded, and more points at the same maximum never give a lower grade', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (one, other) => {
        const [first, second] = [graded(one), graded(other)];
        for (const grading of [first, second]) {
          expect(grading.share).toBe(grading.points / grading.maximum);
          expect(grading.factors.every(({ explanation }) => explanation.zh !== '' && explanation.en !== '')).toBe(true);
        }
        if (first.maximum === second.maximum && first.points >= second.points) {
          expect(grades.indexOf(first.grade)).toBeLessThanOrEqual(grades.indexOf(second.grade));
        }
      }),
    );
  });
});

describe('override', () => {
  const grading = graded(videoApp);

  test('keeps the computed grade, the reason, and every earlier override', () => {
    const first = override(grading, { grade: 'II', reason: ' 仅限企业内部使用 ', by: '审核员甲' });
    if (!first.ok) throw new Error('refused');
    expect(first.grading).toMatchObject({
      computed: 'I',
      grade: 'II',
      points: 11,
      overrides: [{ grade: 'II', reason: '仅限企业内部使用', by: '审核员甲' }],
    });
    const second = override(first.grading, { grade: 'III', reason: '已停止推送', by: '审核员乙' });
    expect(second).toMatchObject({
      ok: true,
      grading: { computed: 'I', grade: 'III', overrides: [{ grade: 'II' }, { grade: 'III' }] },
    });
  });

  test.each([
    [{ grade: 'II', reason: '  ', by: '审核员甲' }, 1],
    [{ grade: 'II', reason: '理由', by: '' }, 1],
    [{ grade: 'II', reason: '', by: '' }, 2],
  ] as const)('%j is refused', (change, faults) => {
    const outcome = override(grading, change);
    expect(outcome.ok ? 0 : outcome.faults.length).toBe(faults);
  });
});

describe('answers from a filing', () => {
  test.each<[GradingFacts, GradingAnswers]>([
    [{ technique: 'search-filter' }, { intervention: 'answers' }],
    [{ technique: 'dispatch-decision' }, { content: notApplicable, intervention: 'decides' }],
    [
      { technique: 'generative', role: 'technical-supporter', opinionFunctions: 'none' },
      { mobilisation: 'none', scale: notApplicable, intervention: 'answers' },
    ],
    [
      {
        technique: 'personalised-push',
        monthlyActiveUsers: 2_000_000,
        personalData: 'ordinary',
        contentCategories: ['tools', 'public-affairs'],
      },
      { content: 'public-affairs', scale: 'medium', data: 'personal', intervention: 'personalises' },
    ],
    [
      { technique: 'ranking-selection', monthlyActiveUsers: 999_999, decidesTerms: true, importantData: true },
      { scale: 'small', data: 'important', intervention: 'decides' },
    ],
    [
      { technique: 'search-filter', registeredUsers: 50_000_000 },
      { scale: 'large', intervention: 'answers' },
    ],
    [
      { technique: 'search-filter', monthlyActiveUsers: 10_000_000 },
      { scale: 'large', intervention: 'answers' },
    ],
    [{ technique: 'search-filter', registeredUsers: 49_999_999 }, { intervention: 'answers' }],
    [
      { technique: 'search-filter', monthlyActiveUsers: 3_000_000, monthlyActiveMinors: 1_000_000 },
      { scale: 'many-minors', intervention: 'answers' },
    ],
    [
      { technique: 'search-filter', registeredUsers: 10_000_000, onlyForMinors: true, personalData: 'ordinary' },
      { scale: 'many-minors', data: 'sensitive', intervention: 'answers' },
    ],
  ])('%j', (facts, answers) => {
    expect(gradingAnswersFrom(facts)).toEqual(answers);
  });

  test('what follows from the facts is always a level of the scheme', () => {
    const answers = gradingAnswersFrom({
      technique: 'personalised-push',
      opinionFunctions: 'attached',
      contentCategories: ['goods-and-services'],
      monthlyActiveUsers: 5,
      personalData: 'none',
    });
    expect(graded(answers)).toMatchObject({ points: 5, maximum: 15, grade: 'III' });
  });
});
