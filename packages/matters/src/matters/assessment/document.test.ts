import { describe, expect, it } from 'vitest';
import { civilDate, languages, type Language } from '@suanjian/rulebook';
import type { DocumentBlock, DocumentModel, DocumentSection } from '../../engine/document-model.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import { viewFor } from '../../engine/view.ts';
import { anyMatter } from '../../engine/definition.ts';
import {
  assessment,
  assessmentDocument,
  exampleAssessment,
  exampleSafetyAssessment,
  exampleSelfAssessment,
  type AssessmentState,
} from './definition.ts';

const facts = { provider: '云岭示例公司', reference: '0001', today: civilDate('2026-03-21') };

const signature: AssessmentState['signature'] = {
  on: civilDate('2026-03-20'),
  by: 'yunling-officer' as AccountId,
  alsoEditor: false,
  cadence: { months: 3, grade: 'I', graded: true },
};

const stateOf = (form: FormValues, more: Partial<AssessmentState> = {}): AssessmentState => ({
  status: 'signed',
  owner: null,
  place: '440305',
  form,
  gaps: [],
  signature,
  notes: [],
  correspondence: [],
  ...more,
});

const paper = (form: FormValues, language: Language = 'zh', more: Partial<AssessmentState> = {}): DocumentModel =>
  assessmentDocument(stateOf(form, more), language, facts);

const headings = ({ sections }: DocumentModel): readonly string[] => sections.map(({ heading }) => heading);

const section = ({ sections }: DocumentModel, heading: string): DocumentSection => {
  const found = sections.find((each) => each.heading === heading);
  if (found === undefined) throw new Error(`no section ${heading}`);
  return found;
};

const rowsOf = (blocks: readonly DocumentBlock[]): readonly (readonly string[])[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));

describe('the paper of an assessment', () => {
  it('has the parts of its template, and no others', () => {
    expect(headings(paper(exampleAssessment))).toEqual([
      '评估对象',
      '二十七项自查',
      '风险矩阵',
      '证据',
      '机器找出的缺口和理由',
      '结论',
      '下次评估',
    ]);
    expect(headings(paper(exampleSafetyAssessment))).toEqual(
      expect.arrayContaining(['第一部分：服务和证照', '第二部分：制度措施和八个要点']),
    );
    expect(headings(paper(exampleSelfAssessment, 'en'))).toContain('Self-assessment');
    expect(headings(paper(exampleSelfAssessment, 'en'))).not.toContain('The 27 items');
  });

  it('lists the questions that are asked with answer and evidence', () => {
    const rows = rowsOf(section(paper(exampleAssessment), '二十七项自查').blocks);
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual(['1 信息茧房：兴趣选择可跳过', '已做到', '', '文件 item1.pdf']);
  });

  it('scores the risks, and counts none that does not exist or is only half written', () => {
    const { blocks } = section(paper(exampleAssessment), '风险矩阵');
    const rows = rowsOf(blocks);
    expect(rows[0]).toEqual(expect.arrayContaining(['12 (中)', '6 (低)']));
    expect(rows.at(-1)?.[1]).toBe('不存在：只用公开的文章信息。');
    const figure = blocks.find((block) => block.kind === 'figure');
    expect(figure?.svg.match(/>4<\/text>/gu)).toHaveLength(3);
  });

  it('is signed by name and day, and says who wrote and signed alone', () => {
    expect(paper(exampleAssessment)).toMatchObject({
      date: '2026-03-20',
      signatures: [{ name: '王例', on: '2026-03-20' }],
    });
    expect(paper(exampleAssessment)).not.toHaveProperty('standing');
    const alone = paper(exampleAssessment, 'en', { signature: { ...signature, alsoEditor: true } });
    expect(alone.signatures[0]?.note).toMatch(/no other officer/);
  });

  it('says that it is a draft, and what is lacking, while nobody has signed', () => {
    const draft = paper({ ...exampleAssessment, evidence: [] }, 'zh', { status: 'draft', signature: undefined });
    expect(draft).toMatchObject({ standing: '草稿：尚未签署', date: '2026-03-21', signatures: [{ name: '' }] });
    expect(JSON.stringify(section(draft, '机器找出的缺口和理由'))).toContain('evidence-missing:item4');
  });

  it('leaves a line for the seal of a third party', () => {
    const { signatures, parties } = paper({ ...exampleAssessment, kind: 'third-party', assessor: '示例评估中心' });
    expect(signatures.map(({ capacity }) => capacity)).toEqual(['算法安全负责人', '评估机构（盖章） 示例评估中心']);
    expect(parties).toContainEqual({ label: '评估机构', value: '示例评估中心' });
  });

  it('gives the reasons for the gaps that stayed open', () => {
    const gap = {
      name: 'evidence-missing:item3',
      title: { zh: '没有证据', en: 'No evidence' },
      grade: 'lesser',
      pointers: [],
    } as const;
    const declared = { truthful: true, reasons: [{ gap: gap.name, reason: '另行归档。' }] };
    const { blocks } = section(paper(exampleAssessment, 'zh', { gaps: [gap], declared }), '机器找出的缺口和理由');
    expect(rowsOf(blocks)).toEqual([['没有证据\nevidence-missing:item3', '另行归档。']]);
  });

  it('prints what its reader may not see as withheld', () => {
    for (const language of languages) {
      const { state } = viewFor(anyMatter(assessment), stateOf(exampleSafetyAssessment), 'provider', new Set());
      const masked = JSON.stringify(assessmentDocument(state as unknown as AssessmentState, language, facts));
      for (const secret of ['王例', '处置平均用时', 'masked', '[object']) expect(masked).not.toContain(secret);
      expect(masked).toContain(language === 'zh' ? '（未公开）' : '(withheld)');
    }
  });
});
