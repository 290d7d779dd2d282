import type { OpenedOn } from '../../engine/definition.ts';

/** What an order to rectify may be opened on, besides standing alone. */
export const rectificationGrounds: readonly OpenedOn[] = [
  { kind: 'filing', from: ['filed'] },
  { kind: 'complaint', from: ['escalated', 'queried', 'decided'] },
  { kind: 'assessment', from: ['sent', 'read'] },
  { kind: 'inspection', from: ['closed'] },
  { kind: 'official-assessment', from: ['closed'] },
  { kind: 'self-inspection', from: ['submitted', 'accepted'] },
  { kind: 'violation-case', from: ['investigating', 'concluded', 'notified', 'heard', 'served'] },
];
