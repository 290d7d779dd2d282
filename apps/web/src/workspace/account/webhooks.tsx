import type { WebhookAnswer } from '@suanjian/contracts';
import { useId, useState } from 'react';
import { useNewWebhook, useRemoveWebhook, useTestWebhook, useWebhooks } from '../client/connections.ts';
import { useLanguage } from '../language/language.tsx';
import { CopyButton } from '../parts/clipboard.tsx';
import { Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { common } from '../texts/common.ts';

const Webhook = ({ webhook }: { readonly webhook: WebhookAnswer }) => {
  const { say } = useLanguage();
  const test = useTestWebhook();
  const remove = useRemoveWebhook();
  return (
    <li className="card p-4!">
      <p className="digits">{webhook.address}</p>
      {webhook.waiting === 0 ? null : <p className="quiet small">{say(accountTexts.waiting(webhook.waiting))}</p>}
      {webhook.abandoned.map(({ notice, text }) => (
        <p key={notice} className="small text-warn">
          {say(accountTexts.undelivered)} #{notice}
          {say(common.colon)}
          {say(text)}
        </p>
      ))}
      {test.data === undefined ? null : (
        <p role="status" className={test.data.delivered ? 'text-good' : 'text-bad'}>
          {say(test.data.delivered ? accountTexts.testPassed : accountTexts.testFailed)} {test.data.status}{' '}
          {test.data.text === undefined ? null : say(test.data.text)}
        </p>
      )}
      {test.isError || remove.isError ? <Failure error={test.error ?? remove.error} /> : null}
      <p className="mt-2 flex flex-wrap gap-3">
        <button
          type="button"
          className="button button-quiet"
          disabled={test.isPending}
          aria-label={`${say(accountTexts.test)} ${webhook.address}`}
          onClick={() => test.mutate(webhook.id)}
        >
          {say(accountTexts.test)}
        </button>
        <button
          type="button"
          className="button button-quiet"
          disabled={remove.isPending}
          aria-label={`${say(common.remove)} ${webhook.address}`}
          onClick={() => remove.mutate(webhook.id)}
        >
          {say(common.remove)}
        </button>
      </p>
    </li>
  );
};

export const Webhooks = () => {
  const { say } = useLanguage();
  const id = useId();
  const webhooks = useWebhooks(true);
  const add = useNewWebhook();
  const [address, setAddress] = useState('');
  return (
    <Section title={say(accountTexts.webhooks)} id="webhooks">
      <p className="mb-3">{say(accountTexts.webhooksHelp)}</p>
      {webhooks.isPending ? <Loading /> : null}
      {webhooks.isError ? <Failure error={webhooks.error} retry={() => void webhooks.refetch()} /> : null}
      {webhooks.data?.items.length === 0 ? <p className="quiet">{say(accountTexts.noWebhooks)}</p> : null}
      <ul className="grid gap-3">
        {(webhooks.data?.items ?? []).map((webhook) => (
          <Webhook key={webhook.id} webhook={webhook} />
        ))}
      </ul>
      {add.data === undefined ? null : (
        <div className="notice tone-good mt-3" role="status">
          <p>{say(accountTexts.webhookSecret)}</p>
          <p className="digits my-2">{add.data.secret}</p>
          <CopyButton content={add.data.secret} />
        </div>
      )}
      <form
        className="mt-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(address.trim(), { onSuccess: () => setAddress('') });
        }}
      >
        <div className="field min-w-64 flex-1">
          <label className="field-label" htmlFor={id}>
            {say(accountTexts.webhookAddress)}
          </label>
          <input
            id={id}
            type="url"
            required
            className="input"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        </div>
        <button type="submit" className="button" disabled={add.isPending}>
          {say(accountTexts.addWebhook)}
        </button>
      </form>
      {add.isError ? <Failure error={add.error} /> : null}
    </Section>
  );
};
