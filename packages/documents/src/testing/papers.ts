import type { DocumentBlock, DocumentModel } from '@suanjian/matters';
import { civilDate } from '@suanjian/rulebook';

/** A picture that refers to nothing. */
export const bar =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 30"><rect width="60" height="20" fill="#3366aa"/></svg>';

/** A short paper with everything that one can hold. */
export const paper = (more: Partial<DocumentModel> = {}): DocumentModel => ({
  language: 'zh',
  title: '安全评估报告',
  subtitle: '自行评估',
  reference: '评估 0001',
  date: civilDate('2026-03-20'),
  standing: '未签署',
  parties: [{ label: '提供者', value: '云岭示例公司' }],
  sections: [
    {
      heading: '风险',
      clauses: ['final/8'],
      blocks: [
        { kind: 'paragraph', text: '第一行\n第二行' },
        { kind: 'list', ordered: true, items: ['先查', '后改'] },
        { kind: 'facts', facts: [{ label: '版本', value: '2.0' }] },
        {
          kind: 'table',
          caption: '风险矩阵',
          columns: [
            { heading: '种类', share: 1 },
            { heading: '得分', share: 1, align: 'end' },
          ],
          rows: [
            ['滥用', '12'],
            ['漏洞', '6'],
          ],
        },
        { kind: 'figure', svg: bar, caption: '分布', alternative: '一根条', width: 0.5 },
      ],
      sections: [{ heading: '结论', blocks: [{ kind: 'paragraph', tone: 'warning', text: '尚可' }] }],
    },
  ],
  signatures: [{ capacity: '负责人', name: '王例', on: '2026-03-20', note: '本人确认。' }],
  ...more,
});

/** A paper with one section that holds these blocks. */
export const paperOf = (...blocks: readonly DocumentBlock[]): DocumentModel =>
  paper({ parties: [], signatures: [], sections: [{ heading: '一', blocks }] });

/** Names with characters beyond the common ones; all of them stand in the state's table of characters for general use. */
export const rareNames = ['王䶮', '李㛃', '赵𬤊', '陈𬱖', '郑𫖯', '龘靐'];

/** What people may write who mean no good, or know no better. */
export const hostile = [
  '#import "@preview/cetz:0.4.0"',
  '#read("/etc/passwd")',
  '= 标题 *粗* _斜_ $x^2$ `码` <标签> @引用 \\u{41} // 注 /* 释 */',
  '<w:p/>&amp;<![CDATA[x]]>]]>&#0;',
  '{{page}} {pages} "引" \'号\' \\n \\',
  '=HYPERLINK("x")',
];
