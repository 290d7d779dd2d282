import type { PickSource } from '@suanjian/matters';
import { Link } from '@tanstack/react-router';
import { usePicked } from '../client/choices.ts';
import { useLanguage } from '../language/language.tsx';
import { pickTexts } from '../texts/pick.ts';
import { PickedWords } from './controls/picked-words.tsx';

/** What was picked, as people read it: by its name, and a matter with the way to it. */
export const PickedValue = ({ from, value }: { readonly from: PickSource; readonly value: string }) => {
  const { say } = useLanguage();
  const picked = usePicked(from, value);
  const [choice] = picked.data?.items ?? [];
  if (choice === undefined)
    return <span className="quiet">{say(picked.isPending ? pickTexts.looking : pickTexts.outOfSight)}</span>;
  return choice.of === 'matter' ? (
    <Link to="/matters/$kind/$id" params={{ kind: choice.kind, id: choice.value }}>
      <PickedWords choice={choice} />
    </Link>
  ) : (
    <PickedWords choice={choice} />
  );
};
