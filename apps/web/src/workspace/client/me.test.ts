import { describe, expect, it } from 'vitest';
import type { MembershipAnswer } from '@suanjian/contracts';
import { officeParty, providerParty } from '@suanjian/matters';
import { keepsRegister, mayOpen, meOf, type Me } from './me.ts';

const acting = (membership: Omit<MembershipAnswer, 'organisation' | 'name'>): Me =>
  meOf({
    kind: 'person',
    account: 'lin',
    actsFor: 'ours',
    memberships: [{ organisation: 'ours', name: '某单位', ...membership }],
    secondFactor: false,
    password: true,
  });
const office = (level: 'nation' | 'province' | 'city', place: string, ...roles: readonly string[]): Me =>
  acting({ kind: 'office', level, place, roles });

describe('what is offered to whom', () => {
  const revocation = { by: [officeParty(['province', 'nation'], 'supervisor')] };

  it('offers an opening to the side, the role, the level and the place it is for', () => {
    expect(mayOpen(office('province', '440000', 'supervisor'), revocation, '440300')).toBe(true);
    expect(mayOpen(office('nation', '000000', 'supervisor'), revocation, '440300')).toBe(true);
    expect(mayOpen(office('province', '440000', 'reviewer'), revocation, '440300')).toBe(false);
    expect(mayOpen(office('province', '110000', 'supervisor'), revocation, '440300')).toBe(false);
    expect(mayOpen(office('city', '440300', 'supervisor'), revocation, '440300')).toBe(false);
    expect(mayOpen(acting({ kind: 'provider', roles: ['supervisor'] }), revocation, '440300')).toBe(false);
    expect(mayOpen(acting({ kind: 'office', roles: ['supervisor'] }), revocation, '440300')).toBe(false);
  });

  it('asks a provider for its role only, and nobody who acts for no organisation', () => {
    const filing = { by: [providerParty('officer', 'editor')] };
    expect(mayOpen(acting({ kind: 'provider', roles: ['editor'] }), filing)).toBe(true);
    expect(mayOpen(acting({ kind: 'provider', roles: ['viewer'] }), filing)).toBe(false);
    const alone = meOf({ kind: 'person', account: 'lin', memberships: [], secondFactor: false, password: true });
    expect(mayOpen(alone, filing)).toBe(false);
  });

  it('offers the register to administrators of a national office', () => {
    expect(keepsRegister(office('nation', '000000', 'administrator'))).toBe(true);
    expect(keepsRegister(office('nation', '000000', 'supervisor'))).toBe(false);
    expect(keepsRegister(office('province', '440000', 'administrator'))).toBe(false);
    expect(keepsRegister(acting({ kind: 'provider', roles: ['administrator'] }))).toBe(false);
  });
});
