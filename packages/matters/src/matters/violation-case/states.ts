import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { CaseStatus } from './state.ts';

const inside = ['office'] as const;
/** The company sees a case once it has been told of it: `keptFrom` of the definition takes the rest back. */
const both = ['provider', 'office'] as const;
const office = { side: 'office', level: 'province' } as const;

const ending = (
  zh: string,
  en: string,
  meaning: readonly [string, string],
  tone: StateDefinition['tone'],
  visible: StateDefinition['visible'] = both,
): StateDefinition => ({ title: text(zh, en), meaning: text(...meaning), visible, final: true, tone });

export const states: Readonly<Record<CaseStatus, StateDefinition>> = {
  lead: {
    title: text('线索', 'Lead'),
    meaning: text(
      '由负责人决定是否立案，企业看不到。',
      'A supervisor decides whether to open the case. The company does not see it.',
    ),
    visible: inside,
    desk: office,
    tone: 'waiting',
  },
  investigating: {
    title: text('调查中', 'Under investigation'),
    meaning: text('由两名办案人员调查取证。', 'Two officers investigate and gather evidence.'),
    visible: both,
    desk: office,
    tone: 'working',
  },
  concluded: {
    title: text('调查终结', 'Investigation concluded'),
    meaning: text('会签之后由负责人决定告知还是结束。', 'Once countersigned, a supervisor gives notice or ends it.'),
    visible: both,
    desk: office,
    tone: 'working',
  },
  notified: {
    title: text('已告知，听取意见', 'Notice given'),
    meaning: text(
      '企业可以陈述、申辩，符合条件的可以要求听证。',
      'The company may state its case and, where open, ask for a hearing.',
    ),
    visible: both,
    desk: office,
    tone: 'waiting',
  },
  hearing: {
    title: text('听证已通知', 'Hearing announced'),
    meaning: text('等待听证举行。', 'Waits for the hearing.'),
    visible: both,
    desk: office,
    tone: 'waiting',
  },
  heard: {
    title: text('听证已举行', 'Heard'),
    meaning: text('法制审核之后根据笔录决定。', 'Decided on its record, after a legal review.'),
    visible: both,
    desk: office,
    tone: 'working',
  },
  decided: {
    title: text('已决定，待送达', 'Decided, to be served'),
    meaning: text('决定须在七个工作日内送达。', 'The decision is served within seven working days.'),
    visible: both,
    desk: office,
    tone: 'working',
  },
  served: {
    title: text('已送达，执行中', 'Served, being carried out'),
    meaning: text(
      '企业履行决定；复议和诉讼不停止执行。',
      'The company complies; review and litigation do not stop it.',
    ),
    visible: both,
    desk: { side: 'provider' },
    tone: 'bad',
  },
  closed: ending('已结案', 'Closed', ['处罚已经执行完毕。', 'Everything has been carried out.'], 'neutral'),
  dismissed: ending('不予立案', 'No case opened', ['线索没有立案。', 'Nothing came of the lead.'], 'neutral', inside),
  spared: ending(
    '不予处罚',
    'No penalty',
    ['依法不予处罚，并进行教育。', 'The law asks for no penalty; the company is admonished.'],
    'good',
  ),
  unproved: ending(
    '违法事实不成立',
    'Not established',
    ['事实不成立，不处罚。', 'The facts were not established, and there is no penalty.'],
    'good',
  ),
  transferred: ending(
    '移送司法机关',
    'Handed over to justice',
    ['涉嫌犯罪，已经移送。', 'It may be a crime and was handed over.'],
    'bad',
  ),
  referred: ending(
    '移送其他部门',
    'Referred',
    ['由有管辖权的部门办理。', 'The competent department has it.'],
    'neutral',
  ),
};
