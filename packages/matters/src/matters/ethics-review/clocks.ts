import { text } from '@suanjian/rulebook';
import type { ClockChange, ClockDefinition } from '../../engine/definition.ts';
import { untilDate } from '../common/own-date.ts';
import type { EthicsReviewEvent, EthicsReviewState, FollowUp } from './state.ts';

const keyOf = ({ round, number }: Pick<FollowUp, 'round' | 'number'>): string => `${round}-${number}`;

const numbered = (state: EthicsReviewState, number: number): FollowUp | undefined =>
  state.followUp.find((each) => each.number === number);

/** Runs for each condition on the day that the committee has set; reporting it meets it, and where a report is returned the same day holds. */
const toFulfil: ClockDefinition<EthicsReviewState, EthicsReviewEvent> = {
  title: text('落实伦理审查的条件（委员会所定期限）', 'A condition of the ethics committee (day set by the committee)'),
  duty: { final: { clause: 'final/7' }, draft: { clause: 'opinions/4' } },
  bearer: 'provider',
  promised: (state, key) => {
    const found = state.followUp.find((each) => keyOf(each) === key);
    return found === undefined ? undefined : untilDate(found.set, found.due);
  },
  change: (event, state): readonly ClockChange[] | undefined => {
    const one = (change: (condition: FollowUp) => ClockChange, number: number): readonly ClockChange[] => {
      const found = numbered(state, number);
      return found === undefined ? [] : [{ ...change(found), key: keyOf(found) }];
    };
    switch (event.type) {
      case 'decided':
        return [
          // A new decision takes the place of what an earlier one asked for.
          ...state.replaced.map((condition): ClockChange => ({ change: 'lift', key: keyOf(condition) })),
          ...event.followUp.map((condition): ClockChange => ({
            change: 'start',
            event: condition.set,
            key: keyOf(condition),
          })),
        ];
      case 'reported':
        return one(() => ({ change: 'stop' }), event.condition);
      case 'report-returned':
        return one(({ set }) => ({ change: 'start', event: set }), event.condition);
      case 'closed':
        return state.followUp.map((condition): ClockChange => ({ change: 'lift', key: keyOf(condition) }));
      case 'opened':
      case 'composed':
      case 'declared':
      case 'recused':
      case 'chair-appointed':
      case 'deliberation-opened':
      case 'spoke':
      case 'voted':
      case 'report-accepted':
      case 'reopened':
      case 'assigned':
      case 'noted':
      case 'wrote':
        return undefined;
    }
  },
};

export const ethicsReviewClocks = { toFulfil };
