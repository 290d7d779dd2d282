import type { MatterReadingAnswer } from '@suanjian/contracts';
import { formatFilingNumber } from './number-format.ts';
import { Link } from '@tanstack/react-router';
import { placeOf } from '@suanjian/register';
import type { CivilDate, Text } from '@suanjian/rulebook';
import { formatInstant } from '../language/format.ts';
import { useLanguage, usePublicAddress } from '../language/language.tsx';
import { useToday } from '../language/today.ts';
import { StateBadge } from '../parts/badges.tsx';
import { matterTexts } from '../texts/matter.ts';
import { definitionOf, kindTitle, stateOf } from './definitions.ts';
import { openGaps } from './open-gaps.ts';
import { proposedGradeIn } from './proposed-grade.ts';

const nextOf = (reading: MatterReadingAnswer, today: CivilDate): Text => {
  const { kind, status, state: told } = reading;
  const proposed = proposedGradeIn(told);
  if (proposed !== undefined && proposed.answered === undefined) return matterTexts.nextGradeAnswer;
  // What is kept up lies on nobody's desk, and is never done with.
  const gaps = openGaps(reading, today);
  if (gaps !== undefined) return matterTexts.nextKeptUp(gaps.length);
  const state = stateOf(kind, status);
  if (state?.desk === undefined || state.final === true) return matterTexts.nextNobody;
  const { desk } = state;
  switch (desk.side) {
    // What is filed lies on the provider's desk, but nothing is asked of it.
    case 'provider':
      return state.tone === 'good' ? matterTexts.nextNobody : matterTexts.nextProvider;
    case 'industry-body':
      return state.tone === 'good' ? matterTexts.nextNobody : matterTexts.nextBody;
    case 'applicant':
      return matterTexts.nextApplicant;
    case 'office':
      if (definitionOf(kind)?.team === undefined) return matterTexts.nextOffice[desk.level];
      // Whoever was named has their own part to do first.
      return waitsFor(told['standing']) ? matterTexts.nextYou : matterTexts.nextTeam;
  }
};

/** Standings in a team before somebody is admitted to it. */
const waitsFor = (standing: unknown): boolean => standing === 'named' || standing === 'undertaken';

/** Where it stands in plain words, and who is next. */
export const Standing = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const today = useToday();
  const state = stateOf(reading.kind, reading.status);
  return (
    <section className="card mb-5 p-4!" aria-label={say(matterTexts.whereItStands)}>
      <p className="flex flex-wrap items-center gap-3">
        <StateBadge kind={reading.kind} status={reading.status} />
        <strong>{say(nextOf(reading, today))}</strong>
      </p>
      {state === undefined ? null : <p className="mt-1">{say(state.meaning)}</p>}
    </section>
  );
};

/** Whether a side ever sees matters of a kind: a campaign is the office's own, and no company can follow a link to it. */
const isShownTo = (kind: string, audience: MatterReadingAnswer['audience']): boolean =>
  audience === 'operator' ||
  Object.values(definitionOf(kind)?.states ?? {}).some(({ visible }) => visible.includes(audience));

/** Whether matters of a kind are an industry body’s. */
const isOfBody = (kind: string): boolean =>
  definitionOf(kind)?.opening.by.some(({ side }) => side === 'industry-body') === true;

interface FactsProps {
  readonly reading: MatterReadingAnswer;
  readonly assignee?: string;
}

export const Facts = ({ reading, assignee }: FactsProps) => {
  const { say, language } = useLanguage();
  const address = usePublicAddress();
  const place = placeOf(reading.place);
  const published = reading.kind === 'filing' && reading.number !== undefined;
  return (
    <dl className="terms mb-6">
      {reading.number === undefined ? null : (
        <div>
          <dt>{say(matterTexts.number)}</dt>
          <dd>
            <span className="digits">{formatFilingNumber(reading.number)}</span>
            {published ? (
              <a className="ml-3" href={address(`/register/${reading.number}`)}>
                {say(matterTexts.publicPage)}
              </a>
            ) : null}
          </dd>
        </div>
      )}
      {reading.ownerName === undefined ? null : (
        <div>
          <dt>{say(isOfBody(reading.kind) ? matterTexts.body : matterTexts.owner)}</dt>
          <dd>{reading.ownerName}</dd>
        </div>
      )}
      {place === undefined ? null : (
        <div>
          <dt>{say(matterTexts.place)}</dt>
          <dd>{say(place.fullName)}</dd>
        </div>
      )}
      {assignee === undefined ? null : (
        <div>
          <dt>{say(matterTexts.assignee)}</dt>
          <dd>{assignee}</dd>
        </div>
      )}
      {reading.parent === undefined ? null : (
        <div>
          <dt>{say(matterTexts.parent)}</dt>
          <dd>
            {isShownTo(reading.parent.kind, reading.audience) ? (
              <Link to="/matters/$kind/$id" params={reading.parent}>
                {say(kindTitle(reading.parent.kind))}
              </Link>
            ) : (
              say(kindTitle(reading.parent.kind))
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{say(matterTexts.changed)}</dt>
        <dd>{formatInstant(reading.changedAt, language)}</dd>
      </div>
    </dl>
  );
};
