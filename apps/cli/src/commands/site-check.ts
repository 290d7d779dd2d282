import { ranSiteCheckContract, type SiteStandingAnswer } from '@suanjian/contracts';
import { text, type Text } from '@suanjian/rulebook';
import { askFor } from '../client/ask.ts';
import type { Client } from '../client/client.ts';
import { withClient } from '../client/with-client.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';
import { siteCheckTexts } from '../texts/site-check.ts';

export interface SiteCheckFlags {
  readonly filing?: string;
  readonly json: boolean;
  readonly dataDir?: string;
}

const visited = async (client: Client, filing: string | undefined): Promise<SiteStandingAnswer | undefined> => {
  const { standing } = await askFor(client, ranSiteCheckContract, {
    method: 'POST',
    path: '/api/administration/site-checks/run',
    body: { kind: 'json', value: filing === undefined ? {} : { filing } },
    headers: client.operator,
  });
  return standing;
};

const lines = ({ filing, verdicts, sites, addresses }: SiteStandingAnswer): readonly Text[] => [
  text(`${filing.title}（${filing.number ?? filing.id}）`, `${filing.title} (${filing.number ?? filing.id})`),
  ...(addresses.length === 0 ? [siteCheckTexts.noSites] : []),
  ...verdicts.map(({ title, clause, verdict }) => {
    const said = siteCheckTexts.verdict[verdict];
    return text(`  ${title.zh}（${clause}）：${said.zh}`, `  ${title.en} (${clause}): ${said.en}`);
  }),
  ...sites.filter(({ away }) => away > 0).map(({ address, away }) => siteCheckTexts.away(address, away)),
];

/** Visits one filing's sites, or all that are due, one after the other. */
export const runSiteChecks = async (terminal: Terminal, { filing, json, dataDir }: SiteCheckFlags): Promise<void> => {
  const found = await withClient(terminal, { dataDir }, async (client) => {
    const standings: SiteStandingAnswer[] = [];
    for (;;) {
      const standing = await visited(client, filing);
      if (standing === undefined) return standings;
      standings.push(standing);
      if (!json) say(terminal, ...lines(standing));
      if (filing !== undefined) return standings;
    }
  });
  if (json) return sayJson(terminal, found);
  if (found.length === 0) say(terminal, siteCheckTexts.noneDue);
};
