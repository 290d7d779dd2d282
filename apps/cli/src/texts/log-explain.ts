import { text, type Text } from '@suanjian/rulebook';

/** What is said about explaining a request from its kept record. */
export const explainTexts = {
  command: text('用留存的记录说明一次结果是怎样来的', 'Explain how a result came about, from its kept record'),
  more: text(
    '须写明由谁（--actor），以及依据（--basis）或事项（--matter）。说明只由留存的记录生成，记录里没有的不说；说出之前，这次调取已记入证据。--json 写出的文件可以直接附到“请求说明”事项上，由另一人复核。',
    'Needs who it is (--actor) and the clause or law (--basis) or the matter (--matter). Only what the record holds is said; before any of it is, the extract stands in the evidence. The file of --json can be laid down in the request for an explanation as it is, for a second person to review.',
  ),
  request: text('请求编号，或者订单号', 'Id of the request, or number of the order'),
  item: text('只说明这个内容的位置', 'Only the places of this item'),
  json: text('写成文件，供“请求说明”使用', 'Write it to a file, for the request for an explanation'),
  requestNeeded: text('请用 --request 写明请求编号或订单号。', 'Name the request or order with --request.'),
  explained: (rows: number, leaf: number): Text =>
    text(
      `说明由 ${rows} 条记录生成；这次调取已记入证据（第 ${leaf} 叶）。`,
      `Made from ${rows} ${rows === 1 ? 'record' : 'records'}; that they were taken stands in the evidence (leaf ${leaf}).`,
    ),
  written: (sentences: number, path: string): Text =>
    text(
      `${sentences} 句说明已写入 ${path}；请另一人复核后再发出。`,
      `Wrote ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} to ${path}; let a second person review them before they go.`,
    ),
};
