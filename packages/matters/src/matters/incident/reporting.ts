import { asCivilDate, type CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import type { Lookups } from '../../engine/lookups.ts';
import { lastDayOf } from '../common/days.ts';
import { numberIn, wordsIn } from '../common/part.ts';
import type { ClockRules } from '../../engine/rules.ts';
import { severities, type Severity } from './form.ts';

/** Severities of which an office is to be told. */
export type Reportable = Exclude<Severity, 'general'>;

/** Within how long an office is told, and by whose rule. */
export interface ReportLimit extends PromisedLimit {
  readonly source: 'own rules' | 'policy default';
}
export type ReportLimits = Readonly<Record<Reportable, ReportLimit>>;

/**
 * No clause says within how many days an incident is reported. The provider's own incident response system does, where its register
 * states it; elsewhere these hold, a policy default of this software, and texts say so.
 */
const policyDefault: ReportLimits = {
  major: { length: 3, unit: 'working-day', source: 'policy default' },
  grave: { length: 1, unit: 'calendar-day', source: 'policy default' },
};

const isRecord = (value: unknown): value is FormValues => typeof value === 'object' && value !== null;

const own = (register: FormValues, name: string, fallback: ReportLimit): ReportLimit => {
  const length = numberIn(register, name);
  return length !== undefined && Number.isInteger(length) && length > 0
    ? { length, unit: fallback.unit, source: 'own rules' }
    : fallback;
};

/** The limits in the provider's register as it is in force, with the defaults where it says nothing. */
export const reportLimits = async (
  lookups: Pick<Lookups, 'standing'>,
  owner: OrganisationId,
): Promise<ReportLimits> => {
  const adopted = (await lookups.standing('responsibility', owner))?.state['adopted'];
  const register = isRecord(adopted) ? adopted : {};
  return {
    major: own(register, 'incidentReportMajor', policyDefault.major),
    grave: own(register, 'incidentReportGrave', policyDefault.grave),
  };
};

export const severityIn = (form: FormValues): Severity | undefined =>
  severities.find(({ value }) => value === form['severity'])?.value;

export const isReportable = (severity: Severity | undefined): severity is Reportable =>
  severity === 'major' || severity === 'grave';

export const detectedOn = (form: FormValues): CivilDate | undefined => asCivilDate(wordsIn(form, 'detectedOn'));

/** Where harmful information has spread: the last day for the assessment that this triggers (situation four of the rules of 2018). */
export const assessmentDue = (form: FormValues, rules: ClockRules): CivilDate | undefined => {
  const day = detectedOn(form);
  const duty = { clause: 'safety-2018/7' } as const;
  return form['spread'] === true && day !== undefined
    ? lastDayOf({ final: duty, draft: duty }, day, rules)?.due
    : undefined;
};
