import type { MatterReadingAnswer } from '@suanjian/contracts';
import { mayStandOn } from '@suanjian/matters';
import { Link } from '@tanstack/react-router';
import { mayOpen, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf, kindTitle } from './definitions.ts';

/** What may be opened on this matter by whoever looks at it. */
export const Openings = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const me = useMe();
  const kinds = (definitionOf(reading.kind)?.links ?? []).filter((kind) => {
    const opening = definitionOf(kind)?.opening;
    return (
      opening !== undefined && mayStandOn(opening, reading.kind, reading.status) && mayOpen(me, opening, reading.place)
    );
  });
  return kinds.map((kind) => (
    <Link
      key={kind}
      to="/matters/$kind/$id/open/$child"
      params={{ kind: reading.kind, id: reading.id, child: kind }}
      className="button button-quiet"
    >
      {say(definitionOf(kind)?.opening.title ?? kindTitle(kind))}
    </Link>
  ));
};
