import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useId, useState } from 'react';
import { listOf, recordOf, textOf } from '../forms/control.ts';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Failure } from '../parts/states.tsx';
import { matterTexts } from '../texts/matter.ts';
import { useCommand } from '../client/use-command.ts';
import type { Text } from '@suanjian/rulebook';

/** A letter or a note; nothing but its place in the order tells two apart. */
interface Letter {
  readonly at: number;
  readonly on?: unknown;
  readonly side?: unknown;
  readonly text?: unknown;
}

interface ComposeProps {
  readonly reading: MatterReadingAnswer;
  readonly command: 'write' | 'note';
  readonly label: Text;
  readonly action: Text;
}

const Compose = ({ reading, command, label, action }: ComposeProps) => {
  const { say } = useLanguage();
  const id = useId();
  const [written, setWritten] = useState('');
  const give = useCommand(reading);
  if (!reading.actions.includes(command)) return null;
  const send = () => give.mutate({ command, input: { text: written.trim() } }, { onSuccess: () => setWritten('') });
  return (
    <form
      className="field mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="field-label" htmlFor={id}>
        {say(label)}
      </label>
      <textarea
        id={id}
        className="input"
        rows={3}
        maxLength={4000}
        required
        value={written}
        onChange={({ target }) => setWritten(target.value)}
      />
      {give.isError ? <Failure error={give.error} /> : null}
      <div>
        <button type="submit" className="button button-quiet" disabled={give.isPending || written.trim() === ''}>
          {say(action)}
        </button>
      </div>
    </form>
  );
};

/** Letters between both sides, oldest first, as one reads a conversation. */
export const Correspondence = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say, language } = useLanguage();
  const letters = listOf(reading.state['correspondence']).map((letter, at): Letter => ({ ...recordOf(letter), at }));
  return (
    <>
      {letters.length === 0 ? <p className="quiet">{say(matterTexts.noLetters)}</p> : null}
      <ol className="grid gap-2">
        {letters.map(({ on, side, text, at }) => (
          <li
            key={at}
            className={`max-w-2xl rounded-card border border-line px-4 py-2 ${side === reading.audience ? 'ml-auto bg-accent-soft' : 'bg-surface'}`}
          >
            <p className="small quiet">
              {say(side === 'office' ? matterTexts.fromOffice : matterTexts.fromProvider)} ·{' '}
              {formatDate(textOf(on), language)}
            </p>
            <p className="whitespace-pre-line">{textOf(text)}</p>
          </li>
        ))}
      </ol>
      <Compose reading={reading} command="write" label={matterTexts.writeLabel} action={matterTexts.send} />
    </>
  );
};

/** What officials note for each other; absent for everybody else. */
export const Notes = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say, language } = useLanguage();
  const notes = listOf(reading.state['notes']).map((note, at): Letter => ({ ...recordOf(note), at }));
  return (
    <>
      {notes.length === 0 ? <p className="quiet">{say(matterTexts.noNotes)}</p> : null}
      <ul className="grid gap-2">
        {notes.map(({ on, text, at }) => (
          <li key={at} className="border-l-4 border-line pl-3">
            <span className="small quiet">{formatDate(textOf(on), language)}</span>
            <p className="whitespace-pre-line">{textOf(text)}</p>
          </li>
        ))}
      </ul>
      <Compose reading={reading} command="note" label={matterTexts.addNote} action={matterTexts.addNote} />
    </>
  );
};
