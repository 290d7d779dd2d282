import { text } from '@suanjian/rulebook';
import type { Refusal } from '../../../engine/refusal.ts';

const refusal = (code: string, zh: string, en: string, clause?: string): Refusal => ({
  code: `team/${code}`,
  text: text(zh, en),
  ...(clause === undefined ? {} : { clause }),
});

export const noPerson = refusal('no-person', '须由个人办理。', 'A person has to do this.');
export const notUndertaken = refusal(
  'not-undertaken',
  '请先作出保密承诺。',
  'Undertake confidentiality first.',
  'final/29',
);
export const undertakenAlready = refusal('undertaken-already', '您已经作过承诺。', 'You have undertaken it already.');
export const memberRecused = refusal(
  'recused',
  '已经回避，不能参与，也不能再次点名。',
  'Whoever is recused takes no part and cannot be named again.',
);
export const ownCase = refusal(
  'own-case',
  '属于这个单位、或者代表它办理过事项的人，须回避。',
  'Whoever belongs to this company, or has acted for it in a matter, has to stay out of it.',
  'campaign/3.4',
);
export const notFree = refusal(
  'not-free',
  '有利益冲突的人不能发起。',
  'Whoever has a conflict of interest cannot begin it.',
  'campaign/3.4',
);
export const notAnOfficial = refusal(
  'not-an-official',
  '没有这个账号，或者不是主管部门的审核人员、负责人。',
  'There is no such account, or it is no reviewer or supervisor of an office.',
);
export const namedTwice = refusal('named-twice', '这个人已经点名。', 'This person is named already.');
export const notInTeam = refusal('not-in-team', '工作组里没有这个人。', 'Nobody of the team has this account.');
export const notHead = refusal('not-head', '只有工作组的负责人可以办理。', 'Only a head of the team may do this.');
export const lastHead = refusal(
  'last-head',
  '这是工作组最后一名负责人。请先另行点名一名负责人，待其承诺并声明。',
  'This is the last head of the team. Name another first, who undertakes and declares.',
);
export const tooFew = (wanted: number): Refusal =>
  refusal(
    'too-few',
    `已经承诺并声明的成员不足 ${wanted} 名，一个人不能单独办理。`,
    `Fewer than ${wanted} members have undertaken and declared. Nobody does this alone.`,
  );
