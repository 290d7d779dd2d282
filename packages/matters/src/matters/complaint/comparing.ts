import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, pickedCheck, type FormDefinition } from '../../engine/form.ts';
import type { BundleFindings } from '../../engine/lookups.ts';
import { accept, refuse, type Refusal } from '../../engine/refusal.ts';
import { fieldsOf, list, pickResult } from '../common/fields.ts';
import { wordsIn } from '../common/part.ts';
import { office } from './office.ts';
import type { ComplaintEvent, ComplaintState } from './state.ts';
import { withEntry } from './words.ts';

const m = matterOf<ComplaintState, ComplaintEvent>();
const field = fieldsOf('result', 'public');

const steps: FormDefinition['steps'] = [
  {
    name: 'result',
    title: text('审计结果', 'What an audit found'),
    intro: text(
      '公司报送并通过核验的结果包中的一项检查，例如同物同时的价格对比。',
      'One check of a result bundle that the company sent and that was verified, such as the comparison of matched prices.',
    ),
  },
];

const result = field(
  ['检查结果', 'Result of a check'],
  [
    '按检查名称、条款或日期查找。只附引用，不附数据行。',
    'Look for it by the name of the check, the clause or a date. A reference is laid beside, no row of data.',
  ],
  pickResult,
);

const comparisonForm: FormDefinition = { name: 'complaint-bundle', steps, fields: { result } };

/** What was laid beside a complaint, oldest first. */
export const besideForm: FormDefinition = {
  name: 'complaint-beside',
  steps,
  fields: {
    entries: field(
      ['附上的审计结果', 'Audit results beside it'],
      ['按附上的先后排列。', 'In the order in which they were laid beside it.'],
      list({ result }, 0, 200),
      { required: false },
    ),
  },
};

const refusal = (code: string, zh: string, en: string): Refusal => ({
  code: `complaint/${code}`,
  pointer: '/result',
  text: text(zh, en),
});

export const comparing = {
  'link-bundle': m.command({
    title: text('附上审计结果', 'Lay an audit beside it'),
    help: text(
      '从公司报送的结果包中选一项检查，例如同物同时的价格对比，办理时并排查看。只有引用，没有数据行。',
      'Choose one check of a bundle that the company sent, such as the comparison of matched prices, to be read beside the complaint. A reference, no rows.',
    ),
    by: [office],
    from: ['with-provider', 'asked', 'answered', 'with-office', 'escalated', 'queried'],
    ...asking(comparisonForm),
    gather: async ({ owner }, input, lookups): Promise<BundleFindings | undefined> => {
      const picked = pickedCheck(wordsIn(input, 'result'));
      return owner === null || picked === undefined ? undefined : lookups.bundleFindings(picked.bundle, owner);
    },
    decide: ({ bundles, beside }, input, { gathered: found }) => {
      const picked = pickedCheck(wordsIn(input, 'result'));
      const finding = found?.checks.find(({ check }) => check === picked?.check);
      if (picked === undefined || found === undefined || finding === undefined)
        return refuse(
          refusal(
            'no-such-result',
            '这家公司没有报送过这项结果，请从列表中选择。',
            'This company has sent no such result. Choose from the list.',
          ),
        );
      if (bundles.some(({ hash, check }) => hash === found.bundle && check === finding.check))
        return refuse(refusal('already-linked', '这项结果已经附上了。', 'This one lies beside it already.'));
      const { check, verdict } = finding;
      return accept({
        type: 'bundle-linked',
        bundle: {
          id: picked.bundle,
          hash: found.bundle,
          check,
          verdict,
          ...(found.days === undefined ? {} : { from: found.days.from, to: found.days.until }),
        },
        beside: withEntry(beside, { result: `${picked.bundle}/${check}` }),
      });
    },
  }),
};
