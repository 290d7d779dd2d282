import type { MatterReadingAnswer } from '@suanjian/contracts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { CommandButtons } from './command-buttons.tsx';
import { CommandGroups } from './command-groups.tsx';

afterEach(() => void vi.unstubAllGlobals());

const shown = (kind: string) => {
  vi.stubGlobal('window', { location: { search: '' } });
  vi.stubGlobal('document', { cookie: '' });
  const commands = definitionOf(kind)?.commands ?? {};
  const reading = { kind, state: {}, actions: Object.keys(commands) } as unknown as MatterReadingAnswer;
  const drawn = (part: ReactNode): string => renderToStaticMarkup(<LanguageProvider>{part}</LanguageProvider>);
  return {
    commands: Object.values(commands),
    first: drawn(<CommandButtons reading={reading} />),
    grouped: drawn(<CommandGroups reading={reading} />),
  };
};

const times = (html: string, part: string): number => html.split(part).length - 1;

it('puts every command of a matter that has many either first or under one heading', () => {
  const { commands, first, grouped } = shown('responsibility');
  for (const { title } of commands)
    expect([title.zh, title.en].map((name) => times(first + grouped, `>${name}<`))).toContain(1);
  expect(times(first, '<button')).toBe(6);
  expect(times(grouped, 'role="group"')).toBe(3);
  expect(times(first, '<button') + times(grouped, '<button')).toBe(commands.length);
});

it('is nothing for a matter whose commands stand under no heading', () => {
  const { commands, first, grouped } = shown('filing');
  expect(times(first, '<button')).toBe(commands.length);
  expect(grouped).toBe('');
});
