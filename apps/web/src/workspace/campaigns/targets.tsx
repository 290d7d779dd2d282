import type { CampaignTargetRow } from '@suanjian/contracts';
import { useId, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Section } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { useWide } from '../parts/use-wide.ts';
import { campaignTexts } from '../texts/campaigns.ts';
import { filterNames, filters, type FilterName } from './filters.ts';
import { Filing, Matters, NextStep, SelfInspection, Target, Unmet } from './target-cells.tsx';

const { head } = campaignTexts;
const columns = [head.target, head.stage, head.unmet, head.filing, head.visits, head.orders, head.step];

const cellsOf = (row: CampaignTargetRow) => [
  <Target key="target" row={row} />,
  <SelfInspection key="stage" row={row} />,
  <Unmet key="unmet" row={row} />,
  <Filing key="filing" row={row} />,
  <Matters key="visits" matters={row.visits} />,
  <Matters key="orders" matters={row.orders} />,
  <NextStep key="step" row={row} />,
];

/** Where there is no room for seven columns: one card for each target, with what there is to say of it. */
const Card = ({ row }: { readonly row: CampaignTargetRow }) => {
  const { say } = useLanguage();
  const { stage, unmet, visits, orders } = row;
  return (
    <li className="card grid gap-3 p-4!">
      <Target row={row} />
      <dl className="terms">
        <div>
          <dt>{say(head.stage)}</dt>
          <dd>
            <SelfInspection row={row} />
          </dd>
        </div>
        {unmet === undefined || stage === 'withdrawn' ? null : (
          <div>
            <dt>{say(head.unmet)}</dt>
            <dd>
              <Unmet row={row} />
            </dd>
          </div>
        )}
        <div>
          <dt>{say(head.filing)}</dt>
          <dd>
            <Filing row={row} />
          </dd>
        </div>
        {visits.length === 0 ? null : (
          <div>
            <dt>{say(head.visits)}</dt>
            <dd>
              <Matters matters={visits} />
            </dd>
          </div>
        )}
        {orders.length === 0 ? null : (
          <div>
            <dt>{say(head.orders)}</dt>
            <dd>
              <Matters matters={orders} />
            </dd>
          </div>
        )}
      </dl>
      <NextStep row={row} />
    </li>
  );
};

/** The list of a campaign with how far each has come. */
export const Targets = ({ rows }: { readonly rows: readonly CampaignTargetRow[] }) => {
  const { say } = useLanguage();
  const id = useId();
  const wide = useWide();
  const [chosen, setChosen] = useState<FilterName>('all');
  const shown = rows.filter(filters[chosen]);
  const title = say(campaignTexts.targets);
  return (
    <Section
      title={title}
      id="targets"
      aside={
        <span className="flex items-center gap-2">
          <label htmlFor={id} className="whitespace-nowrap">
            {say(campaignTexts.show)}
          </label>
          <select
            id={id}
            className="input"
            value={chosen}
            onChange={({ target }) => setChosen(filterNames.find((name) => name === target.value) ?? 'all')}
          >
            {filterNames.map((name) => (
              <option key={name} value={name}>
                {say(campaignTexts.filters[name])} ({rows.filter(filters[name]).length})
              </option>
            ))}
          </select>
        </span>
      }
    >
      {shown.length === 0 ? (
        <Empty title={rows.length === 0 ? campaignTexts.noTargets : campaignTexts.noMatch} />
      ) : wide ? (
        <DataTable
          caption={title}
          heads={columns.map(say)}
          rows={shown.map((row) => ({ key: row.key, cells: cellsOf(row) }))}
        />
      ) : (
        <ul className="grid gap-3">
          {shown.map((row) => (
            <Card key={row.key} row={row} />
          ))}
        </ul>
      )}
      <p className="quiet mt-3">{say(campaignTexts.visitsHelp)}</p>
    </Section>
  );
};
