import { text, type Text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { AppealEvent, AppealState } from './state.ts';

const signIn = text('请登录查看。', 'Sign in to read it.');
const toProvider = (subject: Text): Notice => ({ to: 'provider', subject, body: signIn });

export const noticesOf = (event: AppealEvent, { place }: AppealState): readonly Notice[] => {
  const { type } = event;
  const office = { officeLevel: place === '000000' ? 'nation' : 'province' } as const;
  if (type === 'wrote')
    return [
      {
        to: event.side === 'office' ? 'provider' : office,
        subject: text('申诉办理中有新消息', 'A message about an appeal'),
        body: signIn,
      },
    ];
  if (type === 'opened') return [toProvider(text('收到申诉', 'An appeal has arrived'))];
  if (type === 'replied') return [toProvider(text('申诉人已答复', 'Who appealed has answered'))];
  if (type === 'decided') return [toProvider(text('申诉已有决定', 'An appeal has been decided'))];
  if (type === 'escalated')
    return [
      toProvider(text('申诉已转主管部门', 'An appeal has gone to the office')),
      {
        to: office,
        subject: text('收到申诉', 'An appeal has arrived'),
        body: signIn,
      },
    ];
  return [];
};
