import type { MatterId } from '../../engine/identity.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import type { Step, Walk } from '../../testing/walk.ts';
import { exampleSubject } from '../filing/definition.ts';
import { exampleHandover, exampleHash, exampleRequest, exampleStatement } from './examples.ts';

const chair = providerPerson('yunling', 'officer', 'editor', 'administrator');
const requester = officePerson('province', '440000', 'reviewer', 'supervisor');
const approvers = [
  officePerson('province', '440000', 'supervisor'),
  officePerson('nation', '000000', 'reviewer', 'supervisor'),
] as const;
const request = { ...exampleRequest, provider: exampleSubject.name };
const receipt = { fileHash: exampleHash, destroyBy: '2026-12-31' };
const destruction = { on: '2026-03-20', how: '消磁。', copies: true };

const approved = approvers.map((approver): Step => ['approve', {}, approver]);
const handedOver = (matter: MatterId): readonly Step[] => [
  ...approved,
  ['confirm-hold', { holding: { statement: exampleStatement(matter) } }, chair],
  ['hand-over', { handover: exampleHandover }, chair],
];
const received = (matter: MatterId): readonly Step[] => [...handedOver(matter), ['receive', { receipt }, requester]];

export const walk: Walk = {
  samples: {
    request: [request, { ...request, basis: 'other-law', law: '网络安全法', article: '第四十九条' }],
    holding: [{ statement: exampleStatement('another' as MatterId) }],
    handover: [exampleHandover],
    receipt: [receipt],
    destruction: [destruction],
  },
  leads: [
    () => [],
    () => approved,
    (matter) => handedOver(matter).slice(0, -1),
    handedOver,
    received,
    (matter) => [...received(matter), ['state-destruction', { destruction }, requester]],
  ],
  people: approvers.slice(0, 1),
};
