import { text } from '@suanjian/rulebook';
import type { Control, FieldDefinition, FormDefinition, Secrecy } from '../engine/form.ts';

const field = (
  zh: string,
  en: string,
  control: Control,
  secrecy: Secrecy = 'public',
  required = true,
): FieldDefinition => ({
  label: text(zh, en),
  help: text(zh, en),
  control,
  secrecy,
  required,
  step: 'only',
});
const words: Control = { kind: 'text', longest: 200 };

/** A form small enough to be read in a test, with the names that a filing uses. */
export const exampleForm: FormDefinition = {
  name: 'example',
  steps: [{ name: 'only', title: text('全部', 'All'), intro: text('全部', 'All') }],
  fields: {
    algorithmName: field('算法名称', 'Algorithm name', words),
    modality: field('输入模态', 'Input modality', words, 'confidential'),
    hidden: { ...field('隐藏', 'Hidden', words), shown: () => false },
    products: field('产品', 'Products', {
      kind: 'list',
      atLeast: 1,
      atMost: 5,
      of: { name: field('产品名称', 'Product name', words) },
    }),
  },
};

export const exampleValues = {
  algorithmName: '云栖短视频推荐算法',
  modality: '文本',
  products: [{ name: '云栖短视频' }],
};

/** Obeys the structure, names nobody. */
export const exampleNumber = '330106900000102260011';
