import type { MatterReadingAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { mayOpen, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { assessmentTexts } from '../texts/assessment.ts';

/** From a filing to a new assessment of it, for whoever may write one. */
export const AssessLink = ({ reading: { kind, id } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const me = useMe();
  const opening = definitionOf('assessment')?.opening;
  return kind === 'filing' && opening !== undefined && mayOpen(me, opening) ? (
    <Link to="/new/$kind" params={{ kind: 'assessment' }} search={{ filing: id }} className="button button-quiet">
      {say(assessmentTexts.assess)}
    </Link>
  ) : null;
};
