import { useLanguage } from '../language/language.tsx';
import { formatDate } from '../language/format.ts';
import { matterTexts } from '../texts/matter.ts';
import type { Returned } from './returned.ts';

export const ReturnedNotice = ({ returned }: { readonly returned: Returned }) => {
  const { say, language } = useLanguage();
  return (
    <div className="notice tone-warn mb-4">
      <p className="notice-title">{say(matterTexts.returnedTitle)}</p>
      <p className="quiet small">{formatDate(returned.on, language)}</p>
      <p className="whitespace-pre-line">{returned.reason}</p>
      {returned.fields.length === 0 ? null : <p>{say(matterTexts.returnedFields(returned.fields.length))}</p>}
    </div>
  );
};
