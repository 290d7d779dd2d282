import { registerRecordSchema } from '@suanjian/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request } from '../client/request.ts';
import { useLanguage } from '../language/language.tsx';
import { CopyButton } from '../parts/clipboard.tsx';
import { filingTexts } from '../texts/filing.ts';
import { badgeSnippet } from './badge-snippet.ts';

/** What a provider puts into its product: number and link, as text that any page can carry. */
export const Badge = ({ number: digits }: { readonly number: string }) => {
  const { say } = useLanguage();
  // As the public record prints it, with what stands before and after the digits.
  const record = useQuery({
    queryKey: ['public-record', digits],
    queryFn: ({ signal }) => request(`/register/${digits}.json`, registerRecordSchema, { signal }),
  });
  const number = record.data?.printed ?? digits;
  const address = `${window.location.origin}/register/${digits}`;
  const snippet = useMemo(() => badgeSnippet(number, address, say(filingTexts.badgeLabel)), [number, address, say]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <p>
        {say(filingTexts.badgeLead)} {say(filingTexts.badgeNotice)}
      </p>
      <div>
        <p className="small quiet">{say(filingTexts.badgePreview)}</p>
        <p className="card p-3!">
          <a href={address} target="_blank" rel="noopener">
            {say(filingTexts.badgeLabel)} {number}
          </a>
        </p>
      </div>
      <div>
        <p className="small quiet">{say(filingTexts.badgeSnippet)}</p>
        <pre
          className="overflow-x-auto rounded-card border border-line bg-sunken p-3 whitespace-pre-wrap break-all"
          tabIndex={0}
        >
          <code>{snippet}</code>
        </pre>
      </div>
      <p className="flex flex-wrap gap-3">
        <CopyButton content={snippet} />
        <CopyButton content={`${number} ${address}`} label={`${say(filingTexts.badgeLabel)} + URL`} />
      </p>
    </div>
  );
};
