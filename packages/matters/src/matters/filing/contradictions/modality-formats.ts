import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { optionLabel } from '../../common/fields.ts';
import { formats, modalityOptions } from '../form/options.ts';
import type { ContradictionRule } from './rule.ts';

const sides = [
  { modalities: 'inputModalities', formats: 'inputFormats', zh: '输入', en: 'input' },
  { modalities: 'outputModalities', formats: 'outputFormats', zh: '输出', en: 'output' },
] as const;

const carries = (format: string, modality: string): boolean =>
  formats.some(({ value, carries }) => value === format && carries.includes(modality));

export const modalityFormats: ContradictionRule = {
  name: 'modality-formats',
  title: text('数据模态与格式不匹配', 'Modalities and formats do not fit'),
  grade: 'blocking',
  find: (form) =>
    sides.flatMap((side) => {
      const modalities = form[side.modalities] ?? [];
      const chosen = form[side.formats] ?? [];
      if (modalities.length === 0 || chosen.length === 0) return [];
      const modalityPointer = `/form/${side.modalities}` as const;
      const formatPointer = `/form/${side.formats}` as const;
      return [
        ...modalities
          .filter((modality) => !chosen.some((format) => carries(format, modality)))
          .map((modality) => {
            const { zh, en } = optionLabel(modalityOptions, modality);
            return {
              pointers: [formatPointer, modalityPointer] as const,
              text: text(
                `${side.zh}含「${zh}」，所选格式却都不能承载它。`,
                `The ${side.en} holds “${en}”, which none of the chosen formats can carry.`,
              ),
            };
          }),
        ...chosen
          .filter((format) => !modalities.some((modality) => carries(format, modality)))
          .map((format) => {
            const { zh, en } = optionLabel(formats, format);
            return {
              pointers: [modalityPointer, formatPointer] as const,
              text: text(
                `${side.zh}格式有「${zh}」，所选模态中却没有它能承载的。`,
                `The ${side.en} has the format “${en}”, which fits none of the chosen modalities.`,
              ),
            };
          }),
      ];
    }),
  examples: [
    { title: 'behaviour as JSON, text as HTML', form: exampleRecommender, expect: [] },
    {
      title: 'video goes out as plain text',
      form: { ...exampleRecommender, outputModalities: ['video'], outputFormats: ['txt'] },
      expect: ['/form/outputFormats', '/form/outputModalities'],
    },
    {
      title: 'a sound format without sound',
      form: { ...exampleRecommender, inputFormats: ['json', 'mp3'] },
      expect: ['/form/inputModalities'],
    },
    { title: 'formats not chosen yet', form: { ...exampleRecommender, outputFormats: [] }, expect: [] },
  ],
};
