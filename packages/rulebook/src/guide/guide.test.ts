import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClause } from '../rulebook.ts';
import { guideConclusionIds, guideQuestionIds, type Conclusion, type GuideQuestion } from './guide.ts';
import { conclude, countingAnswers, nextQuestion, walkGuide, type GuideAnswers } from './walk.ts';

const answersTo = (question: GuideQuestion): string[] =>
  question.kind === 'choice' ? question.options.map(({ value }) => value) : ['2026-02-10', ''];

interface Path {
  readonly answers: GuideAnswers;
  readonly conclusion: Conclusion;
}

/** Every way through the questionnaire, by answering whatever is asked in every way it offers. */
const everyPath = (answers: GuideAnswers = {}): Path[] => {
  const progress = walkGuide(answers);
  if (progress.state === 'concluded') return [{ answers, conclusion: progress.conclusion }];
  const { next } = progress;
  if (Object.hasOwn(answers, next.id)) throw new Error(`${next.id} is asked again though it is answered`);
  return answersTo(next).flatMap((answer) => everyPath({ ...answers, [next.id]: answer }));
};

const paths = everyPath();
const service = { mainland: 'yes', technique: 'personalised-push', attributes: 'named' };

describe('every path', () => {
  test('there are many, they reach every conclusion, and ask every question', () => {
    expect(paths.length).toBeGreaterThan(100);
    expect(new Set(paths.map(({ conclusion }) => conclusion.id))).toEqual(new Set(guideConclusionIds));
    expect(new Set(paths.flatMap(({ answers }) => Object.keys(answers)))).toEqual(new Set(guideQuestionIds));
  });

  test('ends in an answer with reasons, each in a clause the rulebook holds, and with something to do', () => {
    for (const { conclusion } of paths) {
      const { title, reasons, nextSteps, deadline } = conclusion;
      expect(reasons.length).toBeGreaterThan(0);
      expect(nextSteps.length).toBeGreaterThan(0);
      const cited = [
        ...reasons.map(({ clause }) => clause),
        ...nextSteps.flatMap(({ clause }) => clause ?? []),
        deadline?.clause ?? [],
      ];
      expect(cited.flat().filter((id) => findClause(id) === undefined)).toEqual([]);
      for (const each of [title, ...reasons.map((reason) => reason.text), ...nextSteps.map((step) => step.text)]) {
        expect(each.zh).toMatch(/\p{Script=Han}/u);
        expect(each.en).toMatch(/^[^\p{Script=Han}]{10,}$/u);
      }
    }
  });

  test('a clock is named exactly where something must be filed or answered in a set time, and its clause sets one', () => {
    for (const { conclusion } of paths) {
      const timed = ['must-file', 'must-change', 'must-cancel', 'await-answer'].includes(conclusion.answer);
      expect(conclusion.deadline !== undefined).toBe(timed && conclusion.id !== 'fileAgain');
      if (conclusion.deadline !== undefined) expect(findClause(conclusion.deadline.clause)?.deadlines).not.toEqual([]);
    }
  });

  test('must-file needs a service in the mainland, a technique and attributes', () => {
    for (const { answers, conclusion } of paths) {
      const meant =
        answers['mainland'] === 'yes' &&
        !['none', 'unsure'].includes(answers['technique'] ?? 'none') &&
        (['named', 'other'].includes(answers['attributes'] ?? '') || answers['supported'] === 'yes');
      if (conclusion.answer.startsWith('must')) expect(meant).toBe(true);
      if (conclusion.answer === 'need-not') expect(meant).toBe(false);
    }
  });

  test('leaving out any answer asks for it again', () => {
    for (const { answers } of paths) {
      for (const id of Object.keys(answers)) {
        const { [id]: _left, ...others } = answers;
        expect(nextQuestion(others)?.id).toBe(id);
        expect(conclude(others)).toBeUndefined();
      }
    }
  });
});

describe('answers that do not count', () => {
  test('those to questions that are not asked change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.dictionary(fc.constantFrom<string>(...guideQuestionIds, 'other', '__proto__'), fc.string()),
        ({ answers, conclusion }, stray) => {
          const mixed = { ...stray, ...answers };
          expect(conclude(mixed)).toEqual(conclusion);
          expect(countingAnswers(mixed)).toEqual(answers);
        },
      ),
    );
  });

  test('any record of strings is met with a question or a conclusion', () => {
    const anyRecord = fc.dictionary(
      fc.constantFrom<string>(...guideQuestionIds),
      fc.oneof(
        fc.string(),
        fc.constantFrom('yes', 'no', 'none', 'generative', 'named', 'filed', 'changed', '2026-02-30'),
      ),
    );
    fc.assert(
      fc.property(anyRecord, (answers) => {
        expect((nextQuestion(answers) === undefined) !== (conclude(answers) === undefined)).toBe(true);
      }),
    );
  });
});

describe('by example', () => {
  test('a running service is told its clock with the day it started', () => {
    const conclusion = conclude({ ...service, filed: 'no', service: 'running', startedOn: '2026-02-10' });
    expect(conclusion).toMatchObject({ answer: 'must-file', deadline: { clause: 'final/24.1', on: '2026-02-10' } });
    expect(conclusion?.reasons.map(({ clause }) => clause)).toEqual([
      'final/2.1',
      'final/2.2',
      'safety-2018/2',
      'final/24.1',
    ]);
  });

  test('a day that is not known leaves the clock without a date', () => {
    const conclusion = conclude({ ...service, filed: 'filed', since: 'changed', changedOn: '' });
    expect(conclusion).toMatchObject({ answer: 'must-change', deadline: { clause: 'final/24.2' } });
    expect(conclusion?.deadline).not.toHaveProperty('on');
  });

  test('an impossible day is asked again, with the reason', () => {
    expect(walkGuide({ ...service, filed: 'submitted', submittedOn: '2026-02-30' })).toMatchObject({
      state: 'asking',
      next: { id: 'submittedOn' },
      problem: { en: expect.stringContaining('day of the calendar') },
    });
  });

  test('an option that does not exist is asked again, with the reason; an empty choice without', () => {
    expect(walkGuide({ mainland: 'perhaps' })).toMatchObject({ next: { id: 'mainland' }, problem: {} });
    expect(walkGuide({ mainland: '' })).not.toHaveProperty('problem');
  });

  test('only the generative kind is asked for its role', () => {
    expect(nextQuestion({ mainland: 'yes', technique: 'generative' })?.id).toBe('role');
    expect(nextQuestion({ mainland: 'yes', technique: 'search-filter' })?.id).toBe('attributes');
    expect(
      conclude({ mainland: 'yes', technique: 'search-filter', role: 'technical-supporter', attributes: 'none' })
        ?.answer,
    ).toBe('need-not');
  });
});
