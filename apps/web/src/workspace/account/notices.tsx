import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useNotices, useReadAllNotices, useReadNotice } from '../client/connections.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Pages } from '../matters/pages.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { common } from '../texts/common.ts';
import { accountTexts } from '../texts/account.ts';

export const Notices = () => {
  const { say, language } = useLanguage();
  const [page, setPage] = useState(1);
  const [unreadOnly, setUnreadOnly] = useState(false);
  const notices = useNotices(page, unreadOnly);
  const read = useReadNotice();
  const readAll = useReadAllNotices();
  return (
    <Page
      title={say(accountTexts.notices)}
      lead={say(accountTexts.noticesLead)}
      actions={
        (notices.data?.unread ?? 0) === 0 ? null : (
          <button
            type="button"
            className="button button-quiet"
            disabled={readAll.isPending}
            onClick={() => readAll.mutate(undefined)}
          >
            {say(accountTexts.markAllRead)}
          </button>
        )
      }
    >
      <label className="choice mb-3">
        <input type="checkbox" checked={unreadOnly} onChange={({ target }) => setUnreadOnly(target.checked)} />
        {say(accountTexts.unreadOnly)}
      </label>
      {notices.isPending ? <Loading /> : null}
      {notices.isError ? <Failure error={notices.error} retry={() => void notices.refetch()} /> : null}
      {read.isError || readAll.isError ? <Failure error={read.error ?? readAll.error} /> : null}
      {notices.data?.items.length === 0 ? <Empty title={accountTexts.noNotices} /> : null}
      <ul className="grid gap-2">
        {(notices.data?.items ?? []).map(({ id, subject, body, at, read: seen, matter, undelivered }) => (
          <li key={id} className={`card p-4! ${seen ? '' : 'border-l-4! border-l-accent!'}`}>
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong>{say(subject)}</strong>
              {seen ? null : <span className="badge tone-info">{say(accountTexts.unread)}</span>}
              <span className="small quiet">{formatInstant(at, language)}</span>
            </p>
            <p>{say(body)}</p>
            {undelivered.map(({ channel, abandonedAt, text }) => (
              <p key={`${channel} ${abandonedAt}`} className="small text-warn">
                {say(accountTexts.undelivered)} ({channel}){say(common.colon)}
                {say(text)}
              </p>
            ))}
            <p className="mt-1 flex flex-wrap gap-4">
              <Link
                to="/matters/$kind/$id"
                params={{ kind: matter.kind, id: matter.id }}
                onClick={() => (seen ? undefined : read.mutate(id))}
              >
                {say(accountTexts.toMatter)}
              </Link>
              {seen ? null : (
                <button type="button" className="cursor-pointer text-accent underline" onClick={() => read.mutate(id)}>
                  {say(accountTexts.markRead)}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {notices.data === undefined || notices.data.total === 0 ? null : (
        <Pages page={notices.data.page} size={notices.data.size} total={notices.data.total} turn={setPage} />
      )}
    </Page>
  );
};
