import { describe, expect, it } from 'vitest';
import { filing } from '../matters/filing/definition.ts';
import { rectification } from '../matters/rectification/definition.ts';
import { revocation } from '../matters/revocation/definition.ts';
import { officePerson } from '../testing/actors.ts';
import { departmentOf } from './department.ts';
import type { OrganisationId } from './identity.ts';
import { audienceOf, isParty, type Actor, type Party } from './party.ts';

const ground = { owner: 'yunqi' as OrganisationId, place: '330106' };

const of = (department: string, actor: Actor): Actor =>
  actor.kind === 'person' && actor.membership?.kind === 'office'
    ? { ...actor, membership: { ...actor.membership, department } }
    : actor;

const may = (by: readonly Party[], actor: Actor): boolean => by.some((party) => isParty(actor, party, ground));

describe('an office is a department at a level over a place', () => {
  it.each([
    ['network', 'network'],
    ['示例省互联网信息办公室', 'network'],
    ['网信', 'network'],
    ['示例省通信管理局', 'telecom'],
    ['公安', 'police'],
    ['示例市市场监督管理局', 'market'],
    ['交通运输', 'other'],
    ['', 'other'],
  ])('“%s” is of the department %s', (name, department) => {
    expect(departmentOf(name)).toBe(department);
  });

  it.each([
    ['the nation sees everything', officePerson('nation', '000000', 'reviewer'), 'office'],
    ['a province sees its own', officePerson('province', '330000', 'reviewer'), 'office'],
    ['a city sees its own', officePerson('city', '330100', 'reviewer'), 'office'],
    ['another province sees nothing', officePerson('province', '440000', 'reviewer'), undefined],
    ['another city of the province sees nothing', officePerson('city', '330200', 'reviewer'), undefined],
    ['another department of its place sees it', of('market', officePerson('city', '330100', 'reviewer')), 'office'],
  ] as const)('%s', (_, actor, seen) => {
    expect(audienceOf(actor, ground)).toBe(seen);
  });

  const province = officePerson('province', '330000', 'reviewer', 'supervisor');
  const departments = ['network', 'telecom', 'police', 'market', 'other'];
  const allowed = (by: readonly Party[]) => departments.filter((department) => may(by, of(department, province)));

  it('filings and their revocation are the network department’s alone', () => {
    for (const command of ['forward', 'return', 'refuse'])
      expect(allowed(filing.commands[command]?.by ?? []), command).toEqual(['network']);
    expect(allowed(revocation.opening.by)).toEqual(['network']);
    // Of the right department, and of another place.
    expect(may(filing.commands['forward']?.by ?? [], officePerson('province', '440000', 'reviewer'))).toBe(false);
    expect(may(filing.commands['forward']?.by ?? [], officePerson('city', '330100', 'reviewer'))).toBe(false);
  });

  it('orders and corrections in its own field are every department’s', () => {
    expect(allowed(rectification.opening.by)).toEqual(departments);
  });
});
