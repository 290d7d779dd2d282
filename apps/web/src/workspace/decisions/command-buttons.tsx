import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import type { Highlight } from '../forms/highlight.ts';
import { DecisionWindow } from './decision-window.tsx';

interface Props {
  readonly reading: MatterReadingAnswer;
  /** Commands that have a place of their own on the page. */
  readonly except: readonly string[];
  /** Fields ticked in the form, for a return. */
  readonly ticked?: readonly Highlight[];
}

const against: ReadonlySet<string> = new Set(['refuse', 'withdraw', 'order', 'decide', 'dismiss']);
const onward: ReadonlySet<string> = new Set(['forward', 'file', 'approve', 'accept', 'submit']);

const none: readonly Highlight[] = [];

/** A button for each command the server says may be given now; each asks for what its command needs. */
export const CommandButtons = ({ reading, except, ticked = none }: Props) => {
  const { say } = useLanguage();
  const [open, setOpen] = useState<string>();
  const commands = definitionOf(reading.kind)?.commands ?? {};
  return (
    <>
      {reading.actions
        .filter((name) => !except.includes(name))
        .map((name) => {
          const command = commands[name];
          return command === undefined ? null : (
            <button
              key={name}
              type="button"
              className={`button ${onward.has(name) ? '' : against.has(name) ? 'button-danger' : 'button-quiet'}`}
              onClick={() => setOpen(name)}
            >
              {say(command.title)}
            </button>
          );
        })}
      {open === undefined ? null : (
        <DecisionWindow key={open} reading={reading} name={open} ticked={ticked} close={() => setOpen(undefined)} />
      )}
    </>
  );
};
