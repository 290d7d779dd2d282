import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PickingFor } from '../client/choices.ts';
import { useUnsealedMatter } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf, kindTitle } from '../matters/definitions.ts';
import { Page } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { common, failures } from '../texts/common.ts';
import { EditForm } from './edit-form.tsx';

const route = getRouteApi('/matters/$kind/$id/edit');
const everything = ['confidential', 'personal'] as const;

/** A provider's own form with its own sealed values: one recorded reading each time it is opened. */
export const EditPage = () => {
  const { say } = useLanguage();
  const { kind, id } = route.useParams();
  const { step } = route.useSearch();
  const navigate = route.useNavigate();
  const matter = useUnsealedMatter(kind, id, everything);
  const [reads, setReads] = useState(0);
  const form = definitionOf(kind)?.forms['form'];
  if (matter.isPending) return <Loading />;
  if (matter.isError) return <Failure error={matter.error} retry={() => void matter.refetch()} />;
  const reading = matter.data;
  const back = (
    <Link to="/matters/$kind/$id" params={{ kind, id }} className="button button-quiet">
      {say(common.back)}
    </Link>
  );
  return (
    <Page title={reading.title} lead={say(kindTitle(kind))} actions={back}>
      {form === undefined || !reading.actions.includes('save') ? (
        <p className="notice">{say(failures['not-permitted'])}</p>
      ) : (
        <PickingFor value={id}>
          <EditForm
            key={`${id} ${reads}`}
            reading={reading}
            form={form}
            step={step}
            choose={(chosen) => void navigate({ search: { step: chosen } })}
            reload={() => void matter.refetch().then(() => setReads((before) => before + 1))}
            done={() => void navigate({ to: '/matters/$kind/$id', params: { kind, id } })}
          />
        </PickingFor>
      )}
    </Page>
  );
};
