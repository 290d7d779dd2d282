import { describe, expect, test } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import { anyMatter } from '../../engine/definition.ts';
import type { Actor } from '../../engine/party.ts';
import { viewFor } from '../../engine/view.ts';
import { officePerson } from '../../testing/actors.ts';
import { editor, house, officer, organisation } from '../../testing/filing-house.ts';
import { examplePeople } from '../common/team/examples.ts';
import { officialAssessment } from './definition.ts';
import { officialAssessmentDocument } from './document.ts';
import {
  exampleAnswers,
  exampleConclusion,
  exampleEnding,
  exampleEvidence,
  exampleOpening,
  exampleRisks,
  exampleView,
} from './examples.ts';
import type { OfficialAssessmentState } from './state.ts';

const definition = anyMatter(officialAssessment);
const planner = officePerson('province', '440000', 'supervisor');
const deputy = officePerson('nation', '000000', 'supervisor');
const expert = officePerson('province', '440000', 'reviewer');
const accountOf = (actor: Actor) => (actor.kind === 'person' ? actor.account : ('' as never));
const provider = (organisation as { readonly name: string }).name;

/** Concluded, and not yet sent to the company. */
const concluded = async () => {
  const told = house({ definitions: [definition] });
  const id = await told.open('official-assessment', { ...exampleOpening, provider }, planner);
  const give = (command: string, input: unknown, actor: Actor) => told.give(id, command, input, actor);
  await give('name-members', examplePeople(...[deputy, expert].map(accountOf)), planner);
  for (const actor of [deputy, expert]) {
    await give('undertake', { given: true }, actor);
    await give('declare-interests', { conflict: false }, actor);
  }
  await give('start', {}, deputy);
  for (const answer of exampleAnswers) await give('answer', answer, expert);
  for (const row of exampleRisks) await give('score-risk', row, expert);
  await give('add-evidence', exampleEvidence, expert);
  await give('conclude', exampleConclusion('2026-03-27'), expert);
  const paper = (side: 'office' | 'provider', reader: Actor, language: 'zh' | 'en' = 'zh') =>
    officialAssessmentDocument(
      viewFor(definition, told.state(id), side, new Set(['confidential', 'personal']), accountOf(reader))
        .state as unknown as OfficialAssessmentState,
      language,
      { provider, reference: 'a-1', today: civilDate('2026-03-26') },
    );
  return { give, paper };
};

describe('an assessment by the office as a paper', () => {
  test('holds answers with evidence, risks, conclusions, the company’s say and both signatures', async () => {
    const { give, paper } = await concluded();
    await give('countersign', {}, deputy);
    await give('state-view', exampleView, editor);
    await give('close', exampleEnding, planner);
    const model = paper('office', expert);
    const words = JSON.stringify(model);
    for (const part of [
      '当场操作并核对配置。',
      exampleEvidence['note'],
      '风险矩阵',
      '一项部分做到，建议限期补上。',
      '影响面比备案时大。',
      exampleView['statement'],
      exampleEnding['answer'],
      '责令整改',
      exampleOpening['why'],
      '已办结',
    ])
      expect(words).toContain(part);
    expect(model.signatures.map(({ name, on }) => [name, on])).toEqual([
      ['检查员乙', '2026-03-20'],
      ['检查员甲', '2026-03-20'],
    ]);
    const own = paper('provider', officer, 'en');
    expect(own.title).toBe('Report of an assessment by the office');
    expect(JSON.stringify(own)).toContain('一项部分做到，建议限期补上。');
    expect(JSON.stringify(own)).not.toContain(exampleOpening['why']);
    expect(own.signatures.map(({ name }) => name)).toEqual(['', '']);
  });

  test('is a draft until it is countersigned, and tells the company nothing of what was answered', async () => {
    const { paper } = await concluded();
    const [office, own] = [paper('office', expert), paper('provider', officer)];
    expect([office.standing, office.signatures]).toEqual(['草稿：还没有会签', []]);
    expect(JSON.stringify(office)).toContain('当场操作并核对配置。');
    expect(JSON.stringify(own)).not.toMatch(/当场操作|部分做到|风险矩阵/u);
  });
});
