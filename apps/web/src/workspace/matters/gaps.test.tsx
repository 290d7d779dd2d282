import type { MatterReadingAnswer } from '@suanjian/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../language/language.tsx';
import { gapTexts } from '../texts/gaps.ts';
import { Gaps } from './gaps.tsx';

afterEach(() => void vi.unstubAllGlobals());

const shown = (kind: string, status: string, edition?: string): string => {
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
      <Gaps reading={reading as unknown as MatterReadingAnswer} />
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

it('is nothing for another matter, or once the register is withdrawn', () => {
  expect(shown('incident', 'reported')).toBe('');
  expect(shown('responsibility', 'withdrawn')).toBe('');
});
