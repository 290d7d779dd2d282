import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { PickingFor } from '../client/choices.ts';
import { useMatter } from '../client/queries.ts';
import { BriefingPage, briefedAs } from '../office/briefing-page.tsx';
import { ReviewPage } from '../office/review-page.tsx';
import { FilesOfMatter } from '../parts/file-link.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { ProviderMatter } from '../provider/provider-matter.tsx';

const route = getRouteApi('/matters/$kind/$id');

/** The same matter from its two sides. */
export const MatterPage = () => {
  const { kind, id } = route.useParams();
  const matter = useMatter(kind, id);
  const files = useMemo(() => ({ kind, id }), [kind, id]);
  if (matter.isPending) return <Loading />;
  if (matter.isError) return <Failure error={matter.error} retry={() => void matter.refetch()} />;
  // Whoever owns it sees the same page, a company or an industry body.
  if (matter.data.audience === 'provider' || matter.data.audience === 'industry-body')
    return (
      <PickingFor value={id}>
        <ProviderMatter key={id} reading={matter.data} />
      </PickingFor>
    );
  const standing = briefedAs(matter.data);
  if (standing !== undefined) return <BriefingPage key={id} reading={matter.data} standing={standing} />;
  return (
    <PickingFor value={id}>
      <FilesOfMatter value={files}>
        <ReviewPage key={id} masked={matter.data} />
      </FilesOfMatter>
    </PickingFor>
  );
};
