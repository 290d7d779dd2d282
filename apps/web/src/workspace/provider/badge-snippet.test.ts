import { expect, it } from 'vitest';
import { badgeSnippet } from './badge-snippet.ts';

it('makes a link that cannot break out of its page', () => {
  expect(badgeSnippet('1', 'https://x.example/?a=1&b="', '<编号>')).toBe(
    '<a href="https://x.example/?a=1&amp;b=&quot;" rel="noopener" target="_blank">&lt;编号&gt; 1</a>',
  );
});
