import { addDays } from '@suanjian/rulebook';
import { wordsOf } from '../stack/forms.ts';
import type { Matter, World } from '../stack/world.ts';

/** Matters in the states in which pages look different. */
export interface Scene {
  readonly registration: Matter;
  readonly waiting: Matter;
  readonly returned: Matter;
  readonly late: Matter;
  readonly filed: Matter & { readonly number: string };
  readonly change: Matter;
  /** Everything somebody wrote into it: what stands in Chinese on English pages too. */
  written(): readonly string[];
}

/** What readers look for: the page says it back. */
export const sought = { found: '晚风', many: '示例商店', nothing: '没有这样的词' } as const;

const words = {
  return: {
    fields: [{ pointer: '/form/disclosureMechanism', reason: '没有说明编辑怎样复审。' }],
    reason: '公示内容有一处不完整。',
  },
  letter: { text: '请问还需要补充什么？' },
  note: { text: '已电话联系。' },
  late: { algorithmName: '示例逾期短片排序算法' },
  change: { purpose: '让冷门而用心的短片也被看到。' },
} as const;

export const playScene = async (world: World): Promise<Scene> => {
  const { people, today, open, give, registration } = world;
  // Other tests see these matters in lists and choices.
  world.wrote(...wordsOf(words));
  const officer = await people.officer.session();
  const reviewer = await people.reviewer.session();
  const waiting = await world.submitted('示例待审短片排序算法');
  await give(officer, waiting, 'write', words.letter);
  await give(reviewer, waiting, 'note', words.note);
  const returned = await world.submitted('示例退回短片排序算法');
  await give(reviewer, returned, 'return', words.return);
  // Launched long ago and still not submitted: the provider's own clock has run out.
  const late = await open(officer, 'filing', {
    form: { ...words.late, technique: 'ranking-selection', launched: addDays(today, -40) },
  });
  const filed = await world.filed('示例已备短片排序算法');
  const change = await open(officer, 'change', {
    parent: filed.id,
    occurred: addDays(today, -1),
    reasons: ['purpose-changed'],
  });
  await give(officer, change, 'save', { form: words.change });
  return {
    registration,
    waiting,
    returned,
    late,
    filed,
    change,
    written: () => [...world.written(), ...wordsOf(sought)],
  };
};
