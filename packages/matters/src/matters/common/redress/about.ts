import { text } from '@suanjian/rulebook';
import { placeOf } from '@suanjian/register';
import type { FieldDefinition, FormValues } from '../../../engine/form.ts';
import type { PlaceCode } from '../../../engine/party.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import { wordsIn } from '../part.ts';

/** Whom and what somebody writes about. None is required alone; `aboutRefusals` wants one of them. */
export const aboutFields = (step: string) =>
  ({
    company: {
      label: text('公司名称', 'Company'),
      help: text(
        '写公司的全称，查到已登记的公司就直接转给它。不知道可以不填。',
        'Its full name: a registered company of this name gets it at once. Leave it out if you do not know.',
      ),
      control: { kind: 'text', longest: 200 },
      secrecy: 'confidential',
      step,
      required: false,
    },
    service: {
      label: text('产品或服务名称', 'Product or service'),
      help: text('例如应用、网站、小程序的名称。', 'For example the name of an app, a site or a mini-program.'),
      control: { kind: 'text', longest: 200 },
      secrecy: 'confidential',
      step,
      required: false,
    },
    algorithm: {
      label: text('算法名称', 'Algorithm'),
      help: text('公示页上的名称。不知道可以不填。', 'As its public record names it. Leave it out if you do not know.'),
      control: { kind: 'text', longest: 200 },
      secrecy: 'confidential',
      step,
      required: false,
    },
    number: {
      label: text('备案编号', 'Filing number'),
      help: text(
        '21 位数字，不写前缀和“号”。不知道可以不填。',
        'The 21 digits, without what is printed before and after them. Leave it out if you do not know.',
      ),
      control: { kind: 'text', longest: 21 },
      secrecy: 'public',
      step,
      required: false,
      check: (value) =>
        /^\d{21}$/.test(value)
          ? undefined
          : text(
              '应为 21 位数字，请对照公示页填写，或者留空。',
              'should be 21 digits, as the public record shows them; or leave it out.',
            ),
    },
  }) as const satisfies Readonly<Record<string, FieldDefinition>>;

export const aboutRefusals = (values: FormValues, base: string): readonly Refusal[] =>
  ['company', 'service', 'algorithm', 'number'].some((name) => wordsIn(values, name) !== '')
    ? []
    : [
        {
          code: 'redress/about-nothing',
          pointer: `${base}/service`,
          text: text(
            '请至少写明一项：公司、产品或服务、算法名称、备案编号。',
            'Name at least one of these: the company, the product or service, the algorithm, the filing number.',
          ),
        },
      ];

/** The province that keeps the record of a number; the nation where the digits name none. */
export const placeOfNumber = (number: string): PlaceCode => {
  const province = `${number.slice(0, 2)}0000`;
  return /^\d{21}$/.test(number) && placeOf(province) !== undefined ? province : '000000';
};
