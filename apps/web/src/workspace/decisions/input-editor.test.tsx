import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../language/language.tsx';
import { reviewTexts } from '../texts/review.ts';
import { InputEditor } from './input-editor.tsx';

afterEach(() => void vi.unstubAllGlobals());

const shown = (input: Readonly<Record<string, unknown>>): string => {
  vi.stubGlobal('window', { location: { search: '' } });
  vi.stubGlobal('document', { cookie: '' });
  return renderToStaticMarkup(
    <LanguageProvider>
      <InputEditor name="state" input={input} change={() => undefined} tried={false} />
    </LanguageProvider>,
  );
};

it('lets a provider say that a statement is its full one, and does not say so for it', () => {
  const open = shown({ statement: 'what we say' });
  const texts = [reviewTexts.statementComplete, reviewTexts.statementCompleteHelp];
  for (const { zh, en } of texts) expect(open.includes(zh) || open.includes(en)).toBe(true);
  expect(open).toContain('type="checkbox"');
  expect(open).not.toContain('checked=""');
  expect(shown({ statement: 'what we say', complete: true })).toContain('checked=""');
});
