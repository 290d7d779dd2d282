import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSubject, matterDefinitions, rolesOf, type Party, type Role } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { sidesOf } from '../testing/sides.ts';
import { createTestServer, type Caller, type TestServer } from '../testing/test-server.ts';
import { oneOfEach } from './prepared-matters.ts';

/** Who asks, and as what a definition may name them. Written out here, not taken from the engine. */
interface Asker {
  readonly name: string;
  readonly side: 'provider' | 'office' | 'operator' | 'public';
  readonly level?: 'nation' | 'province';
  readonly role?: Role;
  /** Sees the matter at all. */
  readonly concerned: boolean;
  /** Of which organisation, and which of its roles: 0 for the first. */
  readonly of: string;
  readonly turn: number;
  readonly caller: Caller;
}

const isNamed = (party: Party, { side, level, role }: Asker): boolean => {
  switch (party.side) {
    case 'provider':
      return side === 'provider' && role !== undefined && party.roles.includes(role);
    case 'office':
      return (
        side === 'office' &&
        role !== undefined &&
        party.roles.includes(role) &&
        level !== undefined &&
        party.levels.includes(level)
      );
    case 'operator':
    case 'public':
      return side === party.side;
    case 'matter':
    case 'clock':
    case 'applicant':
    // Nobody here is of one; the story of the four kinds asks a body and another.
    case 'industry-body':
      return false;
  }
};

/**
 * Who is asked for the n-th thing. Where roles decide, everybody who is concerned; a stranger is turned away whatever their role, so one of each
 * organisation in turn. What a store adds is who sees a matter at all, never what a role may do: on the second one everybody takes turns.
 */
const askedFor = (askers: readonly Asker[], thing: number, rolesDecide: boolean): readonly Asker[] =>
  askers.filter(({ of, concerned, turn }) => {
    const roles = askers.filter((other) => other.of === of).length;
    return (rolesDecide && concerned) || turn === thing % roles;
  });

