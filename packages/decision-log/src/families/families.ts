import { account } from './account.ts';
import { chart } from './chart.ts';
import { control } from './control.ts';
import { declaration } from './declaration.ts';
import { dispatch } from './dispatch.ts';
import { disposal } from './disposal.ts';
import { engagement } from './engagement.ts';
import { exposure } from './exposure.ts';
import { intervention } from './intervention.ts';
import { item } from './item.ts';
import { quote } from './quote.ts';
import { trait } from './trait.ts';
import type { Family } from './field.ts';

/** The record families, in the order in which the reference pages show them. */
export const families = {
  exposure,
  quote,
  dispatch,
  engagement,
  chart,
  control,
  intervention,
  disposal,
  item,
  account,
  trait,
  declaration,
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof families;
export const familyNames: readonly FamilyName[] = [
  'exposure',
  'quote',
  'dispatch',
  'engagement',
  'chart',
  'control',
  'intervention',
  'disposal',
  'item',
  'account',
  'trait',
  'declaration',
];
