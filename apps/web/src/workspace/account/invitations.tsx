import { useId, useState } from 'react';
import { invite, useAccountAction, useInvitations, withdrawInvitation } from '../client/account.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { CopyButton } from '../parts/clipboard.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { RoleChoices, roleName } from './role-choices.tsx';

const Invite = ({ organisation }: { readonly organisation: string }) => {
  const { say } = useLanguage();
  const id = useId();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly string[]>([]);
  const send = useAccountAction(() => invite(organisation, { email: email.trim(), roles }));
  return (
    <form
      className="card mt-4 grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(undefined, { onSuccess: () => setEmail('') });
      }}
    >
      <h3 className="text-base!">{say(accountTexts.invite)}</h3>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {say(accountTexts.email)}
        </label>
        <input
          id={id}
          type="email"
          required
          className="input max-w-md"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </div>
      <RoleChoices roles={roles} change={setRoles} />
      {send.isError ? <Failure error={send.error} /> : null}
      {send.data === undefined ? null : (
        <div className="notice tone-good" role="status">
          <p>
            {say(accountTexts.invitationLink)} {send.data.mailed ? say(accountTexts.invitationMailed) : null}
          </p>
          <p className="digits small my-2">{send.data.link}</p>
          <CopyButton content={send.data.link} />
        </div>
      )}
      <div>
        <button type="submit" className="button" disabled={roles.length === 0 || send.isPending}>
          {say(accountTexts.sendInvitation)}
        </button>
      </div>
    </form>
  );
};

export const Invitations = ({ organisation }: { readonly organisation: string }) => {
  const { say, language } = useLanguage();
  const invitations = useInvitations(organisation);
  const withdraw = useAccountAction((id: string) => withdrawInvitation(organisation, id));
  return (
    <>
      {invitations.isPending ? <Loading /> : null}
      {invitations.isError ? <Failure error={invitations.error} retry={() => void invitations.refetch()} /> : null}
      {withdraw.isError ? <Failure error={withdraw.error} /> : null}
      {invitations.data?.invitations.length === 0 ? <p className="quiet">{say(accountTexts.noInvitations)}</p> : null}
      <ul className="grid gap-2">
        {(invitations.data?.invitations ?? []).map(({ id, email, roles, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4">
            <strong>{email}</strong>
            <span>{roles.map((role) => say(roleName(role))).join(language === 'zh' ? '、' : ', ')}</span>
            <span className="quiet small">{say(accountTexts.expires(formatInstant(expiresAt, language)))}</span>
            <button
              type="button"
              className="button button-quiet min-h-9! px-3! py-0!"
              aria-label={`${say(accountTexts.withdraw)} ${email}`}
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate(id)}
            >
              {say(accountTexts.withdraw)}
            </button>
          </li>
        ))}
      </ul>
      <Invite organisation={organisation} />
    </>
  );
};
