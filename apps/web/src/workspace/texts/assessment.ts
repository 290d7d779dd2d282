import { text } from '@suanjian/rulebook';

export const assessmentTexts = {
  assess: text('安全评估', 'Assess'),
  report: text('评估报告', 'The report'),
  caseFile: text('案卷', 'The case file'),
  reportHelp: text(
    '文件包含保密和个人信息，每次下载都记入查看记录。',
    'It holds what is sealed; each download is recorded as a reading.',
  ),
  papers: [
    { lang: 'zh', ending: 'pdf', label: text('PDF（中文）', 'PDF (Chinese)') },
    { lang: 'zh', ending: 'docx', label: text('DOCX（中文）', 'DOCX (Chinese)') },
    { lang: 'en', ending: 'pdf', label: text('PDF（英文）', 'PDF (English)') },
    { lang: 'en', ending: 'docx', label: text('DOCX（英文）', 'DOCX (English)') },
  ],
  bundle: text('结果包', 'Result bundle'),
  bundleHelp: text(
    '只列这件备案已上传并核验的结果包。已经回答的不改。',
    'The bundles of this filing that were sent and verified. What is answered already stays.',
  ),
  bundleChoose: text('请选择', 'Choose one'),
  bundleMissing: text('请选择一个结果包。', 'Choose a bundle.'),
  bundleNone: text(
    '这件备案还没有审计日志的结果包。请先在备案的审计结论页上传。',
    'No bundle that audits a log was sent for this filing yet. Send one on the audit page of the filing.',
  ),
  bundleNoFiling: text(
    '这次评估不针对备案，没有可以预填的结果包。',
    'This assessment is of no filing, so there is no bundle to fill it in from.',
  ),
  toAudits: text('审计结论', 'Audit results'),
  days: (from: string, to: string) => text(`${from} 至 ${to}`, `${from} to ${to}`),
  doubts: {
    'went-back': text('（日志变短了）', ' (the log became shorter)'),
    split: text('（日志有两个版本）', ' (the log has two histories)'),
  },
  gaps: text('机器找出的缺口', 'Gaps found by machine'),
  gapsNone: text('没有发现缺口。', 'No gaps were found.'),
  blocking: text('须先补上', 'Has to be closed'),
  lesser: text('补上，或说明理由', 'To be closed or explained'),
  goThere: text('去填写', 'Go there'),
  reason: text('为什么没有补上', 'Why it stays open'),
  reasonMissing: text('请补上这个缺口，或者说明理由。', 'Close this gap, or say why it stays open.'),
  truthful: text('我确认答案和证据属实。', 'I declare that answers and evidence are true.'),
};
