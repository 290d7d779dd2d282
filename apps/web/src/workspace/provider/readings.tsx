import { getRouteApi, Link } from '@tanstack/react-router';
import { useMatter, useReadings } from '../client/queries.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { common } from '../texts/common.ts';
import { filingTexts } from '../texts/filing.ts';
import { matterTexts } from '../texts/matter.ts';

const route = getRouteApi('/matters/$kind/$id/readings');

export const Readings = () => {
  const { say, language } = useLanguage();
  const { kind, id } = route.useParams();
  const matter = useMatter(kind, id);
  const readings = useReadings(kind, id);
  const forms = definitionOf(kind)?.forms ?? {};
  const labelOf = (pointer: string): string => {
    const [, property = '', name = ''] = pointer.split('/');
    const field = forms[property]?.fields[name];
    return field === undefined ? pointer : say(field.label);
  };
  const back = (
    <Link to="/matters/$kind/$id" params={{ kind, id }} className="button button-quiet">
      {say(common.back)}
    </Link>
  );
  return (
    <Page
      title={`${say(matterTexts.readings)}${matter.data === undefined ? '' : ` · ${matter.data.title}`}`}
      lead={say(filingTexts.readingsLead)}
      actions={back}
    >
      {readings.isPending ? <Loading /> : null}
      {readings.isError ? <Failure error={readings.error} retry={() => void readings.refetch()} /> : null}
      {readings.data?.readings.length === 0 ? <Empty title={filingTexts.readingsEmpty} /> : null}
      {readings.data === undefined || readings.data.readings.length === 0 ? null : (
        <div className="table-frame" tabIndex={0} role="group" aria-label={say(matterTexts.readings)}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say(filingTexts.readingsWhen)}</th>
                <th scope="col">{say(filingTexts.readingsWho)}</th>
                <th scope="col">{say(filingTexts.readingsField)}</th>
              </tr>
            </thead>
            <tbody>
              {readings.data.readings.map(({ at, organisation, pointer, account, toldAfter }, index) => (
                // Several fields are read in one moment; nothing else tells two rows apart.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={`${at} ${pointer} ${index}`}>
                  <td className="whitespace-nowrap">
                    {formatInstant(at, language)}
                    {toldAfter === undefined ? null : (
                      <small className="block">
                        {say(filingTexts.readingsToldAfter)}
                        {toldAfter}
                      </small>
                    )}
                  </td>
                  <td>{organisation ?? account ?? '—'}</td>
                  <td>{labelOf(pointer)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
};
