import { useStaffOf } from '../../client/account.ts';
import { useMe } from '../../client/me.ts';
import { formTexts } from '../../texts/forms.ts';
import type { ControlProps } from '../control.ts';
import { PersonSelect } from './person-select.tsx';

/** Somebody of one's own organisation, chosen by name. */
export const ColleagueControl = (props: ControlProps<'text'>) => {
  const { data } = useStaffOf(useMe().active?.organisation);
  return <PersonSelect {...props} people={data?.staff ?? []} gone={formTexts.noColleague} />;
};
