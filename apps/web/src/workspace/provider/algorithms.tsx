import { getRouteApi, Link } from '@tanstack/react-router';
import { useMatters } from '../client/queries.ts';
import { useLanguage, usePublicAddress } from '../language/language.tsx';
import { FilterBar, FilterSelect } from '../matters/filter-bar.tsx';
import { isFiltered, withFilter } from '../matters/filters.ts';
import { MatterTable } from '../matters/matter-table.tsx';
import { Pages } from '../matters/pages.tsx';
import { stateChoices } from '../matters/state-choices.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';
import { homeTexts } from '../texts/home.ts';

const route = getRouteApi('/algorithms');
const columns = ['title', 'state', 'due', 'changed'] as const;
const size = 50;

export const Algorithms = () => {
  const { say } = useLanguage();
  const address = usePublicAddress();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const found = useMatters({ ...filters, kind: 'filing', sort: filters.sort ?? 'newest', size });
  const set = (change: typeof filters) => void navigate({ search: withFilter(filters, change) });
  return (
    <Page
      title={say(homeTexts.algorithms)}
      lead={say(homeTexts.algorithmsLead)}
      actions={
        <Link to="/new-filing" className="button">
          {say(filingTexts.newFiling)}
        </Link>
      }
    >
      <FilterBar filters={filters} set={set} clear={() => void navigate({ search: {} })}>
        <FilterSelect
          label={homeTexts.filters.state}
          value={filters.status}
          choices={stateChoices('filing', say, false)}
          set={(status) => set({ status })}
        />
      </FilterBar>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : found.data.total === 0 ? (
        isFiltered(filters) ? (
          <Empty title={homeTexts.noMatch}>
            <p>{say(homeTexts.noMatchBody)}</p>
          </Empty>
        ) : (
          <Empty title={homeTexts.noAlgorithms}>
            <p>
              {say(homeTexts.noAlgorithmsBody)} <a href={address('/guide')}>{say(homeTexts.guide)}</a>
            </p>
          </Empty>
        )
      ) : (
        <>
          <MatterTable items={found.data.items} columns={columns} caption={say(homeTexts.algorithms)} />
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
