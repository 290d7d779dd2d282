import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { matterOf, type CommandContext } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { askingAt } from '../common/asking-at.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { entriesOf, partOf, wordsIn } from '../common/part.ts';
import {
  accountOf,
  isChair,
  notAMember,
  notTheChair,
  quorumRefusals,
  seatRefusal,
  sittingOf,
  votesOf,
} from './committee.ts';
import { conclusionForm, statementForm, voteForm } from './form.ts';
import { memberParty } from './member-party.ts';
import type { EthicsReviewEvent, EthicsReviewState, FollowUp, Outcome, Result } from './state.ts';
import { counted, dissentFrom, outcomeOf } from './tally.ts';

const m = matterOf<EthicsReviewState, EthicsReviewEvent>();

const mostStatements = 500;

const noVotes: Refusal = {
  code: 'ethics/no-votes',
  text: text('所有人都弃权，没有结果。', 'Everybody abstained; there is no outcome.'),
};

/** Conditions belong to an approval with conditions, and to nothing else. */
const conditionRefusals = (
  outcome: Outcome,
  conditions: readonly FormValues[],
  context: Pick<CommandContext<undefined>, 'today' | 'calendar'>,
): readonly Refusal[] => {
  const pointer = '/conclusion/conditions';
  if (outcome === 'conditional' && conditions.length === 0)
    return [
      {
        code: 'ethics/conditions-missing',
        pointer,
        text: text('表决结果是有条件同意，请写明条件。', 'The vote is for approval with conditions. Write them down.'),
      },
    ];
  if (outcome !== 'conditional' && conditions.length > 0)
    return [
      {
        code: 'ethics/conditions-not-voted',
        pointer,
        text: text(
          '表决结果不是有条件同意，不能附条件。',
          'The vote is not for approval with conditions; none can be set.',
        ),
      },
    ];
  return conditions.flatMap((condition, index) => {
    const due = asCivilDate(wordsIn(condition, 'due'));
    return due === undefined ? [] : ownDateRefusals(due, context.today, context, `${pointer}/${index}/due`);
  });
};

const resultOf = (state: EthicsReviewState, outcome: Outcome, on: CivilDate): Result => {
  const count = counted(votesOf(state));
  return {
    round: state.round,
    on,
    outcome,
    version: wordsIn(state.subject, 'version'),
    sitting: sittingOf(state).length,
    present: votesOf(state).length,
    ...count,
    dissent: dissentFrom(outcome, count),
  };
};

export const deliberationCommands = {
  speak: m.command<{ readonly statement: FormValues }>({
    title: text('发言', 'Make a statement'),
    help: text('只有没有回避的委员能看到。', 'Only members who take part can read it.'),
    by: [memberParty],
    from: ['deliberating'],
    ...askingAt('statement', statementForm),
    decide: (state, { statement }, { actor, today }) => {
      const member = accountOf(actor);
      const refusal = seatRefusal(state, actor);
      if (refusal !== undefined || member === undefined) return refuse(refusal ?? notAMember);
      const earlier = entriesOf(state.deliberation, 'statements');
      if (earlier.length >= mostStatements)
        return refuse({
          code: 'ethics/too-many-statements',
          text: text(`最多 ${mostStatements} 条发言。`, `There is room for ${mostStatements} statements.`),
        });
      const added = { member, round: state.round, on: today, statement: wordsIn(statement, 'statement') };
      return accept({ type: 'spoke', deliberation: { statements: [...earlier, added] } });
    },
  }),
  vote: m.command<{ readonly vote: FormValues }>({
    title: text('投票', 'Vote'),
    help: text('每位委员一票，计票之前可以改。', 'One vote each; it may be changed until the votes are counted.'),
    by: [memberParty],
    from: ['deliberating'],
    ...askingAt('vote', voteForm),
    decide: (state, { vote }, { actor }) => {
      const member = accountOf(actor);
      const refusal = seatRefusal(state, actor);
      if (refusal !== undefined || member === undefined) return refuse(refusal ?? notAMember);
      const others = entriesOf(state.ballots, 'ballots').filter(
        (ballot) => ballot['member'] !== member || ballot['round'] !== state.round,
      );
      const note = wordsIn(vote, 'note');
      const given = {
        member,
        round: state.round,
        choice: wordsIn(vote, 'choice'),
        ...(note === '' ? {} : { note }),
      };
      return accept({ type: 'voted', ballots: { ballots: [...others, given] } });
    },
  }),
  'close-vote': m.command<{ readonly conclusion: FormValues }>({
    title: text('计票并作出结论', 'Count the votes and conclude'),
    help: text(
      '由主任委员办理。超过半数且至少三名委员投票才能计票（系统默认设置），以所投票的过半数为结果，没有过半数同意的不予通过。',
      'Done by the chair. More than half of those who take part, and three at least, must have voted (a policy default of this system); more than half of the votes cast decide, and without a majority it is not approved.',
    ),
    by: [memberParty],
    from: ['deliberating'],
    to: ['approved', 'conditional', 'rejected'],
    clauses: ['final/7', 'opinions/4'],
    ...askingAt('conclusion', conclusionForm),
    decide: (state, { conclusion }, context) => {
      if (!isChair(state, context.actor)) return refuse(notTheChair);
      const given = votesOf(state);
      const lacking = quorumRefusals(sittingOf(state).length, given.length);
      const [quorum] = lacking;
      if (quorum !== undefined) return refuse(quorum);
      const outcome = outcomeOf(counted(given));
      if (outcome === undefined) return refuse(noVotes);
      const values = partOf(conclusion);
      const conditions = entriesOf(values, 'conditions');
      const followUp = conditions.map((condition, index): FollowUp => ({
        round: state.round,
        number: index + 1,
        set: context.today,
        due: wordsIn(condition, 'due') as CivilDate,
        standing: 'open',
      }));
      return acceptUnless(conditionRefusals(outcome, conditions, context), {
        type: 'decided',
        result: resultOf(state, outcome, context.today),
        conclusion: values,
        followUp,
      });
    },
  }),
};
