import { getRouteApi } from '@tanstack/react-router';
import { useMatters } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { FilterBar, FilterSelect } from '../matters/filter-bar.tsx';
import { isFiltered, withFilter } from '../matters/filters.ts';
import { MatterTable } from '../matters/matter-table.tsx';
import { Pages } from '../matters/pages.tsx';
import { stateChoices } from '../matters/state-choices.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { homeTexts } from '../texts/home.ts';
import { queueTexts } from '../texts/queue.ts';
import { useStaff } from './use-staff.ts';

const route = getRouteApi('/corrections');
const columns = ['title', 'state', 'assignee', 'changed'] as const;

/** What the public reports as wrong in published records. */
export const Corrections = () => {
  const { say } = useLanguage();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const { nameOf } = useStaff();
  const found = useMatters({
    ...filters,
    kind: 'correction',
    sort: 'newest',
    size: 50,
    ...(filters.status === undefined ? { open: true } : {}),
  });
  const set = (change: typeof filters) => void navigate({ search: withFilter(filters, change) });
  return (
    <Page title={say(queueTexts.correctionsTitle)} lead={say(queueTexts.correctionsLead)}>
      <FilterBar filters={filters} set={set} clear={() => void navigate({ search: {} })}>
        <FilterSelect
          label={homeTexts.filters.state}
          value={filters.status}
          choices={stateChoices('correction', say, true)}
          set={(status) => set({ status })}
        />
      </FilterBar>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : found.data.total === 0 ? (
        <Empty title={isFiltered(filters) ? homeTexts.noMatch : queueTexts.correctionsEmpty} />
      ) : (
        <>
          <MatterTable
            items={found.data.items}
            columns={columns}
            caption={say(queueTexts.correctionsTitle)}
            nameOf={nameOf}
          />
          <Pages
            page={found.data.page}
            size={found.data.size}
            total={found.data.total}
            turn={(page) => set({ page })}
          />
        </>
      )}
    </Page>
  );
};
