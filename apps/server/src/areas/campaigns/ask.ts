import type { AskedTargets } from '@suanjian/contracts';
import { toAsk, toRemind, type Actor, type Asking, type CampaignState, type CampaignTarget } from '@suanjian/matters';
import type { MatterService } from '@suanjian/records';
import { text } from '@suanjian/rulebook';

export interface Round {
  readonly actor: Actor;
  readonly campaign: string;
  readonly state: CampaignState;
  readonly asking: Asking;
}

const usualEvery = '10';

/** The office's own words for choosing the target are the reason why it should have filed. */
const whyOf = ({ title, queries, plan }: CampaignState): string => {
  const written = queries.at(-1)?.query['why'] ?? plan['goals'];
  return `${title}${typeof written === 'string' ? `：${written}` : ''}`.slice(0, 2000);
};

/**
 * Opens what was asked of all targets, one after the other, each with all that follows from it in a transaction of its own. Whatever breaks it off,
 * the campaign knows who was asked: the next time goes on with the others, and two at once ask nobody twice, because the campaign is locked
 * while one is opened on it.
 */
export const askTargets = async (
  matters: Pick<MatterService, 'open'>,
  { actor, campaign, state, asking: { by, words } }: Round,
): Promise<AskedTargets> => {
  const refused: AskedTargets['refused'][number][] = [];
  const openAll = async (
    kind: string,
    targets: readonly CampaignTarget[],
    inputOf: (target: CampaignTarget) => Readonly<Record<string, unknown>>,
  ): Promise<number> => {
    let opened = 0;
    for (const target of targets) {
      const outcome = await matters.open({ actor, kind, parent: campaign, input: inputOf(target) });
      if (outcome.outcome === 'done') opened += 1;
      else if (!outcome.refusals.every(({ code }) => code.endsWith('-already')))
        refused.push({
          key: target.key,
          text: outcome.refusals[0]?.text ?? text('没有办成。', 'It could not be done.'),
        });
    }
    return opened;
  };
  const asked = await openAll('self-inspection', toAsk(state), ({ key }) => ({
    provider: key,
    by,
    ...(words === undefined ? {} : { words }),
  }));
  const reminded = await openAll('filing-reminder', toRemind(state), ({ key, service }) => ({
    provider: key,
    by,
    why: whyOf(state),
    every: usualEvery,
    ...(service === undefined ? {} : { service }),
  }));
  return { asked, reminded, refused };
};
