import type { CivilDate } from '@suanjian/rulebook';
import { parseFilingNumber, publishedPrefix } from '@suanjian/register';
import type { MatterSettings } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId, OrganisationId } from '../../engine/identity.ts';
import type { Lookups, OrganisationFacts } from '../../engine/lookups.ts';
import { attachmentsIn } from '../common/submission.ts';
import type { FilingFacts } from './contradictions/rule.ts';
import { filingForm, type FilingForm } from './form.ts';

/** Everything a submission is held against that lies outside the form. */
export interface SubmissionFacts {
  readonly organisation: OrganisationFacts | undefined;
  /** Hashes of attachments that are not in the store. */
  readonly missing: readonly string[];
  readonly facts: FilingFacts;
}

export interface SubmissionQuestion {
  readonly form: FormValues;
  readonly owner: OrganisationId | null;
  /** The filing itself, which is not one of the others. */
  readonly filing: MatterId;
  readonly occasion: FilingFacts['occasion'];
  readonly number?: string;
  readonly today: CivilDate;
  readonly settings: Pick<MatterSettings, 'numberPrefix'>;
}

const unknownAmong = async (
  form: FilingForm,
  prefixes: readonly string[],
  lookups: Lookups,
): Promise<readonly string[]> => {
  const unknown: string[] = [];
  for (const { filingNumber = '' } of form.models ?? []) {
    const reading = parseFilingNumber(filingNumber, { prefixes });
    if (reading.ok && (await lookups.holderOfNumber(reading.number)) === undefined) unknown.push(reading.number);
  }
  return unknown;
};

/** Gathers what a filing or a change of one is judged by; also for showing contradictions while a draft is written. */
export const gatherSubmission = async (
  { form, owner, filing, occasion, number, today, settings }: SubmissionQuestion,
  lookups: Lookups,
): Promise<SubmissionFacts> => {
  const organisation = owner === null ? undefined : await lookups.organisation(owner);
  const others = owner === null ? [] : await lookups.filingsOf(owner);
  const numberPrefixes = [publishedPrefix, settings.numberPrefix];
  return {
    organisation,
    missing: await lookups.missingAttachments(attachmentsIn(filingForm, form).map(({ attachment }) => attachment.hash)),
    facts: {
      today,
      occasion,
      otherFilings: others
        .filter(({ id }) => id !== filing)
        .map(({ title, status, number: other }) => ({ title, status, number: other })),
      numberPrefixes,
      unknownNumbers: await unknownAmong(form, numberPrefixes, lookups),
      ...(number === undefined ? {} : { number }),
      ...(organisation === undefined
        ? {}
        : { organisation: { name: organisation.name, creditCode: organisation.creditCode } }),
    },
  };
};
