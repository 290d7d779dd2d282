import type { Text } from '@suanjian/rulebook';
import type { Terminal } from './terminal.ts';

export interface Progress {
  /** @param share from 0 to 1 */
  at(share: number): void;
  message(text: Text): void;
  end(): void;
}

const silent: Progress = { at: () => undefined, message: () => undefined, end: () => undefined };

/** A bar on the error output while somebody looks on; nothing in a pipe. */
export const startProgress = async ({ interactive, language }: Terminal, title: Text): Promise<Progress> => {
  if (!interactive) return silent;
  const { progress } = await import('@clack/prompts');
  const bar = progress({ max: 100, output: process.stderr });
  bar.start(title[language]);
  let shown = 0;
  return {
    at: (share) => {
      const percent = Math.floor(share * 100);
      if (percent <= shown) return;
      bar.advance(percent - shown);
      shown = percent;
    },
    message: (text) => bar.message(text[language]),
    end: () => bar.clear(),
  };
};
