import type { MatterListItemAnswer } from '@suanjian/contracts';
import { useState } from 'react';
import { giveCommand, newKey } from '../client/matters.ts';
import { hasRole, useMe } from '../client/me.ts';
import { useRefresh } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { MatterTable } from '../matters/matter-table.tsx';
import { RefusalList } from '../parts/refusals.tsx';
import { queueTexts } from '../texts/queue.ts';
import { failureText } from '../texts/failure-text.ts';
import { reviewTexts } from '../texts/review.ts';
import { assignAll, type BulkOutcome } from './bulk-assign.ts';
import { useStaff } from './use-staff.ts';

const columns = ['due', 'title', 'kind', 'owner', 'state', 'assignee'] as const;

const Outcome = ({ outcome }: { readonly outcome: BulkOutcome }) => {
  const { say } = useLanguage();
  return (
    <div className={`notice my-3 ${outcome.failed.length > 0 ? 'tone-warn' : 'tone-good'}`} role="status">
      {outcome.done.length === 0 ? null : <p>{say(queueTexts.assigned(outcome.done.length))}</p>}
      {outcome.failed.length === 0 ? null : (
        <>
          <p>{say(queueTexts.notAssigned(outcome.failed.length))}</p>
          <ul className="list-disc pl-5">
            {outcome.failed.map(({ matter, failure }) => (
              <li key={`${matter.kind}/${matter.id}`}>
                <strong>{matter.title}</strong> {failure.refusals.length === 0 ? say(failureText(failure)) : null}
                <RefusalList refusals={failure.refusals} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

/** The queue; those who may assign choose rows and give one command over all of them. */
export const QueueTable = ({ items }: { readonly items: readonly MatterListItemAnswer[] }) => {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const { staff, nameOf } = useStaff();
  const assigns = hasRole(useMe(), 'reviewer', 'supervisor');
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const [to, setTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const picked = items.filter(({ kind, id }) => chosen[`${kind}/${id}`] === true);
  const assign = async () => {
    setBusy(true);
    const result = await assignAll(picked, ({ kind, id }) =>
      giveCommand(kind, id, 'assign', { input: { to: to === '' ? null : to }, key: newKey() }),
    );
    setOutcome(result);
    // What failed stays chosen, to be tried again.
    setChosen(Object.fromEntries(result.failed.map(({ matter }) => [`${matter.kind}/${matter.id}`, true])));
    await refresh();
    setBusy(false);
  };
  return (
    <>
      {picked.length === 0 ? null : (
        <form
          className="card sticky top-2 z-10 mb-3 flex flex-wrap items-end gap-3 p-3!"
          onSubmit={(event) => {
            event.preventDefault();
            void assign();
          }}
        >
          <strong className="self-center">{say(queueTexts.chosen(picked.length))}</strong>
          <label className="grid gap-1">
            <span className="small quiet">{say(queueTexts.assignTo)}</span>
            <select className="input min-h-10! py-1!" value={to} onChange={({ target }) => setTo(target.value)}>
              <option value="">{say(reviewTexts.assignNobody)}</option>
              {staff.map(({ account, name }) => (
                <option key={account} value={account}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button min-h-10! py-1!" disabled={busy}>
            {say(busy ? queueTexts.assigning : queueTexts.assign)}
          </button>
        </form>
      )}
      {outcome === undefined ? null : <Outcome outcome={outcome} />}
      <MatterTable
        items={items}
        columns={columns}
        caption={say(queueTexts.title)}
        nameOf={nameOf}
        {...(assigns ? { selection: { chosen, choose: setChosen } } : {})}
      />
    </>
  );
};
