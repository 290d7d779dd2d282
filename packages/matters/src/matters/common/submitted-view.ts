import type { Audience } from '../../engine/party.ts';
import type { ReviewState } from './review.ts';

/** As `submittedView`, where the matter itself says whether the form was taken up again since it was last submitted; `previous` then holds the submitted one. */
export const reworkedView = <State extends ReviewState>(state: State, audience: Audience, reworked: boolean): State =>
  audience !== 'office' || !reworked || state.previous === undefined
    ? state
    : { ...state, form: state.previous, previous: undefined };

/**
 * Between a return and the next submission the form is the provider's own again, also when the matter ends before that: the office keeps seeing
 * what was last submitted to it. To be used as `seen` of the definition.
 */
export const submittedView = <State extends ReviewState>(state: State, audience: Audience): State =>
  reworkedView(state, audience, state.returned !== undefined);
