import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clause, editions } from '@suanjian/rulebook';
import { describe, expect, test } from 'vitest';
import { placeOf } from './answer-places.ts';
import { coverageOf } from './clause-coverage.ts';
import { anchorOf } from './anchor.ts';
import { clauseSection } from './clause-sections.ts';
import { clausesPage } from './clauses.ts';
import { pages } from './index.ts';
import type { GeneratedPage } from './page.ts';

const root = join(import.meta.dirname, '..', '..');
const made: GeneratedPage[] = [];
for (const page of pages) made.push(await page());

/** Those that are set, and those that headings make. */
const anchorsIn = (page: string): ReadonlySet<string> =>
  new Set([
    ...[...page.matchAll(/<a id="([^"]+)"><\/a>/gu)].map((match) => match[1] ?? ''),
    ...[...page.matchAll(/^#+ (.+)$/gmu)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  ]);

describe('generated pages', () => {
  test.each(made.map((page) => [page.path, page.content] as const))('%s is up to date', (path, content) => {
    const file = join(root, path);
    expect(existsSync(file), `${path} is missing: run npm run generate`).toBe(true);
    // Compared as a boolean: a difference of thousands of lines helps nobody.
    expect(readFileSync(file, 'utf8') === content, `${path} is stale: run npm run generate`).toBe(true);
  });

  test('have paths of their own and say where they come from', () => {
    expect(new Set(made.map(({ path }) => path)).size).toBe(made.length);
    for (const { path, content } of made.filter(({ path }) => path.endsWith('.md'))) {
      expect(content, path).toMatch(/^<!-- Generated from /);
    }
  });
});

describe('the page of clauses', () => {
  const { content } = clausesPage();
  const clauses = editions.flatMap((edition) => edition.clauses);

  test('is a pure function of the rulebook', () => {
    expect(clausesPage().content).toBe(content);
  });

  test('holds every clause once, with both texts', () => {
    const headings = content.split('\n').filter((line) => line.startsWith('### '));
    expect(headings.map((line) => line.split(' ')[1])).toEqual(clauses.map(({ id }) => id));
    for (const { id, text } of clauses) {
      expect(content.includes(`\n${text.zh}\n`), id).toBe(true);
      expect(content.includes(`\n${text.en}\n`), id).toBe(true);
    }
  });

  test('every link inside the page has its anchor, and anchors do not clash', () => {
    const anchors = [...content.matchAll(/<a id="([^"]+)"><\/a>/g)].map((match) => match[1]);
    expect(new Set(anchors).size).toBe(anchors.length);
    const targets = [...content.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((target) => !anchors.includes(target))).toEqual([]);
  });

  test('a clause shows its deadline, its sanction and the status of its answers', () => {
    const change = clauseSection(clause('final/24.2'));
    expect(change).toContain(`<a id="${anchorOf('final/24.2')}"></a>`);
    expect(change).toContain('10 working days after');
    expect(change).toContain('[final/31](#final-31)');
    expect(change).toMatch(/`change`\]\(matters\.md#change\): .*\*\*可用 · working\*\*/);
    expect(clauseSection(clause('final/31'))).toContain('fine of 10,000 to 100,000 yuan');
  });

  test('what works is linked to where it is, and the place is there', () => {
    const working = new Map(
      clauses
        .flatMap(({ answers }) => answers)
        .filter(({ status }) => status === 'working')
        .map((answer) => [`${answer.kind} ${answer.name}`, answer]),
    );
    const lacking = [...working].filter(([, answer]) => placeOf(answer) === undefined).map(([name]) => name);
    expect(lacking).toEqual([]);
    const astray = [...working].flatMap(([name, answer]) => {
      const [file = '', anchor] = (placeOf(answer) ?? '').split('#');
      const path = join(root, 'docs', 'reference', file);
      if (!existsSync(path)) return [`${name}: ${file}`];
      return anchor === undefined || anchorsIn(readFileSync(path, 'utf8')).has(anchor) ? [] : [`${name}: #${anchor}`];
    });
    expect(astray).toEqual([]);
  });

  test('coverage counts a clause as working when one of its answers is', () => {
    const filing = clause('final/24.1');
    // Made here: which clauses of the real rulebook are all planned changes with everything that is built.
    const planned = { ...filing, answers: filing.answers.map((answer) => ({ ...answer, status: 'planned' as const })) };
    expect(coverageOf([filing, planned, planned])).toEqual({ clauses: 3, working: 1, planned: 2 });
  });
});
