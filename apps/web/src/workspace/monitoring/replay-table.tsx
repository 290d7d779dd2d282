import type { ReplayAnswer } from '@suanjian/contracts';
import { formatDate, formatNumber } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { versionTexts } from '../texts/monitoring-version.ts';

interface Props {
  readonly replay: ReplayAnswer;
  /** Of the version that counts, where one does. */
  readonly counting?: { readonly version: number; readonly replay: ReplayAnswer } | undefined;
}

const rows = ['warnings', 'daysWithWarnings', 'allowedDays', 'judged', 'series'] as const;

/** What a version would have done over the past, beside the version that counts. */
export const ReplayTable = ({ replay, counting }: Props) => {
  const { say, language } = useLanguage();
  const period = say(versionTexts.period(formatDate(replay.from, language), formatDate(replay.to, language)));
  return (
    <DataTable
      caption={say(versionTexts.tried)}
      heads={[
        period,
        say(versionTexts.thisVersion),
        ...(counting === undefined ? [] : [say(versionTexts.countingVersion(counting.version))]),
      ]}
      rows={rows.map((row) => ({
        key: row,
        cells: [
          say(versionTexts[row]),
          formatNumber(replay[row], language),
          ...(counting === undefined ? [] : [formatNumber(counting.replay[row], language)]),
        ],
      }))}
    />
  );
};
