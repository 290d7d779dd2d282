import { organisationKinds, rolesOf, type Role } from '@suanjian/matters';
import { useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { accountTexts } from '../texts/account.ts';

interface Props {
  readonly roles: readonly string[];
  readonly change: (roles: readonly string[]) => void;
}

export const roleName = (role: string) => accountTexts.roleNames[role as Role] ?? { zh: role, en: role };

export const RoleChoices = ({ roles, change }: Props) => {
  const { say } = useLanguage();
  const me = useMe();
  const kind = organisationKinds.find((each) => each === me.active?.kind);
  const possible = kind === undefined ? [] : rolesOf[kind];
  return (
    <fieldset className="field">
      <legend className="field-label">{say(accountTexts.roles)}</legend>
      <div className="flex flex-wrap gap-x-6">
        {possible.map((role) => (
          <label key={role} className="choice">
            <input
              type="checkbox"
              checked={roles.includes(role)}
              onChange={({ target }) =>
                change(possible.filter((each) => (each === role ? target.checked : roles.includes(each))))
              }
            />
            {say(roleName(role))}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
