import type { CampaignMatter, CampaignTargetRow } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { formatFilingNumber } from '../matters/number-format.ts';
import { StateBadge } from '../parts/badges.tsx';
import { campaignTexts } from '../texts/campaigns.ts';

const tones: Partial<Record<CampaignTargetRow['stage'], string>> = {
  asked: 'tone-info',
  returned: 'tone-info',
  submitted: 'tone-warn',
  accepted: 'tone-good',
  overdue: 'tone-bad',
};

const LinkOf = ({ matter: { kind, id, status, final, due, late } }: { readonly matter: CampaignMatter }) => {
  const { say, language } = useLanguage();
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Link to="/matters/$kind/$id" params={{ kind, id }}>
        <StateBadge kind={kind} status={status} />
      </Link>
      {final || due === undefined ? null : (
        <span className={late ? 'font-semibold text-bad' : 'quiet'}>
          {say(campaignTexts.due(formatDate(due, language)))}
        </span>
      )}
    </span>
  );
};

interface Row {
  readonly row: CampaignTargetRow;
}

export const Target = ({ row: { name, service, number, grade, reasons, sampled, late } }: Row) => {
  const { say } = useLanguage();
  return (
    <span className="grid gap-1">
      <span className="font-semibold" lang="zh-CN">
        {name}
        {service === undefined ? '' : `／${service}`}
      </span>
      {number === undefined ? null : <span className="digits small">{formatFilingNumber(number)}</span>}
      <span className="flex flex-wrap gap-1">
        {late ? <span className="badge tone-bad">{say(campaignTexts.late)}</span> : null}
        {sampled ? <span className="badge tone-info">{say(campaignTexts.sampled)}</span> : null}
        {grade === undefined ? null : <span className="badge">{grade}</span>}
        {reasons.map((reason) => (
          <span key={reason.en} className="badge">
            {say(reason)}
          </span>
        ))}
      </span>
    </span>
  );
};

export const SelfInspection = ({ row: { stage, selfInspection } }: Row) => {
  const { say } = useLanguage();
  return selfInspection === undefined ? (
    <span className={`badge ${tones[stage] ?? ''}`}>{say(campaignTexts.stages[stage])}</span>
  ) : (
    <LinkOf matter={selfInspection} />
  );
};

export const Filing = ({ row: { unfiled, urged, reminder } }: Row) => {
  const { say } = useLanguage();
  if (!unfiled) return <span className="quiet">{say(campaignTexts.filed)}</span>;
  if (reminder !== undefined) return <LinkOf matter={reminder} />;
  return <span className="badge tone-warn">{say(urged ? campaignTexts.urged : campaignTexts.unfiled)}</span>;
};

export const Matters = ({ matters }: { readonly matters: readonly CampaignMatter[] }) =>
  matters.length === 0 ? null : (
    <ul className="grid gap-1">
      {matters.map((matter) => (
        <li key={matter.id}>
          <LinkOf matter={matter} />
        </li>
      ))}
    </ul>
  );

export const Unmet = ({ row: { unmet } }: Row) => {
  const { say } = useLanguage();
  return unmet === undefined ? null : unmet === 0 ? (
    <span className="quiet">0</span>
  ) : (
    <strong>{say(campaignTexts.unmet(unmet))}</strong>
  );
};

/** An order to rectify comes of what was found: by the company itself, or on site. */
export const NextStep = ({ row: { unmet = 0, stage, selfInspection, visits, orders } }: Row) => {
  const { say } = useLanguage();
  const found = unmet > 0 && (stage === 'submitted' || stage === 'accepted') ? selfInspection : undefined;
  const ground = found ?? visits.find(({ status }) => status === 'closed');
  return ground === undefined || orders.some(({ final }) => !final) ? null : (
    <Link
      to="/matters/$kind/$id/open/$child"
      params={{ kind: ground.kind, id: ground.id, child: 'rectification' }}
      className="button button-quiet whitespace-nowrap"
    >
      {say(campaignTexts.order)}
    </Link>
  );
};
