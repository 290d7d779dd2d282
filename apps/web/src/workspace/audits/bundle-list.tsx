import type { AuditBundleEntryAnswer } from '@suanjian/contracts';
import { noteAddress } from '../client/audits.ts';
import { formatDate, formatInstant, formatNumber } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { auditTexts } from '../texts/audits.ts';

const Bundle = ({ id, uploadedAt, signer, log, doubt }: AuditBundleEntryAnswer) => {
  const { say, language } = useLanguage();
  const period =
    log === undefined
      ? say(auditTexts.files)
      : say(auditTexts.period(formatDate(log.from, language), formatDate(log.to, language)));
  return (
    <li className="card p-4!">
      <p className="font-semibold">{period}</p>
      <p className="quiet small wrap-anywhere">
        {[
          say(auditTexts.sent(formatInstant(uploadedAt, language))),
          say(auditTexts.signer(signer)),
          ...(log === undefined ? [] : [say(auditTexts.treeSize(formatNumber(log.treeSize, language)))]),
        ].join(' · ')}
      </p>
      {doubt === undefined ? null : <p className="notice tone-warn mt-2 p-3!">{say(auditTexts.doubt[doubt])}</p>}
      <p className="mt-2">
        <a href={noteAddress(id)} download aria-label={`${say(auditTexts.download)}: ${period}`}>
          {say(auditTexts.download)}
        </a>
      </p>
    </li>
  );
};

export const BundleList = ({ bundles }: { readonly bundles: readonly AuditBundleEntryAnswer[] }) => (
  <ul className="grid gap-3">
    {bundles.map((bundle) => (
      <Bundle key={bundle.id} {...bundle} />
    ))}
  </ul>
);
