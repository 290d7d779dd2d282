import { text, type EditionId } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { draftSchemaFor, shownValues, type FormValues } from '../../../engine/form.ts';
import type { AccountId } from '../../../engine/identity.ts';
import { providerParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { partOf, wordsIn } from '../../common/part.ts';
import type { ResponsibilityEvent, ResponsibilityState } from '../state.ts';
import { isOpenTag } from './evolution.ts';
import { barredWordForm, barredWordIn, isBarredKind, tagForm, whichTagForm } from './tags.ts';

const m = matterOf<ResponsibilityState, ResponsibilityEvent>();

const refusal = (code: string, pointer: string, zh: string, en: string): Refusal => ({
  code: `tag/${code}`,
  pointer,
  text: text(zh, en),
  clause: 'final/10',
});

/** Discriminatory tags are named by the draft alone; what is in force asks for fairness as a principle. */
const clauseAgainst = (kind: string, edition: EditionId): string =>
  edition === 'draft' ? 'draft/10' : kind === 'discriminatory' ? 'final/4' : 'final/10';

const unknown = refusal('unknown', '/which/tag', '词典里没有这个标签。', 'There is no such tag in the dictionary.');

/** The dictionary of tags about users, and the words that none may hold (final/10, draft/10). */
export const tagCommands = {
  'propose-tag': m.command<{ tag?: FormValues | undefined }>({
    title: text('提出标签', 'Propose a tag'),
    help: text(
      '违法和不良、带有歧视的，以及含有禁用词的，不能提出。',
      'Nothing illegal, undesirable or discriminatory, and nothing that holds a barred word.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['kept'],
    clauses: ['final/10', 'draft/10'],
    asks: { form: tagForm, at: 'tag' },
    input: z.strictObject({ tag: draftSchemaFor(tagForm).optional() }),
    decide: ({ tags, barredWords }, { tag }, { edition }) => {
      const values = shownValues(tagForm, partOf(tag));
      const consent = wordsIn(values, 'consent');
      const proposed = {
        tag: wordsIn(values, 'tag'),
        kind: wordsIn(values, 'kind'),
        meaning: wordsIn(values, 'meaning'),
        ...(consent === '' ? {} : { consent }),
      };
      const refusals: Refusal[] = [];
      if (isBarredKind(proposed.kind))
        refusals.push({
          ...refusal(
            'barred-kind',
            '/tag/kind',
            '这一类不能作为兴趣点或者用户标签。',
            'Nothing of this kind may be an interest or a tag.',
          ),
          clause: clauseAgainst(proposed.kind, edition),
        });
      const word = barredWordIn(proposed.tag, barredWords);
      if (word !== undefined)
        refusals.push(
          refusal('barred-word', '/tag/tag', `含有禁用词「${word}」。`, `It holds the barred word “${word}”.`),
        );
      if (tags.some(isOpenTag(proposed.tag)))
        refusals.push(refusal('there-already', '/tag/tag', '这个标签已经有了。', 'This tag is there already.'));
      return acceptUnless(refusals, { type: 'tag-proposed', ...proposed });
    },
  }),
  'approve-tag': m.command<{ which?: FormValues | undefined }, readonly AccountId[]>({
    title: text('批准标签', 'Approve a tag'),
    help: text('由提出人以外的负责人批准。', 'By an officer who did not propose it, unless there is no other.'),
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['final/10', 'draft/10'],
    asks: { form: whichTagForm, at: 'which' },
    input: z.strictObject({ which: draftSchemaFor(whichTagForm).optional() }),
    offered: ({ tags }) => tags.some(({ approvedOn, endedOn }) => approvedOn === undefined && endedOn === undefined),
    gather: ({ owner }, _input, lookups) =>
      owner === null ? Promise.resolve([]) : lookups.holdersOf('officer', owner),
    decide: ({ tags }, { which }, { actor, gathered: officers }) => {
      const tag = wordsIn(partOf(which), 'tag');
      const found = tags.find(isOpenTag(tag));
      if (found === undefined) return refuse(unknown);
      const account = actor.kind === 'person' ? actor.account : undefined;
      const refusals: Refusal[] = [];
      if (found.approvedOn !== undefined)
        refusals.push(refusal('approved-already', '/which/tag', '已经批准。', 'It is approved already.'));
      else if (account === found.proposedBy && officers.some((officer) => officer !== account))
        refusals.push(
          refusal(
            'own-work',
            '/which/tag',
            '这个标签由你提出，请另一位负责人批准。',
            'You proposed it yourself. Another officer has to approve it.',
          ),
        );
      return acceptUnless(refusals, { type: 'tag-approved', tag });
    },
  }),
  'retire-tag': m.command<{ which?: FormValues | undefined }>({
    title: text('停用标签', 'Retire a tag'),
    help: text('从今天起不再使用；记录保留。', 'It is used no more from today on; its entry is kept.'),
    by: [providerParty('officer')],
    from: ['kept'],
    asks: { form: whichTagForm, at: 'which' },
    input: z.strictObject({ which: draftSchemaFor(whichTagForm).optional() }),
    offered: ({ tags }) => tags.some(({ endedOn }) => endedOn === undefined),
    decide: ({ tags }, { which }) => {
      const tag = wordsIn(partOf(which), 'tag');
      return tags.some(isOpenTag(tag)) ? accept<ResponsibilityEvent>({ type: 'tag-retired', tag }) : refuse(unknown);
    },
  }),
  'bar-word': m.command<{ barred?: FormValues | undefined }>({
    title: text('禁用一个词', 'Bar a word'),
    help: text(
      '含有这个词的标签当天停用，以后不能再提出。',
      'Tags that hold it end today, and none can be proposed again.',
    ),
    by: [providerParty('officer')],
    from: ['kept'],
    clauses: ['final/10', 'draft/10'],
    asks: { form: barredWordForm, at: 'barred' },
    input: z.strictObject({ barred: draftSchemaFor(barredWordForm).optional() }),
    decide: ({ barredWords }, { barred }) => {
      const word = wordsIn(partOf(barred), 'word');
      return acceptUnless(
        barredWords.includes(word)
          ? [refusal('barred-already', '/barred/word', '这个词已经禁用。', 'It is barred already.')]
          : [],
        { type: 'word-barred', word },
      );
    },
  }),
};
