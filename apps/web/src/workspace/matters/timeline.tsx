import type { MatterReadingAnswer, TimelineEntryAnswer } from '@suanjian/contracts';
import type { FormDefinition } from '@suanjian/matters';
import { useMe } from '../client/me.ts';
import { listOf, recordOf, textOf } from '../forms/control.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { useStaff } from '../office/use-staff.ts';
import { ClauseLink } from '../parts/clause-link.tsx';
import { common } from '../texts/common.ts';
import { matterTexts } from '../texts/matter.ts';
import { reviewTexts } from '../texts/review.ts';
import { definitionOf } from './definitions.ts';
import { gradeTitle } from './grade-title.ts';

const useActor = (): ((entry: TimelineEntryAnswer) => string) => {
  const { say } = useLanguage();
  const me = useMe();
  const { nameOf } = useStaff();
  return ({ actor, organisation }) => {
    switch (actor.kind) {
      case 'person': {
        const person = actor.account === me.account ? say(matterTexts.actorSelf) : nameOf(actor.account);
        return [organisation, person].filter((part) => part !== undefined).join(' · ') || say(matterTexts.actorPerson);
      }
      case 'operator':
        return say(matterTexts.actorOperator);
      case 'clock':
        return say(matterTexts.actorClock);
      case 'matter':
        return say(matterTexts.actorMatter);
      case 'public':
        return say(matterTexts.actorPublic);
      case 'applicant':
        return say(matterTexts.actorApplicant);
    }
  };
};

const labelAt = (
  form: FormDefinition | undefined,
  pointer: string,
  say: (text: { zh: string; en: string }) => string,
): string => {
  const [, , name = '', index] = pointer.split('/');
  const field = form?.fields[name];
  if (field === undefined) return pointer;
  return index === undefined ? say(field.label) : `${say(field.label)} ${Number(index) + 1}`;
};

/** What an event carries besides forms, as far as people ask for it. */
const Details = ({
  entry,
  form,
}: {
  readonly entry: TimelineEntryAnswer;
  readonly form: FormDefinition | undefined;
}) => {
  const { say } = useLanguage();
  const { basis, fields, number, text, grade, adopted } = entry.details;
  const clauses = listOf(basis).filter((each) => typeof each === 'string');
  return (
    <>
      {entry.type !== 'grade-proposal-answered' ? null : (
        <p>{say(adopted === true ? reviewTexts.proposalAdopted : reviewTexts.proposalNotAdopted)}</p>
      )}
      {entry.reason === undefined ? null : (
        <p className="whitespace-pre-line">
          {say(common.reason)}
          {say(common.colon)}
          {entry.reason}
        </p>
      )}
      {textOf(text) === '' ? null : <p className="whitespace-pre-line">{textOf(text)}</p>}
      {textOf(number) === '' ? null : (
        <p>
          {say(matterTexts.details.number)}
          {say(common.colon)}
          <span className="digits">{textOf(number)}</span>
        </p>
      )}
      {textOf(grade) === '' ? null : (
        <p>
          {say(matterTexts.details.grade)}
          {say(common.colon)}
          {say(gradeTitle(textOf(grade)))}
        </p>
      )}
      {clauses.length === 0 ? null : (
        <p className="flex flex-wrap gap-x-3">
          {say(matterTexts.details.basis)}
          {say(common.colon)}
          {clauses.map((clause) => (
            <ClauseLink key={clause} clause={clause} />
          ))}
        </p>
      )}
      {listOf(fields).length === 0 ? null : (
        <ul className="list-disc pl-5">
          {listOf(fields)
            .map(recordOf)
            .map(({ pointer, reason }) => (
              <li key={`${textOf(pointer)} ${textOf(reason)}`}>
                <strong>{labelAt(form, textOf(pointer), say)}</strong>
                {say(common.colon)}
                {textOf(reason)}
              </li>
            ))}
        </ul>
      )}
    </>
  );
};

/** Consecutive saves of a draft tell nobody anything: the last one stands for them. */
const withoutRepeatedSaves = (entries: readonly TimelineEntryAnswer[]): readonly TimelineEntryAnswer[] =>
  entries.filter(({ type }, index) => type !== 'saved' || entries[index + 1]?.type !== 'saved');

export const Timeline = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say, language } = useLanguage();
  const actor = useActor();
  const form = definitionOf(reading.kind)?.forms['form'];
  return (
    <ol className="timeline">
      {withoutRepeatedSaves(reading.timeline)
        .toReversed()
        .map((entry) => (
          <li key={entry.position}>
            <p className="timeline-when small">
              <time dateTime={entry.at}>{formatInstant(entry.at, language)}</time> · {actor(entry)}
            </p>
            <p className="font-semibold">{say(entry.title)}</p>
            <Details entry={entry} form={form} />
          </li>
        ))}
    </ol>
  );
};
