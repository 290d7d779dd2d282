import type { MatterReadingAnswer } from '@suanjian/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../language/language.tsx';
import { AwaitedView, awaitedAnswers } from './awaited-view.tsx';

afterEach(() => void vi.unstubAllGlobals());

const readingOf = (kind: string, actions: readonly string[], endedOn?: string): MatterReadingAnswer =>
  ({ kind, actions, state: {}, clocks: [{ bearer: 'provider', due: '2026-03-27', endedOn }] }) as unknown as never;

const shown = (reading: MatterReadingAnswer): string => {
  vi.stubGlobal('window', { location: { search: '' } });
  vi.stubGlobal('document', { cookie: '' });
  return renderToStaticMarkup(
    <LanguageProvider>
      <AwaitedView reading={reading} />
    </LanguageProvider>,
  );
};

it('says what a company is waited for, until when, with what answers it', () => {
  const assessed = shown(readingOf('official-assessment', ['write', 'state-view']));
  expect(assessed).toMatch(/等待企业对结论的意见|view of the conclusions is waited for/u);
  expect(assessed.split('<button').length - 1).toBe(1);
  const inspected = shown(readingOf('inspection', ['write', 'state-view', 'sign-record']));
  expect(inspected).toMatch(/核对检查记录、签字|go through the record and sign it/u);
  expect(inspected.split('<button').length - 1).toBe(2);
});

it('is nothing once the company has answered, and for whoever may not', () => {
  for (const reading of [
    readingOf('official-assessment', ['state-view'], '2026-03-24'),
    readingOf('official-assessment', ['write']),
  ])
    expect([awaitedAnswers(reading), shown(reading)]).toEqual([[], '']);
});
