import { endOtherSessions, endSession, useAccountAction, useSessions } from '../client/account.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { common } from '../texts/common.ts';

export const Sessions = () => {
  const { say, language } = useLanguage();
  const sessions = useSessions();
  const end = useAccountAction(endSession);
  const endOthers = useAccountAction(() => endOtherSessions());
  const list = sessions.data?.sessions ?? [];
  return (
    <Section title={say(accountTexts.sessions)} id="sessions">
      {sessions.isPending ? <Loading /> : null}
      {sessions.isError ? <Failure error={sessions.error} retry={() => void sessions.refetch()} /> : null}
      {end.isError || endOthers.isError ? <Failure error={end.error ?? endOthers.error} /> : null}
      {list.length === 0 ? null : (
        <DataTable
          caption={say(accountTexts.sessions)}
          heads={[accountTexts.used, accountTexts.browser, accountTexts.address, common.actions].map(say)}
          rows={list.map(({ id, usedAt, browser, address, current }) => ({
            key: id,
            cells: [
              formatInstant(usedAt, language),
              <span key="browser" className="small">
                {browser ?? '—'}
              </span>,
              address ?? '—',
              current ? (
                <span key="current" className="badge tone-good">
                  {say(accountTexts.thisOne)}
                </span>
              ) : (
                <button
                  key="end"
                  type="button"
                  className="button button-quiet min-h-9! px-3! py-0!"
                  disabled={end.isPending}
                  onClick={() => end.mutate(id)}
                >
                  {say(accountTexts.end)}
                </button>
              ),
            ],
          }))}
        />
      )}
      {list.length < 2 ? null : (
        <button
          type="button"
          className="button button-quiet mt-3"
          disabled={endOthers.isPending}
          onClick={() => endOthers.mutate(undefined)}
        >
          {say(accountTexts.endOthers)}
        </button>
      )}
    </Section>
  );
};
