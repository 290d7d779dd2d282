import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@suanjian/rulebook';
import { anyMatter } from '../engine/definition.ts';
import type { MatterId } from '../engine/identity.ts';
import { isFor, viewFor } from '../engine/view.ts';
import type { WarningFacts } from '../engine/warning.ts';
import { officePerson } from '../testing/actors.ts';
import { house, organisation, otherProvince, province } from '../testing/filing-house.ts';
import { matterDefinitions } from './index.ts';
import { exampleOpening } from './official-assessment/examples.ts';
import { officialAssessment } from './official-assessment/definition.ts';
import { rectification } from './rectification/definition.ts';
import { exampleOrder } from './rectification/examples.ts';

const day = '2026-03-19' as CivilDate;
const warning: WarningFacts = {
  id: '00000000-0000-4000-8000-0000000000aa',
  owner: organisation.id,
  place: '440300',
  indicator: 'complaints-of-workers',
  from: day,
  until: day,
  count: 31,
  complaints: ['00000000-0000-4000-8000-0000000000cc' as MatterId],
  results: [],
};
const order = { ...exampleOrder, by: '2026-04-15' };
const own = { kind: 'warning', matter: warning.id, indicator: warning.indicator, from: day, until: day, count: 31 };
const behind = [own, { kind: 'complaint', matter: warning.complaints[0] }];

describe('a matter that is opened from an early warning', () => {
  it('is possible where an office looks into something, and nowhere else', () => {
    expect(
      matterDefinitions
        .filter(({ opening }) => opening.fromWarning)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['inspection', 'official-assessment', 'rectification', 'violation-case']);
  });

  it('is about whom the warning is about, and takes along what stands behind it', async () => {
    const told = house({ definitions: [anyMatter(rectification)] });
    const open = (by = province, more = {}, facts = warning) =>
      told.open('rectification', { ...order, provider: '', ...more }, by, undefined, undefined, facts);
    expect(told.state(await open())).toMatchObject({ title: organisation.name, references: behind });
    // Another company named besides, or an office of another place: nothing of it.
    expect(await told.refused(open(province, { provider: '别的公司' }))).toEqual(['supervision/unknown-provider']);
    expect(await told.refused(open(otherProvince))).toEqual(['supervision/unknown-provider']);
  });

  it('shows the company nothing of what stood behind it', async () => {
    const definition = anyMatter(officialAssessment);
    const told = house({ definitions: [definition] });
    const planner = officePerson('province', '440000', 'supervisor');
    const opening = { ...exampleOpening, provider: organisation.name };
    const state = told.state(await told.open('official-assessment', opening, planner, undefined, undefined, warning));
    expect(state['behind']).toEqual(behind);
    expect(isFor(definition.inner?.['behind'], 'provider')).toBe(false);
    const everything = new Set(['confidential', 'personal'] as const);
    expect(JSON.stringify(viewFor(definition, state, 'provider', everything))).not.toContain(warning.id);
  });
});
