import { text } from '@suanjian/rulebook';
import type { DataSet } from '../figure.ts';

export const fakeFollowers = (): DataSet => ({
  name: 'instagram-fake-followers',
  figures: [
    { what: text('账号', 'Accounts'), printed: '975', result: 'fakes', path: ['accounts'] },
    { what: text('虚假账号，%', 'Fake accounts, %'), printed: '10.05', result: 'fakes', path: ['share'], times: 100 },
  ],
  leftOut: [
    {
      what: text('一行规则的召回率与误报率', 'Recall and false positives of a one-line rule'),
      printed: '.745, .096',
      why: text(
        '没有说明是什么规则。凑出一条数值相同的规则不能证明什么。',
        'The rule is not stated, and one that was searched for until its numbers fit would prove nothing.',
      ),
    },
    {
      what: text('随机森林的准确率、灵敏度与特异度', 'Accuracy, sensitivity and specificity of random forests'),
      printed: '.944, .774, .963 …',
      why: text('随机森林不在方法之列。', 'Random forests are no method of the audit.'),
    },
  ],
  verdicts: [],
});
