import { text, type Text } from '@suanjian/rulebook';
import type { GapFinding, GapRule } from './rule.ts';

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFKC').trim() : '');

const differs = (one: unknown, other: unknown): boolean =>
  wordsOf(one) !== '' && wordsOf(other) !== '' && wordsOf(one) !== wordsOf(other);

/** Fields of an assessment and of its filing that say the same thing. */
const pairs: readonly { readonly own: string; readonly filed: string; readonly what: Text }[] = [
  { own: 'algorithmName', filed: 'algorithmName', what: text('算法名称', 'The name of the algorithm') },
  { own: 'coverAlgorithmName', filed: 'algorithmName', what: text('封面的算法名称', 'The name on the cover') },
  { own: 'coverTechnique', filed: 'technique', what: text('封面的算法类型', 'The type on the cover') },
  { own: 'role', filed: 'role', what: text('角色', 'The role') },
  { own: 'version', filed: 'version', what: text('版本', 'The version') },
];

const differing = (own: string, what: Text): GapFinding => ({
  subject: own,
  pointers: [`/form/${own}`],
  clause: 'final/24.1',
  text: text(
    `${what.zh}与备案的不同。请改正；如果情况已变，先办理备案变更。`,
    `${what.en} differs from the filing. Mend it; where things have changed, file the change first.`,
  ),
});

/** An assessment that speaks of something else than what was filed. */
export const filingDiffers: GapRule = {
  name: 'filing-differs',
  title: text('与备案矛盾', 'Contradicts the filing'),
  grade: 'blocking',
  find: (form, { filing }) => {
    if (filing === undefined) return [];
    const { technique } = filing.form;
    const missed =
      typeof technique === 'string' && form.techniques !== undefined && !form.techniques.includes(technique)
        ? [differing('techniques', text('算法类型', 'The type of algorithm'))]
        : [];
    return [
      ...missed,
      ...pairs
        .filter(({ own, filed }) => differs(form[own], filing.form[filed]))
        .map(({ own, what }) => differing(own, what)),
    ];
  },
};
