import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useId } from 'react';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { CommandButtons } from './command-buttons.tsx';

/** Where a matter has many commands: those that belong together, each group under its heading. */
export const CommandGroups = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const id = useId();
  const commands = definitionOf(reading.kind)?.commands ?? {};
  const headings = [...new Set(reading.actions.map((name) => commands[name]?.under))].filter(
    (heading) => heading !== undefined,
  );
  if (headings.length === 0) return null;
  return (
    <div className="mb-6 grid gap-x-10 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
      {headings.map((heading, index) => (
        <div key={heading.en} role="group" aria-labelledby={`${id}-${index}`}>
          <p id={`${id}-${index}`} className="small mb-2 font-semibold">
            {say(heading)}
          </p>
          <div className="flex flex-wrap gap-2">
            <CommandButtons reading={reading} under={heading} />
          </div>
        </div>
      ))}
    </div>
  );
};
