import type { FormValues, Option } from '../../../engine/form.ts';
import { choice, date, fieldsOf, files, list, long, papers, short, type ValuesOf } from '../../common/fields.ts';
import { evidenceKindOptions, riskKindOptions, templateOptions, verdictOptions } from '../options.ts';
import { questions } from '../questions.ts';

const evidence = fieldsOf('evidence', 'confidential');
const isCheck = ({ kind }: FormValues): boolean => kind === 'check';
const isFile = ({ kind }: FormValues): boolean => kind === 'document' || kind === 'screenshot';

/** What evidence can be about: a question, or a kind of risk. */
const aboutOptions: readonly Option[] = [
  ...questions.map(({ id, title, template }): Option => {
    const group = templateOptions.find(({ value }) => value === template)?.label;
    return { value: id, label: title, ...(group === undefined ? {} : { group }) };
  }),
  ...riskKindOptions.map(({ value, label }) => ({ value: `risk-${value}`, label })),
];

const evidenceFields = {
  about: evidence(
    ['说明哪一项', 'What it speaks to'],
    ['选择所证明的问题或风险。', 'The question or risk it bears on.'],
    choice(aboutOptions),
  ),
  kind: evidence(
    ['证据种类', 'Kind'],
    ['检查结果、文件或者截图。', 'Check, document or screenshot.'],
    choice(evidenceKindOptions),
  ),
  bundle: evidence(
    ['结果包摘要', 'Bundle hash'],
    ['审计结果包的 SHA-256，64 位十六进制。', 'SHA-256 of the audit bundle, 64 hexadecimal digits.'],
    short(64),
    {
      shown: isCheck,
      check: (value) =>
        /^[0-9a-f]{64}$/.test(value)
          ? undefined
          : { zh: '应为 64 位十六进制数字。', en: 'should be 64 hexadecimal digits.' },
    },
  ),
  check: evidence(['检查', 'Check'], ['检查的名称。', 'The name of the check.'], short(80), { shown: isCheck }),
  verdict: evidence(['结论', 'Verdict'], ['检查的结论。', 'What it found.'], choice(verdictOptions), {
    shown: isCheck,
  }),
  estimate: evidence(['估计值', 'Estimate'], ['没有可不填。', 'Leave empty if there is none.'], short(60), {
    shown: isCheck,
    required: false,
  }),
  from: evidence(['数据自', 'Data from'], ['数据的第一天。', 'First day of the data.'], date, { shown: isCheck }),
  until: evidence(['数据至', 'Data until'], ['数据的最后一天。', 'Last day of the data.'], date, { shown: isCheck }),
  file: evidence(['文件', 'File'], ['上传文件或截图。', 'The file or picture.'], files(3, papers), { shown: isFile }),
  takenOn: evidence(['形成日期', 'Made on'], ['文件成文、截图截取的日期。', 'The day it was written or taken.'], date, {
    shown: isFile,
  }),
  note: evidence(['备注', 'Note'], ['没有可不填。', 'May be left empty.'], long(500, 2), { required: false }),
} as const;

export type EvidenceEntry = ValuesOf<typeof evidenceFields>;

export const evidenceList = {
  evidence: evidence(
    ['证据', 'Evidence'],
    [
      '每条证据说明一项；检查结果可以从结果包预填。',
      'Each speaks to one thing; results of checks can be filled in from a bundle.',
    ],
    list(evidenceFields, 0, 400),
    { required: false },
  ),
} as const;
