import { useOfficials } from '../../client/account.ts';
import { formTexts } from '../../texts/forms.ts';
import type { ControlProps } from '../control.ts';
import { PersonSelect } from './person-select.tsx';

/** An official of any office, chosen by name and office. */
export const OfficialControl = (props: ControlProps<'text'>) => {
  const { data } = useOfficials();
  const people = (data?.officials ?? []).map(({ account, name, office }) => ({ account, name: `${name} · ${office}` }));
  return <PersonSelect {...props} people={people} gone={formTexts.noOfficial} />;
};
