import { describe, expect, it } from 'vitest';
import { civilDate, text } from '@suanjian/rulebook';
import { anyMatter } from '../../engine/definition.ts';
import type { DocumentSection } from '../../engine/document-model.ts';
import { viewFor } from '../../engine/view.ts';
import { officePerson } from '../../testing/actors.ts';
import { head, organisation, province } from '../../testing/filing-house.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { caseDocument, violationCase, type CaseState } from './definition.ts';
import { exampleEvidence, exampleFindings, exampleLead, exampleNotice } from './examples.ts';

const facts = {
  provider: organisation.name,
  reference: 'm-1',
  today: civilDate('2026-03-23'),
  timeline: [{ on: civilDate('2026-03-20'), title: text('立案', 'Case opened'), by: '示例省', reason: '符合条件' }],
  clocks: [{ title: text('作出决定', 'To decide'), clause: 'penalty-law/60', due: civilDate('2026-06-18') }],
  children: [{ kind: 'rectification', status: 'ordered', reference: 'm-2' }],
};

const noticed = async (): Promise<CaseState> => {
  const told = inMemory({
    definitions: [anyMatter(violationCase)],
    organisations: [organisation],
    today: '2026-03-20',
  });
  const two = officePerson('province', '440000', 'reviewer', 'auditor');
  const id = await told.open('violation-case', { ...exampleLead, provider: organisation.name }, province);
  const accounts = [province, two].map((actor) => (actor.kind === 'person' ? actor.account : ''));
  await told.give(id, 'establish', { first: accounts[0], second: accounts[1] }, head, '理由');
  await told.give(id, 'add-evidence', exampleEvidence, province);
  await told.give(id, 'conclude', exampleFindings, province);
  await told.give(id, 'countersign', {}, two);
  await told.give(id, 'notify', exampleNotice, head);
  return told.state(id) as unknown as CaseState;
};

const headings = (sections: readonly DocumentSection[]): readonly string[] =>
  sections.flatMap(({ heading, sections: inner = [] }) => [heading, ...headings(inner)]);

describe('the file of a case', () => {
  it('holds everything that was written down, its deadlines and its record', async () => {
    const state = await noticed();
    const zh = caseDocument(state, 'zh', facts);
    const all = JSON.stringify(zh);
    for (const words of [
      exampleLead['facts'],
      exampleEvidence['what'],
      exampleFindings['gravityShown'],
      exampleNotice['reasons'],
      '罚款',
      '20000',
      'final/17.1',
      'penalty-law/60',
      '2026-06-18',
      '符合条件',
      'm-2',
      '已告知，听取意见',
    ])
      expect(all).toContain(words);
    expect(headings(zh.sections)).toEqual([
      '依据',
      '违法线索',
      '涉嫌违反的条款',
      '证据',
      '证据目录',
      '调查结论',
      '违反的条款',
      '按规定可以适用的处罚',
      '处罚',
      '拟处罚告知',
      '期限',
      '有关事项',
      '办理记录',
    ]);
    expect(headings(caseDocument(state, 'en', facts).sections)).toContain('Notice of the intended penalty');
  });

  it('binds in the order that was opened on it, with its evidence and verification, and calls kinds by their names', async () => {
    const state = await noticed();
    const order = {
      ...caseDocument(state, 'en', facts),
      title: 'File of a rectification',
      reference: 'Case file m-2',
      sections: [{ heading: 'Verification', blocks: [{ kind: 'paragraph', text: 'opt-out-honoured: pass' } as const] }],
    };
    const warning = { kind: 'warning', matter: 'w-1', indicator: 'opt-out', from: '2026-03-01', until: '2026-03-10' };
    const bundle = {
      kind: 'filing',
      matter: 'f-1',
      check: 'opt-out-honoured',
      verdict: 'fail',
      bundle: 'a'.repeat(64),
    };
    const model = caseDocument({ ...state, references: [warning, bundle, bundle] }, 'en', {
      ...facts,
      kinds: { rectification: text('限期整改', 'Rectification'), filing: text('备案', 'Filing') },
      children: facts.children.map((child) => ({ ...child, standing: text('已送达', 'Served'), paper: order })),
    });
    const annex = model.sections.at(-1);
    expect(annex?.heading).toBe('Annex 1: File of a rectification');
    expect(JSON.stringify(annex)).toContain('opt-out-honoured: pass');
    const all = JSON.stringify(model);
    for (const part of ['Rectification · Served · m-2', 'Early warning w-1 · opt-out · 2026-03-01 – 2026-03-10'])
      expect(all).toContain(part);
    expect(all.split(`Filing f-1 · opt-out-honoured: fail · SHA-256 ${'a'.repeat(64)}`).length).toBe(2);
  });

  it('is the reader’s: what a side does not see is not in it, and what is masked is printed as withheld', async () => {
    const state = await noticed();
    const seen = (unsealed: readonly 'confidential'[], side: 'provider' | 'office') =>
      JSON.stringify(
        caseDocument(
          viewFor(anyMatter(violationCase), state, side, new Set(unsealed)).state as unknown as CaseState,
          'en',
          facts,
        ),
      );
    const company = seen(['confidential'], 'provider');
    expect(company).toContain(String(exampleNotice['reasons']));
    for (const inside of [exampleLead['facts'], exampleEvidence['what'], exampleFindings['gravityShown']])
      expect(company).not.toContain(inside);
    const masked = seen([], 'office');
    expect(masked).toContain('(withheld)');
    expect(masked).not.toContain(exampleNotice['reasons']);
  });
});
