import { describe, expect, it } from 'vitest';
import type { Actor } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { head, province } from '../../testing/filing-house.ts';
import { exampleConditions } from './examples.ts';
import {
  definition,
  officer,
  editor,
  viewer,
  auditor,
  administrator,
  named,
  vote,
  deliberating,
  conclude,
  conditional,
} from '../../testing/ethics-house.ts';

describe('who sees what', () => {
  it('an office sees nothing before a conclusion, then the conclusion and the conditions and nothing of the deliberation', async () => {
    const story = await deliberating();
    await story.give('speak', { statement: { statement: '会内发言' } }, editor);
    expect(isVisible(definition, story.told.state(story.id), 'office')).toBe(false);
    await conclude(story, ['conditions', 'conditions', 'reject'], exampleConditions('2026-04-10'));
    expect(isVisible(definition, story.told.state(story.id), 'office')).toBe(true);
    const office = story.seen('office', head);
    expect(office).toMatchObject({
      status: 'conditional',
      result: { conditions: 2, reject: 1, dissent: 1 },
      conclusion: { conditions: [{ due: '2026-04-10' }] },
      followUp: [{ number: 1, standing: 'open' }],
    });
    for (const inside of [
      'committee',
      'members',
      'chair',
      'declared',
      'recusals',
      'interests',
      'deliberation',
      'ballots',
    ])
      expect(office).not.toHaveProperty([inside]);
    expect(JSON.stringify(office)).not.toMatch(/会内发言|我的少数意见|委员1/u);
    const masked = viewFor(definition, story.told.state(story.id), 'office', new Set()).state;
    expect(masked).toMatchObject({
      conclusion: { grounds: { masked: 'confidential' }, conditions: { masked: 'confidential' } },
    });
    await story.give('note', { text: '留意' }, province);
    expect(story.seen('provider', officer)).not.toHaveProperty(['notes']);
  });

  it('of the provider only those who sit read what was said and voted', async () => {
    const story = await deliberating();
    await story.give('speak', { statement: { statement: '会内发言' } }, editor);
    await story.give('vote', vote('reject'), editor);
    const inner = (actor?: Actor) => JSON.stringify(story.seen('provider', actor));
    expect(inner(auditor)).toMatch(/会内发言.*我的少数意见/u);
    for (const outside of [officer, administrator, undefined])
      expect(inner(outside)).not.toMatch(/会内发言|我的少数意见/u);
    await story.give('recuse', named(auditor), viewer, '与申报部门有关');
    expect(inner(auditor)).not.toMatch(/会内发言|我的少数意见/u);
    await story.give('reopen-review', { reopening: { what: '改了目标' } }, officer);
    // Back on the committee in the next round, and still not a reader of the one it was recused from.
    expect(inner(auditor)).not.toMatch(/会内发言|我的少数意见/u);
    expect(inner(viewer)).toMatch(/会内发言/u);
  });

  it('no notice carries what is sealed', async () => {
    const story = await conditional();
    const { notices } = story.told;
    expect(notices.length).toBeGreaterThan(2);
    expect(JSON.stringify(notices)).not.toMatch(/委员1|停留时间|我的少数意见|推荐算法部/u);
  });
});
