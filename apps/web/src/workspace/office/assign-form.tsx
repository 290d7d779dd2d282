import { useId, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { common } from '../texts/common.ts';
import { queueTexts } from '../texts/queue.ts';
import { reviewTexts } from '../texts/review.ts';
import type { Colleague } from './use-staff.ts';

/** To somebody, to nobody, or evenly to several. */
export type Recipients = { readonly to: string | null } | { readonly among: readonly string[] };

interface Props {
  readonly count: number;
  readonly staff: readonly Colleague[];
  readonly asksReason: boolean;
  readonly busy: boolean;
  readonly assign: (recipients: Recipients, reason: string) => void;
}

const evenly = 'evenly';

/** Who gets what was chosen, and why. */
export const AssignForm = ({ count, staff, asksReason, busy, assign }: Props) => {
  const { say } = useLanguage();
  const id = useId();
  const [to, setTo] = useState('');
  const [among, setAmong] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const complete = (to !== evenly || among.size > 1) && (!asksReason || reason.trim() !== '');
  return (
    <form
      className="card sticky top-2 z-10 mb-3 flex flex-wrap items-end gap-3 p-3!"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) assign(to === evenly ? { among: [...among] } : { to: to === '' ? null : to }, reason);
      }}
    >
      <strong className="self-center">{say(queueTexts.chosen(count))}</strong>
      <label className="grid gap-1">
        <span className="small quiet">{say(queueTexts.assignTo)}</span>
        <select className="input min-h-10! py-1!" value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{say(reviewTexts.assignNobody)}</option>
          {staff.map(({ account, name }) => (
            <option key={account} value={account}>
              {name}
            </option>
          ))}
          {staff.length < 2 ? null : <option value={evenly}>{say(queueTexts.evenly)}</option>}
        </select>
      </label>
      {to === evenly ? (
        <fieldset className="flex min-w-0 flex-wrap items-center gap-x-4" aria-describedby={`${id}-among`}>
          <legend className="small quiet">{say(queueTexts.among)}</legend>
          {staff.map(({ account, name }) => (
            <label key={account} className="flex min-h-10 items-center gap-2">
              <input
                type="checkbox"
                className="size-5"
                checked={among.has(account)}
                onChange={({ target }) => {
                  const next = new Set(among);
                  if (target.checked) next.add(account);
                  else next.delete(account);
                  setAmong(next);
                }}
              />
              {name}
            </label>
          ))}
          <span className="small quiet" id={`${id}-among`}>
            {say(queueTexts.amongHelp)}
          </span>
        </fieldset>
      ) : null}
      <label className="grid min-w-0 grow gap-1">
        <span className="small quiet">{say(asksReason ? common.reason : queueTexts.reasonOptional)}</span>
        <input
          className="input min-h-10! py-1!"
          value={reason}
          maxLength={2000}
          required={asksReason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <button type="submit" className="button min-h-10! py-1!" disabled={busy || !complete}>
        {say(busy ? queueTexts.assigning : queueTexts.assign)}
      </button>
    </form>
  );
};
