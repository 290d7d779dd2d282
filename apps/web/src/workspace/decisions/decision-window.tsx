import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useState } from 'react';
import { PickingFor } from '../client/choices.ts';
import { useCommand } from '../client/use-command.ts';
import { AskedFields, useAsked } from '../forms/asked-fields.tsx';
import type { Highlight } from '../forms/highlight.ts';
import { ReasonField } from './reason-field.tsx';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Window } from '../parts/dialog.tsx';
import { Failure } from '../parts/states.tsx';
import { clausesThatHold } from '../texts/clauses.ts';
import { reviewTexts } from '../texts/review.ts';
import { InputEditor } from './input-editor.tsx';
import { missingInput, startOf } from './inputs.ts';

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly name: string;
  readonly ticked: readonly Highlight[];
  readonly close: () => void;
}

/** One decision: what it means, what it needs, why it is made. */
export const DecisionWindow = ({ reading, name, ticked, close }: Props) => {
  const { say } = useLanguage();
  const command = definitionOf(reading.kind)?.commands[name];
  const give = useCommand(reading);
  const asks = typeof command?.asks === 'object' ? command.asks : undefined;
  // Only commands that say so have a screen of their own, whatever another matter's command of the same name asks.
  const own = command?.asks === 'own-screen';
  const draft = useAsked(asks, own ? startOf(name, ticked) : {});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  if (command === undefined) return null;
  const reasonMissing = command.reason === 'required' && reason.trim() === '';
  const missing = own ? missingInput(name, draft.input) : undefined;
  const confirm = () => {
    setTried(true);
    const incomplete = draft.complain();
    if (incomplete || reasonMissing || missing !== undefined) return;
    give.mutate({ command: name, input: draft.input, reason }, { onSuccess: close });
  };
  return (
    <Window open close={close} title={say(command.title)} description={say(command.help)}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        {command.clauses === undefined ? null : (
          <p className="flex flex-wrap gap-x-3">
            {clausesThatHold(command.clauses).map((clause) => (
              <ClauseLink key={clause} clause={clause} />
            ))}
          </p>
        )}
        {own ? (
          <InputEditor reading={reading} name={name} input={draft.input} change={draft.change} tried={tried} />
        ) : asks === undefined ? null : (
          <PickingFor value={reading.id}>
            <AskedFields asks={asks} draft={draft} />
          </PickingFor>
        )}
        {tried && missing !== undefined ? <p className="field-error">{say(missing)}</p> : null}
        {command.reason === undefined ? null : (
          <ReasonField
            kind={reading.kind}
            required={command.reason === 'required'}
            value={reason}
            change={setReason}
            missing={tried && reasonMissing}
          />
        )}
        {give.isError ? <Failure error={give.error} /> : null}
        <div>
          <button type="submit" className="button" disabled={give.isPending}>
            {say(give.isPending ? reviewTexts.giving : command.title)}
          </button>
        </div>
      </form>
    </Window>
  );
};
