import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { versionTexts } from '../texts/monitoring-version.ts';
import type { VersionDifference as Different } from './version-form.ts';

interface Props {
  readonly from: number;
  readonly differences: readonly Different[];
}

/** What a version says otherwise than the one before it. */
export const VersionDifference = ({ from, differences }: Props) => {
  const { say } = useLanguage();
  const title = say(versionTexts.different(from));
  return differences.length === 0 ? (
    <p className="quiet">{say(versionTexts.same)}</p>
  ) : (
    <DataTable
      caption={title}
      heads={[versionTexts.what, versionTexts.before, versionTexts.after].map(say)}
      rows={differences.map(({ label, before, after }) => ({
        key: label.en,
        cells: [
          say(label),
          <del key="before">{say(before)}</del>,
          <ins key="after" className="no-underline">
            {say(after)}
          </ins>,
        ],
      }))}
    />
  );
};
