import type { CampaignDashboard } from '@suanjian/contracts';
import { useAskTargets } from '../client/campaigns.ts';
import { AskedFields, useAsked } from '../forms/asked-fields.tsx';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { campaignTexts } from '../texts/campaigns.ts';

const asks = definitionOf('campaign')?.commands['ask-all']?.asks;

/** One act over the whole list; where it was broken off, going on with it. */
export const AskAll = ({ id, toAsk, toRemind, asking, actions }: CampaignDashboard) => {
  const { say, language } = useLanguage();
  const ask = useAskTargets(id);
  const form = typeof asks === 'object' ? asks : undefined;
  const draft = useAsked(form, {});
  const left = toAsk + toRemind;
  const may = actions.includes('ask-all') && left > 0;
  if (!may && ask.data === undefined) return null;
  return (
    <Section title={say(campaignTexts.askTitle)} id="ask">
      <div className="card grid max-w-3xl gap-5">
        {may ? (
          <>
            <p>{say(campaignTexts.askLead(toAsk, toRemind))}</p>
            {asking === undefined ? null : (
              <div className="notice tone-warn grid gap-2">
                <p>{say(campaignTexts.goOnLead(left, formatDate(asking.by, language)))}</p>
                <p>
                  <button type="button" className="button" disabled={ask.isPending} onClick={() => ask.mutate({})}>
                    {say(ask.isPending ? campaignTexts.asking : campaignTexts.goOn)}
                  </button>
                </p>
              </div>
            )}
            <form
              className="grid gap-5"
              onSubmit={(event) => {
                event.preventDefault();
                if (!draft.complain()) ask.mutate(draft.input);
              }}
            >
              {form === undefined ? null : <AskedFields asks={form} draft={draft} />}
              <p>
                <button type="submit" className="button" disabled={ask.isPending}>
                  {say(ask.isPending ? campaignTexts.asking : campaignTexts.ask)}
                </button>
              </p>
            </form>
          </>
        ) : null}
        <p role="status">
          {ask.data === undefined ? '' : say(campaignTexts.askedNow(ask.data.asked, ask.data.reminded))}
        </p>
        {ask.data === undefined || ask.data.refused.length === 0 ? null : (
          <div className="notice tone-bad">
            <p className="notice-title">{say(campaignTexts.couldNot)}</p>
            <ul>
              {ask.data.refused.map(({ key, text }) => (
                <li key={key}>
                  {key}: {say(text)}
                </li>
              ))}
            </ul>
          </div>
        )}
        {ask.isError ? <Failure error={ask.error} /> : null}
      </div>
    </Section>
  );
};
