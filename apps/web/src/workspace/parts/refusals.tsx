import type { RefusalAnswer } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from './clause-link.tsx';

export const RefusalList = ({ refusals }: { readonly refusals: readonly RefusalAnswer[] }) => {
  const { say } = useLanguage();
  if (refusals.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {refusals.map((refusal) => (
        <li key={`${refusal.code} ${refusal.pointer ?? ''} ${refusal.text.en}`}>
          {say(refusal.text)} {refusal.clause === undefined ? null : <ClauseLink clause={refusal.clause} />}
        </li>
      ))}
    </ul>
  );
};
