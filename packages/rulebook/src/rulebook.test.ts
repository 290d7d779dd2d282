import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as answers from './answers.ts';
import { civilDate } from './civil-date.ts';
import type { Answer, Clause, Deadline, Measure, SanctionTrigger } from './clause.ts';
import { editionIds } from './clause.ts';
import {
  articleOf,
  clause,
  clausesAnsweredBy,
  clausesOf,
  clausesReferredTo,
  edition,
  editionAt,
  editions,
  findClause,
  findEdition,
  nearClauseIds,
  sanctionFor,
  sanctionsCovering,
} from './rulebook.ts';
import type { Text } from './text.ts';

const every: readonly Clause[] = editions.flatMap(({ clauses }) => clauses);

const han = /\p{Script=Han}/u;

const textsOf = (entry: Clause): readonly Text[] => [
  entry.heading,
  entry.text,
  ...entry.deadlines.map(({ event }) => event),
  ...entry.answers.map(({ title }) => title),
  ...entry.crosswalk.map(({ difference }) => difference),
];

const ids = (clauses: readonly Clause[]): readonly string[] => clauses.map(({ id }) => id);

const articles = (clauses: readonly Clause[]): readonly string[] => [
  ...new Set(clauses.map(({ number }) => articleOf(number))),
];

const counting = (last: number): readonly string[] => Array.from({ length: last }, (_, index) => String(index + 1));

