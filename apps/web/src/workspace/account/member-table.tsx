import type { MemberAnswer } from '@suanjian/contracts';
import { useState } from 'react';
import { removeMember, setRoles, useAccountAction } from '../client/account.ts';
import { hasRole, useMe } from '../client/me.ts';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Window } from '../parts/dialog.tsx';
import { Failure } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { common } from '../texts/common.ts';
import { RoleChoices, roleName } from './role-choices.tsx';

interface EditProps {
  readonly organisation: string;
  readonly member: MemberAnswer;
  readonly close: () => void;
}

const EditMember = ({ organisation, member, close }: EditProps) => {
  const { say } = useLanguage();
  const [roles, choose] = useState(member.roles);
  const change = useAccountAction((next: readonly string[]) => setRoles(organisation, member.account, next));
  const remove = useAccountAction((account: string) => removeMember(organisation, account));
  return (
    <Window open close={close} title={member.name} description={member.email}>
      <RoleChoices roles={roles} change={choose} />
      {roles.length === 0 ? <p className="field-error">{say(accountTexts.rolesMissing)}</p> : null}
      {change.isError || remove.isError ? <Failure error={change.error ?? remove.error} /> : null}
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className="button"
          disabled={roles.length === 0 || change.isPending}
          onClick={() => change.mutate(roles, { onSuccess: close })}
        >
          {say(common.save)}
        </button>
        <button
          type="button"
          className="button button-danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(member.account, { onSuccess: close })}
        >
          {say(accountTexts.removeMember(member.name))}
        </button>
      </div>
      <p className="quiet small">{say(accountTexts.removeSure(member.name))}</p>
    </Window>
  );
};

export const MemberTable = ({
  organisation,
  members,
}: {
  readonly organisation: string;
  readonly members: readonly MemberAnswer[];
}) => {
  const { say, language } = useLanguage();
  const me = useMe();
  const administrator = hasRole(me, 'administrator');
  const [editing, setEditing] = useState<MemberAnswer>();
  const heads = [
    accountTexts.name,
    accountTexts.email,
    accountTexts.roles,
    accountTexts.since,
    accountTexts.secondFactor,
    ...(administrator ? [common.actions] : []),
  ];
  return (
    <>
      <DataTable
        caption={say(accountTexts.members)}
        heads={heads.map(say)}
        rows={members.map((member) => ({
          key: member.account,
          cells: [
            <strong key="name">{member.name}</strong>,
            member.email,
            member.roles.map((role) => say(roleName(role))).join(language === 'zh' ? '、' : ', '),
            formatDate(member.since.slice(0, 10), language),
            say(member.secondFactor ? accountTexts.on : accountTexts.off),
            ...(administrator
              ? [
                  <button
                    key="change"
                    type="button"
                    className="button button-quiet min-h-9! px-3! py-0!"
                    aria-label={`${say(accountTexts.changeRoles)} ${member.name}`}
                    onClick={() => setEditing(member)}
                  >
                    {say(accountTexts.changeRoles)}
                  </button>,
                ]
              : []),
          ],
        }))}
      />
      {editing === undefined ? null : (
        <EditMember
          key={editing.account}
          organisation={organisation}
          member={editing}
          close={() => setEditing(undefined)}
        />
      )}
    </>
  );
};
