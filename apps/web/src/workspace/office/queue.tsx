import { getRouteApi } from '@tanstack/react-router';
import { useMatters } from '../client/queries.ts';
import { useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { kinds } from '../matters/definitions.ts';
import { FilterBar, FilterSelect } from '../matters/filter-bar.tsx';
import { deskIn, filtersFrom, isFiltered, withFilter } from '../matters/filters.ts';
import { Pages } from '../matters/pages.tsx';
import { stateChoices } from '../matters/state-choices.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { homeTexts } from '../texts/home.ts';
import { queueTexts } from '../texts/queue.ts';
import { QueueTable } from './queue-table.tsx';
import { useStaff } from './use-staff.ts';

const route = getRouteApi('/queue');
const size = 50;

/** What lies on the desk of one's own office, the next deadline first; other desks for the asking. */
export const Queue = () => {
  const { say } = useLanguage();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const { staff } = useStaff();
  const desk = deskIn(filters, me.active?.level);
  const found = useMatters({ open: true, ...filters, desk, sort: filters.sort ?? 'due', size });
  const set = (change: typeof filters) => void navigate({ search: withFilter(filters, change) });
  const people = [
    { value: 'me', label: say(homeTexts.filters.me) },
    { value: 'none', label: say(homeTexts.filters.nobody) },
    ...staff
      .filter(({ account }) => account !== me.account)
      .map(({ account, name }) => ({ value: account, label: name })),
  ];
  const desks = [
    ...(me.active?.level === 'city' ? [{ value: 'city', label: say(homeTexts.filters.deskCity) }] : []),
    { value: 'province', label: say(homeTexts.filters.deskProvince) },
    { value: 'nation', label: say(homeTexts.filters.deskNation) },
    { value: 'provider', label: say(homeTexts.filters.deskProvider) },
  ];
  return (
    <Page title={say(queueTexts.title)} lead={say(queueTexts.lead)}>
      <FilterBar filters={filters} set={set} clear={() => void navigate({ search: {} })}>
        <FilterSelect
          label={homeTexts.filters.desk}
          value={desk}
          choices={desks}
          set={(wanted) => set(filtersFrom({ desk: wanted ?? 'all' }))}
        />
        <FilterSelect
          label={homeTexts.filters.kind}
          value={filters.kind}
          choices={kinds().map(({ kind, title }) => ({ value: kind, label: say(title) }))}
          set={(kind) => set({ kind, status: undefined })}
        />
        <FilterSelect
          label={homeTexts.filters.state}
          value={filters.status}
          choices={stateChoices(filters.kind, say, true)}
          set={(status) => set({ status })}
        />
        <FilterSelect
          label={homeTexts.filters.assignee}
          value={filters.assignee}
          choices={people}
          set={(assignee) => set({ assignee })}
        />
        <label className="grid gap-1">
          <span className="small quiet">{say(homeTexts.filters.due)}</span>
          <input
            type="date"
            className="input min-h-10! py-1!"
            value={filters.due ?? ''}
            onChange={({ target }) => set({ due: target.value === '' ? undefined : target.value })}
          />
        </label>
      </FilterBar>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : found.data.total === 0 ? (
        <Empty title={isFiltered(filters) ? homeTexts.noMatch : queueTexts.empty}>
          <p>{say(isFiltered(filters) ? homeTexts.noMatchBody : queueTexts.emptyBody)}</p>
        </Empty>
      ) : (
        <>
          <QueueTable items={found.data.items} />
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
