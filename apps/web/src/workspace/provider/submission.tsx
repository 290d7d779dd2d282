import type { MatterReadingAnswer, RefusalAnswer } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import { useState } from 'react';
import { failureFrom, type RequestFailure } from '../client/failure.ts';
import { giveCommand, newKey } from '../client/matters.ts';
import { useRefresh } from '../client/queries.ts';
import type { Draft } from '../drafts/use-draft.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Failure } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly draft: Draft;
  readonly warnings: number;
  /** Faults the server found that the page could not know. */
  readonly refused: (faults: readonly RefusalAnswer[]) => void;
  /** The person has tried: from now on everything missing is shown. */
  readonly attempted: () => void;
  readonly hindered: boolean;
  readonly done: () => void;
  /** What is sent with the declaration made, where it is not just that. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** In place of the usual declaration. */
  readonly declaration?: Text;
}

const declarationMade = { declaration: true } as const;

/** The declaration and the submission. Everything is saved first; what the server refuses goes to its fields. */
export const Submission = ({
  reading,
  draft,
  warnings,
  refused,
  attempted,
  hindered,
  done,
  input = declarationMade,
  declaration = filingTexts.declaration,
}: Props) => {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [declared, setDeclared] = useState(false);
  const [undeclared, setUndeclared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const command = definitionOf(reading.kind)?.commands['submit'];
  if (command === undefined) return null;
  if (!reading.actions.includes('submit')) return <p className="notice">{say(filingTexts.submitOthers)}</p>;

  const submit = async () => {
    attempted();
    setFailure(undefined);
    setUndeclared(!declared);
    if (!declared || hindered) return;
    setBusy(true);
    try {
      const saved = await draft.flush();
      setUnsaved(!saved);
      if (!saved) return;
      await giveCommand(reading.kind, reading.id, 'submit', {
        input,
        position: draft.position(),
        key: newKey(),
      });
      await refresh();
      done();
    } catch (error) {
      const failed = failureFrom(error);
      setFailure(failed);
      refused(failed.refusals);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="card mt-6"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="mb-2">{say(command.help)}</p>
      {warnings === 0 ? null : <p className="quiet mb-2">{say(filingTexts.warningsRide(warnings))}</p>}
      <label className="choice">
        <input
          type="checkbox"
          checked={declared}
          onChange={({ target }) => setDeclared(target.checked)}
          aria-describedby="undeclared"
        />
        <span>{say(declaration)}</span>
      </label>
      <div id="undeclared" aria-live="polite">
        {undeclared && !declared ? <p className="field-error">{say(filingTexts.declarationMissing)}</p> : null}
        {unsaved ? <p className="field-error">{say(filingTexts.unsavedFirst)}</p> : null}
      </div>
      {failure === undefined ? null : <Failure error={failure} />}
      <button type="submit" className="button mt-3" disabled={busy}>
        {say(busy ? filingTexts.submitting : command.title)}
      </button>
    </form>
  );
};
