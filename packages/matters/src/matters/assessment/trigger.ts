import { asCivilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { MatterFacts } from '../../engine/lookups.ts';

/** What the template of 2018 asks of the event that an assessment is made for, as far as it is known. */
export type Trigger = { readonly trigger?: 'spread'; readonly triggeredOn?: string };

const spreadOn = (day: unknown): Trigger =>
  typeof day === 'string' && asCivilDate(day) !== undefined ? { trigger: 'spread', triggeredOn: day } : {};

/** Situation four of the rules of 2018: harmful information spread, by an incident or found in a disposal. */
export const triggerIn = (event: MatterFacts | undefined): Trigger => {
  const form = event?.state['form'];
  if (typeof form !== 'object' || form === null) return {};
  const values = form as FormValues;
  if (event?.kind === 'incident') return values['spread'] === true ? spreadOn(values['detectedOn']) : {};
  return event?.kind === 'disposal' && values['nature'] === 'illegal' ? spreadOn(values['foundOn']) : {};
};
