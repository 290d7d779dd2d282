import type { MatterReadingAnswer } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import type { Highlight } from '../forms/highlight.ts';
import { DecisionWindow } from './decision-window.tsx';

interface Props {
  readonly reading: MatterReadingAnswer;
  /** Commands that have a place of their own on the page. */
  readonly except?: readonly string[];
  /** Only these, where they have their place. */
  readonly only?: readonly string[];
  /** Only those that stand under this heading; without it those that stand under none. */
  readonly under?: Text;
  /** Fields ticked in the form, for a return. */
  readonly ticked?: readonly Highlight[];
}

const against: ReadonlySet<string> = new Set(['refuse', 'withdraw', 'order', 'decide', 'dismiss']);
/** The way on; those that are offered only while something waits for them among them. */
const onward: ReadonlySet<string> = new Set([
  'forward',
  'file',
  'approve',
  'accept',
  'submit',
  'answer-grade-proposal',
  'approve-tag',
  'review-release',
  'sign-record',
  'state-view',
]);

const nothingTicked: readonly Highlight[] = [];
const exceptNothing: readonly string[] = [];

/** A button for each command the server says may be given now; each asks for what its command needs. */
export const CommandButtons = ({ reading, except = exceptNothing, only, under, ticked = nothingTicked }: Props) => {
  const { say } = useLanguage();
  const [open, setOpen] = useState<string>();
  const commands = definitionOf(reading.kind)?.commands ?? {};
  return (
    <>
      {reading.actions
        .filter((name) => !except.includes(name) && only?.includes(name) !== false)
        .map((name) => {
          const command = commands[name];
          return command === undefined || command.under !== under ? null : (
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
