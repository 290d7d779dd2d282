import { text } from '@suanjian/rulebook';
import { answeredDays } from './days-looked-at.ts';
import { judgedBy, type RecordCheck } from './record-check.ts';

const titles = {
  complaint: { zh: '投诉举报', en: 'complaints and reports' },
  appeal: { zh: '申诉', en: 'appeals' },
  explanation: { zh: '说明请求', en: 'requests for an explanation' },
} as const;

/** Of what reached the provider under a time that it had published: nothing else has a time. */
export const timelyAnswers: RecordCheck = {
  id: 'timely-answers',
  question: text(
    `最近 ${answeredDays} 日收到的投诉、申诉和说明请求，都在公布的时限内答复了吗？`,
    `Was everything that came in within the last ${answeredDays} days answered within the published time?`,
  ),
  advice: text(
    '先答复超期的，再看人手和流程是否跟得上公布的时限；做不到的时限不要公布。',
    'Answer what is late first. Then see whether people and procedure match the time you published; publish none that you cannot keep.',
  ),
  judge: ({ answered }) =>
    judgedBy(
      answered.reduce((sum, { inTime, late, overdue }) => sum + inTime + late + overdue, 0),
      answered.flatMap(({ kind, inTime, late, overdue }) =>
        late + overdue === 0
          ? []
          : [
              {
                text: text(
                  `${titles[kind].zh}共 ${inTime + late + overdue} 件，其中 ${late} 件答复晚于公布的时限，${overdue} 件已超期还没有答复。`,
                  `Of ${inTime + late + overdue} ${titles[kind].en}, ${late} were answered after the published time and ${overdue} are past it and not answered.`,
                ),
              },
            ],
      ),
    ),
};
