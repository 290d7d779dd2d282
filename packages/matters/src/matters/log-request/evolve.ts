import type { Evolve } from '../../engine/definition.ts';
import { deskEvolution } from '../common/desk.ts';
import type { LogRequestEvent, LogRequestState } from './state.ts';

const released = (state: LogRequestState): LogRequestState => ({ ...state, status: 'closed', hold: undefined });

export const evolve: Evolve<LogRequestState, LogRequestEvent> = {
  approved: (state, { by }, { on }) => ({
    ...state,
    status: 'approved-once',
    approvals: [...state.approvals, { account: by, on }],
  }),
  sent: (state) => ({ ...state, status: 'sent', hold: state.period }),
  dropped: (state) => ({ ...state, status: 'dropped' }),
  'hold-confirmed': (state, { holding, held }, { on }) => ({
    ...state,
    status: 'held',
    holding,
    held: { ...held, on },
  }),
  'handed-over': (state, { handover, handedOver }, { on }) => ({
    ...state,
    status: 'handed-over',
    handover,
    handedOver: { ...handedOver, on },
  }),
  returned: (state) => ({ ...state, status: 'held', handover: {}, handedOver: undefined }),
  received: (state, { destroyBy }, { on }) => ({ ...state, status: 'received', received: on, destroyBy }),
  undertaken: (state, { by }, { on }) => ({
    ...state,
    undertakings: [...state.undertakings, { account: by, on }],
  }),
  'extract-opened': (state, { by }, { on }) => ({ ...state, openings: [...state.openings, { account: by, on }] }),
  'destruction-stated': (state, { destruction, by }) => ({ ...state, destruction, statedBy: by }),
  destroyed: (state, { on }) => ({ ...state, status: 'destroyed', destroyedOn: on }),
  withdrawn: released,
  closed: released,
  ...deskEvolution<LogRequestState>(),
};
