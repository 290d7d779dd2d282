import { describe, expect, test } from 'vitest';
import { civilDate, text } from '@suanjian/rulebook';
import type { DocumentModel } from '../../engine/document-model.ts';
import type { Actor } from '../../engine/party.ts';
import { viewFor } from '../../engine/view.ts';
import { editor, officer, organisation } from '../../testing/filing-house.ts';
import {
  accountOf,
  definition,
  everything,
  guest,
  inspector,
  onSite,
  planner,
  recorded,
  type Begun,
} from '../../testing/inspection-house.ts';
import { inspectionDocument } from './document.ts';
import { exampleFinding, exampleRefusal, exampleReport, exampleSignature } from './examples.ts';
import type { InspectionState } from './state.ts';

const facts = {
  provider: (organisation as { readonly name: string }).name,
  reference: 'i-1',
  today: civilDate('2026-03-26'),
  timeline: [{ on: civilDate('2026-03-23'), title: text('检查开始', 'Begun'), by: '示例省' }],
};

const paper = (
  matter: Begun,
  side: 'office' | 'provider',
  reader: Actor,
  language: 'zh' | 'en' = 'zh',
): DocumentModel =>
  inspectionDocument(
    viewFor(definition, matter.state(), side, everything, accountOf(reader)).state as unknown as InspectionState,
    language,
    facts,
  );
const words = (model: DocumentModel): string => JSON.stringify(model);
const signatures = ({ signatures: all }: DocumentModel) => all.map(({ name, on }) => [name, on]);

describe('an inspection as a paper', () => {
  test('holds findings, both sides’ say and signatures', async () => {
    const matter = await recorded();
    await matter.give('state-view', { statement: '只影响旧版。' }, editor);
    matter.told.on('2026-03-26');
    await matter.give('sign-record', exampleSignature, officer);
    await matter.give('report', exampleReport, inspector);
    const office = paper(matter, 'office', inspector);
    for (const part of [
      exampleFinding['what'],
      exampleFinding['document'],
      '只影响旧版客户端。',
      '只影响旧版。',
      '粤A-1001',
      '浙A-1003',
      '上午九时到场',
      exampleReport['conclusion'],
      'final/17.1',
      '待办结',
      '检查开始',
    ])
      expect(words(office)).toContain(part);
    expect(signatures(office)).toEqual([
      ['检查员乙', '2026-03-23'],
      ['检查员丙', '2026-03-23'],
      ['王例', '2026-03-26'],
    ]);
    expect(office).not.toHaveProperty('standing');
    expect(words(paper(matter, 'office', inspector, 'en'))).toContain('Record and report of an inspection');
  });

  test('tells the office alone of readings told later, and what stands behind it', async () => {
    const matter = await onSite();
    await matter.give('defer-readings', { until: '2026-05-08' }, planner, '防止通风报信');
    const office = paper(matter, 'office', inspector);
    expect(words(office)).toContain('2026-05-08');
    expect(office.standing).toBe('草稿：还没有会签');
    expect(words(paper(matter, 'provider', officer))).not.toMatch(/2026-05-08|推迟/u);
  });

  test('is the company’s as far as it may read: no team, no reason, no findings before they are sent', async () => {
    const before = await onSite();
    await before.give('find', exampleFinding, inspector);
    expect(words(paper(before, 'provider', officer))).not.toContain('兴趣标签');
    const matter = await recorded();
    const own = paper(matter, 'provider', officer);
    expect(words(own)).toContain('兴趣标签');
    expect(words(own)).not.toMatch(/检查员|投诉反映|做到/u);
    expect(signatures(own)).toEqual([
      ['', '2026-03-23'],
      ['', '2026-03-23'],
      ['', undefined],
    ]);
    await matter.give('record-refusal', exampleRefusal, guest);
    await matter.give('withdraw-finding', { number: 1 }, inspector, '说明成立');
    const unsigned = paper(matter, 'office', inspector, 'en');
    expect(words(unsigned)).toContain('Findings withdrawn');
    expect(unsigned.signatures.at(-1)?.note).toBe('Not signed, as two witnesses testify');
    expect(words(unsigned)).toContain('园区物业');
  });
});
