import type { SiteVisitAnswer } from '@suanjian/contracts';
import { screenshotAddress } from '../client/site-checks.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { siteCheckTexts } from '../texts/site-checks.ts';

const Visit = ({ id, address, at, askedBy, way, findings, fault, hasScreenshot }: SiteVisitAnswer) => {
  const { say, language } = useLanguage();
  const moment = formatInstant(at, language);
  return (
    <li className="card p-4!">
      <p className="font-semibold">{moment}</p>
      <p className="quiet small wrap-anywhere">
        {[address, say(siteCheckTexts.way[way]), say(siteCheckTexts.askedBy[askedBy])].join(' · ')}
      </p>
      {findings === undefined ? (
        <p className="mt-1">
          {say(siteCheckTexts.unreadable)}
          {fault === undefined ? '' : `: ${say(fault)}`}
        </p>
      ) : (
        <p className="mt-1">
          {[
            say(siteCheckTexts.number[findings.number ? 'true' : 'false']),
            say(siteCheckTexts.link[findings.link ? 'true' : 'false']),
            say(siteCheckTexts.notice[findings.notice]),
          ].join(' · ')}
          {findings.noticeAddress === undefined ? null : (
            <span className="quiet small block wrap-anywhere">{findings.noticeAddress}</span>
          )}
        </p>
      )}
      {hasScreenshot ? (
        <p className="mt-2">
          <a
            href={screenshotAddress(id)}
            target="_blank"
            rel="noopener"
            aria-label={`${say(siteCheckTexts.screenshot)}: ${moment}, ${address}`}
          >
            {say(siteCheckTexts.screenshot)}
          </a>
        </p>
      ) : null}
    </li>
  );
};

export const VisitList = ({ visits }: { readonly visits: readonly SiteVisitAnswer[] }) => (
  <ul className="grid gap-3">
    {visits.map((visit) => (
      <Visit key={visit.id} {...visit} />
    ))}
  </ul>
);
