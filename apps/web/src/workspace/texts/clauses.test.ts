import { expect, it } from 'vitest';
import { clausesThatHold, clauseTitle } from './clauses.ts';

it('names article and paragraph, and which text when it is not the regulation in force', () => {
  expect(clauseTitle('final/24.1')).toEqual({ zh: '第24条第1款', en: 'art. 24(1)' });
  expect(clauseTitle('final/7').en).toBe('art. 7');
  expect(clauseTitle('draft/21').zh).toBe('征求意见稿第21条');
  expect(clauseTitle('opinions/14').zh).toMatch(/.+ 第14条$/);
});

it('shows the consultation draft only where nothing in force is named', () => {
  expect(clausesThatHold(['final/25', 'draft/21'])).toEqual(['final/25']);
  expect(clausesThatHold(['draft/21'])).toEqual(['draft/21']);
});
