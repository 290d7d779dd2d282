import { hasRole, useMe } from '../client/me.ts';
import { useCalendarFeed, usePreference, useRenewCalendarFeed, useSetPreference } from '../client/connections.ts';
import { useLanguage } from '../language/language.tsx';
import { CopyButton } from '../parts/clipboard.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { Webhooks } from './webhooks.tsx';

const Feed = () => {
  const { say } = useLanguage();
  const feed = useCalendarFeed();
  const renew = useRenewCalendarFeed();
  return (
    <Section title={say(accountTexts.feed)} id="feed">
      <p className="mb-2">{say(accountTexts.feedHelp)}</p>
      {feed.isPending ? <Loading /> : null}
      {feed.isError ? <Failure error={feed.error} retry={() => void feed.refetch()} /> : null}
      {renew.isError ? <Failure error={renew.error} /> : null}
      {feed.data === undefined ? null : (
        <>
          <p className="digits card p-3! small">{feed.data.address}</p>
          <p className="mt-2 flex flex-wrap gap-3">
            <CopyButton content={feed.data.address} />
            <button
              type="button"
              className="button button-quiet"
              disabled={renew.isPending}
              onClick={() => renew.mutate(undefined)}
            >
              {say(accountTexts.feedRenew)}
            </button>
          </p>
        </>
      )}
    </Section>
  );
};

const Mail = () => {
  const { say } = useLanguage();
  const preference = usePreference();
  const set = useSetPreference();
  const { data } = preference;
  return (
    <Section title={say(accountTexts.mail)} id="mail">
      {preference.isPending ? <Loading /> : null}
      {preference.isError ? <Failure error={preference.error} retry={() => void preference.refetch()} /> : null}
      {set.isError ? <Failure error={set.error} /> : null}
      {data === undefined ? null : (
        <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
          <label className="choice">
            <input
              type="checkbox"
              checked={data.mail}
              onChange={({ target }) => set.mutate({ ...data, mail: target.checked })}
            />
            {say(accountTexts.mailWanted)}
          </label>
          <label className="flex items-center gap-2">
            {say(accountTexts.mailLanguage)}
            <select
              className="input w-auto!"
              value={data.language}
              onChange={({ target }) => set.mutate({ ...data, language: target.value === 'en' ? 'en' : 'zh' })}
            >
              <option value="zh" lang="zh-CN">
                中文
              </option>
              <option value="en" lang="en">
                English
              </option>
            </select>
          </label>
        </div>
      )}
    </Section>
  );
};

export const Connections = () => {
  const { say } = useLanguage();
  const me = useMe();
  return (
    <Page title={say(accountTexts.connections)} lead={say(accountTexts.connectionsLead)}>
      <Feed />
      <Mail />
      {hasRole(me, 'administrator') ? <Webhooks /> : null}
    </Page>
  );
};
