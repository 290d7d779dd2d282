import type { MatterListItemAnswer } from '@suanjian/contracts';
import { useState } from 'react';
import { giveCommand, newKey } from '../client/matters.ts';
import { hasRole, useMe } from '../client/me.ts';
import { useRefresh } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { MatterTable } from '../matters/matter-table.tsx';
import { queueTexts } from '../texts/queue.ts';
import { AssignForm, type Recipients } from './assign-form.tsx';
import { AssignOutcome } from './assign-outcome.tsx';
import { assignAll, isAssignable, sharedOut, wantsReason, type BulkOutcome } from './bulk-assign.ts';
import { useChoosing, type Chosen } from './choosing.ts';
import { useStaff } from './use-staff.ts';

const columns = ['due', 'title', 'kind', 'owner', 'state', 'assignee'] as const;

const canBeGiven = ({ kind, status }: MatterListItemAnswer): boolean => isAssignable(definitionOf(kind), status);

const rowOf = ({ kind, id }: Pick<MatterListItemAnswer, 'kind' | 'id'>): string => `${kind}/${id}`;

/** The queue; those who may assign choose rows and give one command over all of them. */
export const QueueTable = ({ items }: { readonly items: readonly MatterListItemAnswer[] }) => {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const { staff, nameOf } = useStaff();
  const assigns = hasRole(useMe(), 'reviewer', 'supervisor');
  const [chosen, setChosen] = useState<Chosen>({});
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const choosing = useChoosing(setChosen);
  const picked = items.filter((item) => chosen[rowOf(item)] === true && canBeGiven(item));
  const assign = async (recipients: Recipients, reason: string) => {
    setBusy(true);
    setOutcome(undefined);
    const assignments =
      'among' in recipients
        ? sharedOut(picked, recipients.among)
        : picked.map((matter) => ({ matter, to: recipients.to }));
    const result = await assignAll(assignments, async ({ matter: { kind, id, position, assignee = null }, to }) =>
      assignee === to ? undefined : giveCommand(kind, id, 'assign', { input: { to }, reason, position, key: newKey() }),
    );
    // Read anew first: what changed meanwhile stays chosen as it is now.
    await refresh();
    setOutcome(result);
    setChosen(
      Object.fromEntries(
        [...result.changed, ...result.failed.map(({ matter }) => matter)].map((matter) => [rowOf(matter), true]),
      ),
    );
    setBusy(false);
  };
  return (
    <>
      {picked.length === 0 ? null : (
        <AssignForm
          count={picked.length}
          staff={staff}
          asksReason={wantsReason(picked.map(({ kind }) => definitionOf(kind)))}
          busy={busy}
          assign={(recipients, reason) => void assign(recipients, reason)}
        />
      )}
      {outcome === undefined ? null : <AssignOutcome outcome={outcome} />}
      {assigns ? (
        <div {...choosing}>
          <MatterTable
            items={items}
            columns={columns}
            caption={say(queueTexts.title)}
            nameOf={nameOf}
            selection={{ chosen: { ...chosen }, choose: setChosen, can: canBeGiven }}
          />
          <p className="small quiet mt-2">{say(queueTexts.choosing)}</p>
        </div>
      ) : (
        <MatterTable items={items} columns={columns} caption={say(queueTexts.title)} nameOf={nameOf} />
      )}
    </>
  );
};
