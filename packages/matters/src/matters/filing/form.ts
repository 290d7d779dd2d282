import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import type { ValuesOf } from '../common/fields.ts';
import { basicFields } from './form/basic.ts';
import { dataAndModelFields } from './form/data-and-models.ts';
import { detailFields } from './form/detail.ts';
import { attachmentFields, disclosureFields } from './form/disclosure.ts';
import { productStepFields } from './form/product.ts';
import { selfAssessmentFields } from './form/self-assessment.ts';

const fields = {
  ...basicFields,
  ...detailFields,
  ...dataAndModelFields,
  ...productStepFields,
  ...selfAssessmentFields,
  ...disclosureFields,
  ...attachmentFields,
} as const;

/** Values of the filing form while it is written. */
export type FilingForm = ValuesOf<typeof fields>;
export type FilingFieldName = keyof FilingForm;

/** All that a filing asks: the algorithm, its data and models, the product, the assessment, what will be published. */
export const filingForm: FormDefinition = {
  name: 'filing',
  steps: [
    {
      name: 'basic',
      title: text('基本信息', 'Basics'),
      intro: text(
        '算法是什么类型、叫什么、何时上线。这一步全部公开。',
        'What kind it is, its name, when it was launched. All of this becomes public.',
      ),
    },
    {
      name: 'detail',
      title: text('算法情况', 'The algorithm'),
      intro: text(
        '算法怎样工作、输入输出什么。标为保密的内容不会公开。',
        'How it works, what goes in and comes out. What is marked confidential is never published.',
      ),
    },
    {
      name: 'data-and-models',
      title: text('数据与模型', 'Data and models'),
      intro: text(
        '模型、训练数据、干预和审核，全部保密。',
        'Models, training data, intervention and review; all confidential.',
      ),
    },
    {
      name: 'product',
      title: text('产品与服务', 'Product and service'),
      intro: text(
        '用户在哪里遇到这个算法；技术支持者填写技术服务。',
        'Where people meet the algorithm; technical supporters describe their service instead.',
      ),
    },
    {
      name: 'self-assessment',
      title: text('安全自评估', 'Self-assessment'),
      intro: text(
        '先照报告封面填写，系统会与表单核对；再写风险和防控。',
        'First copy the cover of the report, which is held against the form; then risks and safeguards.',
      ),
    },
    {
      name: 'disclosure',
      title: text('公示内容', 'Disclosure'),
      intro: text(
        '备案后原样公开，请写得让普通用户看得懂。',
        'Published as it stands; write it so that ordinary people understand.',
      ),
    },
    {
      name: 'attachments',
      title: text('附件', 'Attachments'),
      intro: text('上传盖章的材料。', 'Upload the papers with their seals.'),
    },
  ],
  fields,
};
