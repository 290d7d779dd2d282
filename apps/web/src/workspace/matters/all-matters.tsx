import { getRouteApi, Link } from '@tanstack/react-router';
import { mayOpen, useMe, type Me } from '../client/me.ts';
import { useMatters } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { homeTexts } from '../texts/home.ts';
import { mattersTexts } from '../texts/matters.ts';
import { kinds } from './definitions.ts';
import { FilterBar, FilterSelect } from './filter-bar.tsx';
import { isFiltered, withFilter } from './filters.ts';
import { MatterTable } from './matter-table.tsx';
import { Pages } from './pages.tsx';
import { stateChoices } from './state-choices.ts';

const route = getRouteApi('/matters');
const columns = ['title', 'kind', 'state', 'due', 'changed'] as const;
const size = 50;

/** Have pages of their own, where more is told about them. */
const elsewhere: ReadonlySet<string> = new Set(['filing', 'provider-registration']);

const openable = (me: Me) =>
  kinds().filter(({ kind, opening }) => opening.on === undefined && !elsewhere.has(kind) && mayOpen(me, opening));

/** Every matter one may see, of any kind, and a way to begin one that stands alone. */
export const AllMatters = () => {
  const { say } = useLanguage();
  const me = useMe();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const found = useMatters({ open: true, ...filters, sort: filters.sort ?? 'newest', size });
  const set = (change: typeof filters) => void navigate({ search: withFilter(filters, change) });
  const begin = openable(me);
  return (
    <Page title={say(mattersTexts.title)} lead={say(mattersTexts.lead)}>
      {begin.length === 0 ? null : (
        <Section title={say(mattersTexts.begin)} id="begin">
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {begin.map(({ kind, title, purpose }) => (
              <li key={kind} className="card min-w-0 p-4!">
                <Link to="/new/$kind" params={{ kind }} className="font-semibold">
                  {say(title)}
                </Link>
                <p className="quiet small mt-1">{say(purpose)}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say(mattersTexts.underWay)} id="under-way">
        <FilterBar filters={filters} set={set} clear={() => void navigate({ search: {} })}>
          <FilterSelect
            label={homeTexts.filters.kind}
            value={filters.kind}
            choices={kinds().map(({ kind, title }) => ({ value: kind, label: say(title) }))}
            set={(kind) => set({ kind, status: undefined })}
          />
          <FilterSelect
            label={homeTexts.filters.state}
            value={filters.status}
            choices={stateChoices(filters.kind, say, false)}
            set={(status) => set({ status })}
          />
        </FilterBar>
        {found.isPending ? <Loading /> : null}
        {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
        {found.data === undefined ? null : found.data.total === 0 ? (
          <Empty title={isFiltered(filters) ? homeTexts.noMatch : mattersTexts.none}>
            <p>{say(isFiltered(filters) ? homeTexts.noMatchBody : mattersTexts.noneBody)}</p>
          </Empty>
        ) : (
          <>
            <MatterTable items={found.data.items} columns={columns} caption={say(mattersTexts.underWay)} />
            <Pages
              page={found.data.page}
              size={found.data.size}
              total={found.data.total}
              turn={(page) => set({ page })}
            />
          </>
        )}
      </Section>
    </Page>
  );
};
