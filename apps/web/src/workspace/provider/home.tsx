import type { MatterListItemAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { addDays, type Text } from '@suanjian/rulebook';
import { useUnread } from '../client/connections.ts';
import { useMatters } from '../client/queries.ts';
import { useLanguage, usePublicAddress } from '../language/language.tsx';
import { useToday } from '../language/today.ts';
import { MatterTable } from '../matters/matter-table.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';
import { homeTexts } from '../texts/home.ts';
import { byNearness, type Nearness } from './nearness.ts';
import { RegisterFirst } from './register-first.tsx';

const columns = ['title', 'kind', 'state', 'due'] as const;

const titles: Readonly<Record<Nearness, Text>> = {
  returned: homeTexts.returned,
  late: homeTexts.late,
  today: homeTexts.today,
  soon: homeTexts.soon,
  later: homeTexts.later,
  offices: homeTexts.offices,
};

const Group = ({
  nearness,
  items,
}: {
  readonly nearness: Nearness;
  readonly items: readonly MatterListItemAnswer[];
}) => {
  const { say } = useLanguage();
  return items.length === 0 ? null : (
    <Section title={`${say(titles[nearness])} (${items.length})`} id={nearness}>
      <MatterTable items={items} columns={columns} caption={say(titles[nearness])} />
    </Section>
  );
};

/** Deadlines first: what is late, what is due, what comes soon; then what the office owes. */
export const ProviderHome = () => {
  const { say } = useLanguage();
  const address = usePublicAddress();
  const today = useToday();
  const open = useMatters({ open: true, sort: 'due', size: 200 });
  const unread = useUnread();
  const groups = byNearness(open.data?.items ?? [], today, addDays(today, 7));
  const ours =
    groups.returned.length + groups.late.length + groups.today.length + groups.soon.length + groups.later.length;
  return (
    <Page
      title={say(homeTexts.title)}
      lead={say(homeTexts.lead)}
      actions={
        <Link to="/new-filing" className="button">
          {say(filingTexts.newFiling)}
        </Link>
      }
    >
      <RegisterFirst />
      {unread === 0 ? null : (
        <p className="notice tone-info mb-4">
          <Link to="/notices">{say(homeTexts.unread(unread))}</Link>
        </p>
      )}
      {open.isPending ? <Loading /> : null}
      {open.isError ? <Failure error={open.error} retry={() => void open.refetch()} /> : null}
      {open.isSuccess && ours === 0 ? (
        <Empty title={homeTexts.nothingDue}>
          <p>{say(homeTexts.nothingDueBody)}</p>
          <a href={address('/guide')}>{say(homeTexts.guide)}</a>
        </Empty>
      ) : null}
      {(['returned', 'late', 'today', 'soon', 'later', 'offices'] as const).map((nearness) => (
        <Group key={nearness} nearness={nearness} items={groups[nearness]} />
      ))}
    </Page>
  );
};