describe('every clause is complete', () => {
  test('the rulebook holds every edition once', () => {
    expect(editions.map(({ id }) => id).toSorted()).toEqual([...editionIds].toSorted());
  });

  test.each(editions.map((each) => [each.id, each] as const))('%s speaks both languages', (_, each) => {
    const texts = [each.title, each.issuer, ...(each.note === undefined ? [] : [each.note])];
    for (const { zh, en } of [...texts, ...each.clauses.flatMap(textsOf)]) {
      expect(zh, en).toMatch(han);
      expect(en.trim(), zh).not.toBe('');
      expect(en, en).not.toMatch(han);
    }
  });

  test('ids are unique and made of edition and number', () => {
    expect(new Set(ids(every)).size).toBe(every.length);
    for (const entry of every) {
      expect(entry.id).toBe(`${entry.edition}/${entry.number}`);
      expect(entry.who, entry.id).not.toHaveLength(0);
    }
  });

  test('every clause names what answers it, once', () => {
    for (const entry of every) {
      const named = entry.answers.map(({ kind, name }) => `${kind} ${name}`);
      expect(named, entry.id).not.toHaveLength(0);
      expect(new Set(named).size, entry.id).toBe(named.length);
    }
  });

  test('a name has one title and one status', () => {
    const known = new Map<string, Answer>();
    for (const answer of every.flatMap((entry) => entry.answers)) {
      const key = `${answer.kind} ${answer.name}`;
      expect(answer, key).toEqual(known.get(key) ?? answer);
      known.set(key, answer);
    }
  });

  test('nothing is named that answers no clause', () => {
    const used = new Set(every.flatMap((entry) => entry.answers));
    const named: readonly Answer[] = Object.values(answers).flatMap((group) => Object.values<Answer>(group));
    expect(named.filter((answer) => !used.has(answer)).map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
  });

  test('what is only encouraged is advisory and has no sanction', () => {
    for (const entry of every.filter(({ duty }) => duty === 'encouragement')) {
      expect(entry.advisory, entry.id).toBe(true);
      expect(entry.sanctionedBy, entry.id).toBeUndefined();
    }
    expect(clause('final/12').advisory).toBe(true);
    expect(clause('draft/12').advisory).toBe(false);
  });

  test('deadlines count forwards or backwards by whole days or months, and each has its own name', () => {
    for (const { id, deadlines } of every) {
      expect(new Set(deadlines.map(({ name }) => name)).size, id).toBe(deadlines.length);
      for (const { length } of deadlines) expect(Number.isInteger(length) && length > 0, id).toBe(true);
    }
  });
});

describe('every reference exists', () => {
  test('crosswalks', () => {
    for (const entry of every) {
      const targets = entry.crosswalk.map((row) => row.clause);
      expect(new Set(targets).size, entry.id).toBe(targets.length);
      for (const target of targets) {
        expect(clause(target).edition, entry.id).not.toBe(entry.edition);
      }
    }
  });

  test('the draft and the regulation in force see each other, with the same difference', () => {
    for (const entry of [...clausesOf('draft'), ...clausesOf('final')]) {
      for (const row of entry.crosswalk.filter(({ clause: target }) => /^(draft|final)\//.test(target))) {
        expect(clause(row.clause).crosswalk).toContainEqual({ clause: entry.id, difference: row.difference });
      }
    }
    expect(ids(clausesOf('draft').filter(({ crosswalk }) => crosswalk.length === 0))).toEqual([]);
    const fresh = clausesOf('final').filter(({ crosswalk }) =>
      crosswalk.every((row) => !row.clause.startsWith('draft/')),
    );
    expect(ids(fresh)).toEqual(['final/13', 'final/19', 'final/30', 'final/34']);
  });

  test('what names its sanction is covered by it, and what is covered names a sanction', () => {
    for (const entry of every) {
      const basis = sanctionFor(entry);
      expect(basis !== undefined, entry.id).toBe(entry.sanctionedBy !== undefined);
      if (basis !== undefined) expect(basis.sanction.covers, entry.id).toContain(entry.id);
      for (const covered of entry.sanction?.covers ?? []) {
        expect(clause(covered).sanctionedBy, `${entry.id} covers ${covered}`).toBeDefined();
      }
    }
  });

  test('a fine has bounds and is imposed only together with the suspension of updates', () => {
    for (const { id, edition: of, sanction } of every) {
      for (const step of sanction?.steps ?? []) {
        expect(step.bounds !== undefined, id).toBe(step.measure === 'fine');
        for (const companion of step.with ?? []) {
          expect(sanction?.steps, id).toContainEqual({ measure: companion, trigger: step.trigger });
        }
        if (step.measure === 'fine' && (of === 'final' || of === 'draft')) {
          expect(step.with, id).toEqual(['suspend-updates']);
          expect(step.trigger, id).toBe(id === 'final/33.1' ? 'gravity' : 'refusal-or-gravity');
        }
      }
    }
  });
});

describe('the documents are whole', () => {
  test.each([
    ['final', 35],
    ['draft', 30],
  ] as const)('%s has %i articles, in order', (id, last) => {
    expect(articles(clausesOf(id))).toEqual(counting(last));
  });

  test('paragraphs of an article are counted from one without gaps', () => {
    for (const id of ['final', 'draft'] as const) {
      for (const article of articles(clausesOf(id))) {
        const numbers = clausesReferredTo(`${id}/${article}`).map(({ number }) => number);
        const counted = counting(numbers.length).map((paragraph) => `${article}.${paragraph}`);
        expect(numbers).toEqual(numbers.length === 1 ? [article] : counted);
      }
    }
  });

  test('the checklist has 27 items', () => {
    const items = clausesOf('checklist').filter(({ number }) => /^\d+$/.test(number));
    expect(items.map(({ number }) => number)).toEqual(counting(27));
  });

  test('every clause of the map clauses.md is here', (context) => {
    const map = new URL('../../../../shared/clauses.md', import.meta.url);
    context.skip(!existsSync(map), 'clauses.md is not beside the repository: the list of clauses is not compared');
    const mentioned =
      readFileSync(map, 'utf8').match(/\b(?:draft|final|opinions|campaign)\/[a-z]*\.?\d+(?:\.\d+)?(?:-\d+)?/g) ?? [];
    expect(mentioned.length).toBeGreaterThan(60);
    expect(
      [...new Set(mentioned)].flatMap(spread).filter((reference) => clausesReferredTo(reference).length === 0),
    ).toEqual([]);
  });
});

/** `opinions/1-3` is 1, 2 and 3. */
const spread = (reference: string): readonly string[] => {
  const match = /^(.*?)(\d+)-(\d+)$/.exec(reference);
  if (match === null) return [reference];
  const [, stem = '', first, last] = match;
  return counting(Number(last))
    .slice(Number(first) - 1)
    .map((number) => `${stem}${number}`);
};

describe('amounts and deadlines', () => {
  const days = (id: string): Pick<Deadline, 'length' | 'unit' | 'direction' | 'bearer'> | undefined => {
    const deadline = clause(id).deadlines[0];
    if (deadline === undefined) return undefined;
    const { length, unit, direction, bearer } = deadline;
    return { length, unit, direction, bearer };
  };

  test.each([
    ['final/24.1', 10, 'working-day', 'after', 'provider'],
    ['final/24.2', 10, 'working-day', 'after', 'provider'],
    ['final/24.3', 20, 'working-day', 'after', 'provider'],
    ['final/25', 30, 'working-day', 'after', 'office'],
    ['final/28.2', 6, 'calendar-month', 'after', 'provider'],
    ['draft/20.1', 10, 'working-day', 'after', 'provider'],
    ['draft/20.2', 5, 'working-day', 'after', 'provider'],
    ['draft/20.3', 30, 'working-day', 'before', 'provider'],
    ['draft/21', 30, 'working-day', 'after', 'office'],
    ['draft/23.2', 6, 'calendar-month', 'after', 'provider'],
  ] as const)('%s: %i %s %s, borne by the %s', (id, length, unit, direction, bearer) => {
    expect(days(id)).toEqual({ length, unit, direction, bearer });
  });

  test('no other clause of the two regulations sets a length', () => {
    const timed = [...clausesOf('final'), ...clausesOf('draft')].filter(({ deadlines }) => deadlines.length > 0);
    expect(timed).toHaveLength(10);
  });

  const orders: readonly Measure[] = ['warning', 'public-criticism', 'order-to-correct'];
  const revocation: readonly Measure[] = ['revoke-filing', 'warning', 'public-criticism'];
  test.each<[string, readonly Measure[], SanctionTrigger, number, number]>([
    ['final/31', orders, 'refusal-or-gravity', 10_000, 100_000],
    ['final/33.1', revocation, 'gravity', 10_000, 100_000],
    ['draft/27', orders, 'refusal-or-gravity', 5_000, 30_000],
    ['draft/29.1', [...revocation, 'order-to-correct'], 'refusal-or-gravity', 5_000, 30_000],
  ])('%s: %j, on %s suspension with %i to %i yuan', (id, measures, trigger, atLeast, atMost) => {
    expect(clause(id).sanction?.steps).toEqual([
      ...measures.map((measure) => ({ measure, trigger: 'violation' })),
      { measure: 'suspend-updates', trigger },
      { measure: 'fine', trigger, bounds: { atLeast, atMost }, with: ['suspend-updates'] },
    ]);
  });

  test.each([
    ['final/31', '7 8 9.1 10 14 16 17.1 17.2 17.3 22 24.1 24.2 24.3 26'],
    ['final/32', '6.1 6.2 9.2 11 13 15 18.1 18.2 19 20 21 27 28.2'],
    ['final/33.1', '24.1'],
    ['final/33.2', '24.3'],
    ['draft/27', '7 8 9.1 10 11 12 13 14 15.2 22 26.1 26.2'],
    ['draft/28', '6.1 6.2 9.2 15.1 15.3 16 17 18 23.1 23.2 24.2'],
    ['draft/29.1', '20.1 20.2 20.3'],
    ['draft/29.2', '20.3'],
  ])('%s covers %s', (id, numbers) => {
    const { edition: of, sanction } = clause(id);
    expect(sanction?.covers).toEqual(numbers.split(' ').map((number) => `${of}/${number}`));
  });
});

describe('our own words', () => {
  const library = new URL('../../../../shared/reference/', import.meta.url);
  // Titles of documents are names, not sentences.
  const bare = (chinese: string): string =>
    chinese.replaceAll(/《[^》]*》/g, '|').replaceAll(/[^\p{Script=Han}|]/gu, '');
  const width = 20;
  const windows = (chinese: string): readonly string[] =>
    Array.from({ length: Math.max(0, chinese.length - width + 1) }, (_, start) => chinese.slice(start, start + width));

  test('no run of 20 Chinese characters is copied from the documents', (context) => {
    context.skip(!existsSync(library), 'the reference texts are not beside the repository: nothing to compare with');
    const documents = readdirSync(library).filter((name) => /^(?:text|seed)-|^checklist/.test(name));
    const original = documents.map((name) => bare(readFileSync(new URL(name, library), 'utf8'))).join('|');
    expect(original.length).toBeGreaterThan(15_000);
    const copied = every.flatMap((entry) =>
      textsOf(entry).flatMap(({ zh }) =>
        windows(bare(zh))
          .filter((run) => original.includes(run))
          .map((run) => `${entry.id} ${run}`),
      ),
    );
    expect(copied).toEqual([]);
  });
});

describe('asking the rulebook', () => {
  test('by edition and id', () => {
    expect(edition('final').status).toBe('in-force');
    expect(findEdition('draft')).toMatchObject({ status: 'consultation', published: '2021-08-27' });
    expect(findEdition('draft')).not.toHaveProperty('inForceFrom');
    expect(findEdition('law-of-nowhere')).toBeUndefined();
    expect(findClause('final/24.2')).toBe(clause('final/24.2'));
    expect(findClause('final/24')).toBeUndefined();
  });

  test('an unknown id names the near ones', () => {
    expect(() => clause('final/24')).toThrow(RangeError);
    expect(() => clause('final/24')).toThrow(/final\/24\.1, final\/24\.2, final\/24\.3/);
    expect(nearClauseIds('fnal/31')[0]).toBe('final/31');
    expect(nearClauseIds('')).toHaveLength(5);
  });

  test.each([
    ['final/24.2', ['final/24.2']],
    [' FINAL/24 (2) ', ['final/24.2']],
    ['24（2）', ['final/24.2']],
    ['第二十四条第二款', ['final/24.2']],
    ['第10条', ['final/10']],
    ['final/第十五条', ['final/15']],
    ['draft/第二十条', ['draft/20.1', 'draft/20.2', 'draft/20.3']],
    ['final/25(1)', ['final/25']],
    ['final/2', ['final/2.1', 'final/2.2']],
    ['opinions/goal.1', ['opinions/goal.1']],
    ['final/24.4', []],
    ['第条', []],
    ['第十十条', []],
    ['nowhere/1', []],
    ['', []],
  ])('%j refers to %j', (written, expected) => {
    expect(ids(clausesReferredTo(written))).toEqual(expected);
  });

  test.each([
    ['2021-09-01', undefined],
    ['2022-02-28', undefined],
    ['2022-03-01', 'final'],
    ['2030-01-01', 'final'],
  ])('the regulation in force on %s is %s', (date, id) => {
    expect(editionAt(civilDate(date))?.id).toBe(id);
  });

  test('by sanction', () => {
    expect(sanctionFor(clause('final/24.1'))?.clause.id).toBe('final/31');
    expect(sanctionsCovering(clause('final/24.1')).map((basis) => basis.clause.id)).toEqual(['final/31', 'final/33.1']);
    expect(sanctionFor(clause('final/12'))).toBeUndefined();
    expect(sanctionFor(clause('draft/20.3'))?.clause.id).toBe('draft/29.2');
  });

  test('by what answers', () => {
    expect(ids(clausesAnsweredBy('clock', 'change/toFile'))).toEqual(['final/24.2', 'draft/20.2']);
    expect(ids(clausesAnsweredBy('scheme', 'grading'))).toEqual(expect.arrayContaining(['final/23', 'draft/19']));
    expect(clausesAnsweredBy('matter', 'no-such-matter')).toEqual([]);
  });
});
