import type { MatterReadingAnswer } from '@suanjian/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../language/language.tsx';
import { gapTexts } from '../texts/gaps.ts';
import { Gaps } from './gaps.tsx';
import { Standing } from './standing.tsx';

afterEach(() => void vi.unstubAllGlobals());

const shown = (kind: string, status: string, edition?: string, Part = Gaps): string => {
  vi.stubGlobal('window', { location: { search: '?lang=en' } });
  vi.stubGlobal('document', { cookie: '' });
  const reading = {
    kind,
    status,
    clocks: edition === undefined ? [] : [{ edition }],
    state: {
      form: { officer: { masked: 'personal' }, officerPost: '副总经理' },
      reviews: {},
      rules: [],
      earlierCommitments: [],
    },
  };
  return renderToStaticMarkup(
    <LanguageProvider>
      <Part reading={reading as unknown as MatterReadingAnswer} />
    </LanguageProvider>,
  );
};

it('shows what the edition asks for and is not there, with its clause', () => {
  const final = shown('responsibility', 'kept');
  expect(final.includes(gapTexts.title.zh) || final.includes(gapTexts.title.en)).toBe(true);
  for (const clause of ['final/7', 'final/22', 'opinions/4']) expect(final).toContain(`/clauses/${clause}`);
  const items = (html: string): number => html.split('<li').length - 1;
  // Nine systems, body, staff, means, rules and two limits; the officer is there, if masked.
  expect(items(final)).toBe(15);
  expect(items(shown('responsibility', 'kept', 'draft'))).toBe(11);
});

it('counts them where the page says what is next, and leaves the end of a register as it is', () => {
  const kept = shown('responsibility', 'kept', undefined, Standing);
  expect(kept).toMatch(/还有 15 项缺项|15 things are missing/u);
  const over = shown('responsibility', 'withdrawn', undefined, Standing);
  expect(over).toMatch(/没有人需要再做什么|Nobody has to do anything more/u);
});

it('is nothing for another matter, or once the register is withdrawn', () => {
  expect(shown('incident', 'reported')).toBe('');
  expect(shown('responsibility', 'withdrawn')).toBe('');
});