withStores(({ kind: storeKind, open }) => {
  describe('every route, as every role and as a stranger', () => {
    let server: TestServer;
    let askers: Asker[];
    let matters: ReadonlyMap<string, string>;

    beforeAll(async () => {
      const store = await open();
      server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      const province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      matters = await oneOfEach(server, company, { province, nation });
      const elsewhere = await server.office('另一省', 'province', '110000', 'reviewer');
      const otherCompany = await server.provider('旁观', exampleSubject.place, 'officer');
      const each = (
        name: string,
        of: Caller,
        kind: 'provider' | 'office',
        concerned: boolean,
        level?: 'nation' | 'province',
      ): Asker[] =>
        rolesOf[kind].map((role, turn) => ({
          name: `${name} ${role}`,
          of: name,
          turn,
          side: kind,
          role,
          concerned,
          caller: server.colleague(of, role),
          ...(level === undefined ? {} : { level }),
        }));
      askers = [
        ...each('own company', company, 'provider', true),
        ...each('other company', otherCompany, 'provider', false),
        ...each('own province', province, 'office', true, 'province'),
        ...each('other province', elsewhere, 'office', false, 'province'),
        ...each('nation', nation, 'office', true, 'nation'),
        { name: 'public', of: 'public', turn: 0, side: 'public', concerned: false, caller: server.publicCaller },
      ];
      return () => server.close();
    });

    const rolesDecide = storeKind === 'embedded';
    const concernedBy = (kind: string, { concerned, side }: Asker): boolean =>
      concerned && (side === 'provider' || side === 'office') && sidesOf(kind).has(side);

    it('has a matter of every kind to try', () =>
      expect([...matters.keys()].sort(), 'prepare one of a new kind in `oneOfEach` of prepared-matters.ts').toEqual(
        matterDefinitions.map(({ kind }) => kind).sort(),
      ));

    it('asks somebody of every organisation for each thing, and everybody in turn', () => {
      const everybody = new Set(askers);
      for (let thing = 0; thing < Math.max(...Object.values(rolesOf).map(({ length }) => length)); thing += 1) {
        const asked = askedFor(askers, thing, false);
        expect(new Set(asked.map(({ of }) => of))).toEqual(new Set(askers.map(({ of }) => of)));
        for (const asker of asked) everybody.delete(asker);
      }
      expect([...everybody]).toEqual([]);
    });

    const kinds = matterDefinitions.map(({ kind }, thing) => [kind, thing] as const);
    it.each(kinds)('%s is read by its parties only', async (kind, thing) => {
      for (const asker of askedFor(askers, thing, rolesDecide))
        for (const path of ['', '/readings']) {
          const { statusCode } = await asker.caller.get(`/api/matters/${kind}/${matters.get(kind)}${path}`);
          const expected = asker.side === 'public' ? 401 : concernedBy(kind, asker) ? 200 : 404;
          expect(statusCode, `${asker.name} reads ${kind}${path}`).toBe(expected);
        }
    });

    it.each(kinds)('%s lists itself to its parties only', async (kind, thing) => {
      for (const asker of askedFor(askers, thing, rolesDecide)) {
        const answer = await asker.caller.get(`/api/matters?kind=${kind}`);
        if (asker.side === 'public') expect(answer.statusCode).toBe(401);
        else
          expect(
            answer
              .json()
              .items.map(({ id }: { id: string }) => id)
              .includes(matters.get(kind)),
            `${asker.name} lists ${kind}`,
          ).toBe(concernedBy(kind, asker));
      }
    });

    it.each(
      matterDefinitions
        .flatMap(({ kind, commands }) => Object.entries(commands).map((each) => [kind, ...each] as const))
        .map(([kind, name, command], thing) => [kind, name, thing, command] as const),
    )('%s/%s is for those whom the definition names', async (kind, name, thing, command) => {
      const hasRoute = command.by.some(({ side }) => side !== 'matter' && side !== 'clock');
      for (const asker of askedFor(askers, thing, rolesDecide)) {
        const { statusCode } = await asker.caller.post(`/api/matters/${kind}/${matters.get(kind)}/${name}`, {
          impossible: true,
        });
        const label = `${asker.name} gives ${kind}/${name}`;
        if (!hasRoute) expect(statusCode, label).toBe(404);
        else if (asker.side === 'public') expect(statusCode, label).toBe(401);
        else if (!concernedBy(kind, asker)) expect(statusCode, label).toBe(404);
        else if (command.by.some((party) => isNamed(party, asker))) {
          // Permitted: what stops it is the state, the desk it lies on, the missing reason or the nonsense in the input.
          if (command.ownDesk !== true) expect([409, 422], label).toContain(statusCode);
          else expect([403, 409, 422], label).toContain(statusCode);
        } else expect(statusCode, label).toBe(403);
      }
    });

    it('keeps everything under /api that is not for the public from the public', async () => {
      const forPublic = new Set([
        'GET /api/deadline',
        'GET /api/clauses',
        'GET /api/openapi.json',
        'POST /api/matters/correction',
        'POST /api/matters/complaint',
        'POST /api/matters/explanation',
        'POST /api/matters/appeal',
      ]);
      const document = server.app.swagger() as { paths: Record<string, Record<string, unknown>> };
      for (const [path, methods] of Object.entries(document.paths))
        for (const method of Object.keys(methods)) {
          const route = `${method.toUpperCase()} ${path}`;
          if (!path.startsWith('/api/') || forPublic.has(route)) continue;
          const url = path.replaceAll('{id}', matters.get('filing') ?? '').replaceAll('{hash}', '0'.repeat(64));
          const { statusCode } = await server.publicCaller.send({
            method: method === 'get' ? 'GET' : method === 'put' ? 'PUT' : method === 'delete' ? 'DELETE' : 'POST',
            url,
            ...(method === 'get' ? {} : { payload: '{}', headers: { 'content-type': 'application/json' } }),
          });
          expect([401, 404], route).toContain(statusCode);
        }
    });
  });
});
