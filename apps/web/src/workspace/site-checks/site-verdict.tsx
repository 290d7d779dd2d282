import type { SiteVerdictAnswer } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { siteCheckTexts } from '../texts/site-checks.ts';

const tones: Readonly<Record<SiteVerdictAnswer, string>> = {
  pass: 'tone-good',
  fail: 'tone-bad',
  'not-enough-data': 'tone-warn',
};

export const SiteVerdict = ({ verdict }: { readonly verdict: SiteVerdictAnswer }) => {
  const { say } = useLanguage();
  return <span className={`badge ${tones[verdict]}`}>{say(siteCheckTexts.verdict[verdict])}</span>;
};
