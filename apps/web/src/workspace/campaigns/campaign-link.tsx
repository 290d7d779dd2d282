import type { MatterReadingAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/language.tsx';
import { campaignTexts } from '../texts/campaigns.ts';

/** From a campaign to how far each of its targets has come. */
export const CampaignLink = ({ reading: { kind, id } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  return kind === 'campaign' ? (
    <Link to="/campaigns/$id" params={{ id }} className="button button-quiet">
      {say(campaignTexts.dashboard)}
    </Link>
  ) : null;
};
