import { text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { ExplanationEvent, ExplanationState } from './state.ts';

const toProvider = (subject: Notice['subject']): readonly Notice[] => [
  { to: 'provider', subject, body: text('请登录办理。', 'Sign in to deal with it.') },
];

export const noticesOf = ({ type }: ExplanationEvent, _state: ExplanationState): readonly Notice[] => {
  if (type === 'opened') return toProvider(text('有人请求说明', 'Somebody asks for an explanation'));
  if (type === 'replied') return toProvider(text('请求说明的人已答复', 'Who asked for an explanation has answered'));
  if (type === 'drafted') return toProvider(text('一份说明等待复核', 'An explanation waits for its review'));
  if (type === 'contested') return toProvider(text('对说明不满意', 'Not content with an explanation'));
  return [];
};
