import type { WarningEntryAnswer } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';

const tones = { new: 'tone-warn', 'looked-into': '', 'acted-on': 'tone-good', dismissed: '' } as const;

export const WarningBadge = ({ status, sharedAt }: Pick<WarningEntryAnswer, 'status' | 'sharedAt'>) => {
  const { say } = useLanguage();
  return (
    <span className="flex flex-wrap gap-1">
      <span className={`badge ${tones[status]}`}>{say(monitoringTexts.status[status])}</span>
      {sharedAt === undefined ? null : <span className="badge">{say(monitoringTexts.shared)}</span>}
    </span>
  );
};
