import type { CivilDate } from '@suanjian/rulebook';
import type { MatterId, OrganisationId } from '../engine/identity.ts';
import type { Lookups, OrganisationFacts } from '../engine/lookups.ts';
import { prospectsIn } from './in-memory-prospects.ts';
import type { KeptMatter } from './kept-matter.ts';
import { officeLevels, roles } from '../engine/party.ts';

export interface LookupSources {
  readonly matters: () => ReadonlyMap<MatterId, KeptMatter>;
  readonly organisations: ReadonlyMap<OrganisationId, OrganisationFacts>;
  readonly today: () => CivilDate;
}

const numberOf = ({ state }: KeptMatter): string | undefined =>
  'number' in state && typeof state.number === 'string' ? state.number : undefined;

/** Answers from what the test has put in so far; every uploaded file is there. */
export const inMemoryLookups = ({ matters, organisations, today }: LookupSources): Lookups => {
  const all = (): readonly KeptMatter[] => [...matters().values()];
  const filings = (): readonly KeptMatter[] => all().filter(({ definition }) => definition.kind === 'filing');
  return {
    organisation: async (id) => organisations.get(id),
    matter: async (kind, id) => {
      const found = matters().get(id);
      if (found === undefined || found.definition.kind !== kind) return undefined;
      return { id, kind, owner: found.opened.owner, place: found.opened.place, state: { ...found.state } };
    },
    openChildren: async (kind, parent) =>
      all()
        .filter(
          ({ definition, opened, state }) =>
            definition.kind === kind && opened.parent?.id === parent && definition.states[state.status]?.final !== true,
        )
        .map(({ id }) => id),
    openOn: async (parent) =>
      all()
        .filter(
          ({ definition, opened, state }) =>
            opened.parent?.id === parent && definition.states[state.status]?.final !== true,
        )
        .map(({ id, definition: { kind } }) => ({ kind, id })),
    openedOn: async (parents) =>
      all().flatMap(({ id, definition, opened, state: { status } }) =>
        opened.parent === undefined || !parents.includes(opened.parent.id)
          ? []
          : [
              {
                kind: definition.kind,
                id,
                parent: opened.parent.id,
                status,
                final: definition.states[status]?.final === true,
              },
            ],
      ),
    holderOfNumber: async (digits) => {
      const found = filings().find((filing) => numberOf(filing) === digits);
      return found === undefined ? undefined : { matter: found.id };
    },
    ownerOfNumber: async (digits) => {
      const found = filings().find((filing) => numberOf(filing) === digits);
      return found === undefined || found.opened.owner === null
        ? undefined
        : { owner: found.opened.owner, place: found.opened.place };
    },
    providerNamed: async (name) => {
      const found = [...organisations.values()].find(
        (each) => each.kind === 'provider' && each.registered && each.name === name,
      );
      return found === undefined ? undefined : { id: found.id, place: found.place };
    },
    industryBodyNamed: async (name) => {
      const found = [...organisations.values()].find((each) => each.kind === 'industry-body' && each.name === name);
      return found === undefined ? undefined : { id: found.id, place: found.place };
    },
    standing: async (kind, owner) => {
      const found = all().findLast(
        ({ definition, opened, state }) =>
          definition.kind === kind && opened.owner === owner && definition.states[state.status]?.final !== true,
      );
      return found === undefined
        ? undefined
        : { id: found.id, kind, owner, place: found.opened.place, state: { ...found.state } };
    },
    mattersOf: async (kind, owner) =>
      all()
        .filter(({ definition, opened }) => definition.kind === kind && opened.owner === owner)
        .map(({ id, opened, state }) => ({ id, kind, owner, place: opened.place, state: { ...state } })),
    prospects: async (query) => prospectsIn(all(), [...organisations.values()], query),
    recentOpenings: async () => 0,
    filingsOf: async (owner) =>
      filings()
        .filter(({ opened }) => opened.owner === owner)
        .map((filing) => {
          const number = numberOf(filing);
          return {
            id: filing.id,
            title: filing.definition.summary(filing.state).title,
            status: filing.state.status,
            ...(number === undefined ? {} : { number }),
          };
        }),
    // Accounts of the test actors end in their roles.
    rolesIn: async (account) => roles.filter((role) => account.includes(role)),
    // Accounts of officials begin with level and place.
    officePosts: async (account) => {
      const [level = '', place = ''] = account.split('-');
      const found = officeLevels.find((each) => each === level);
      return found === undefined
        ? []
        : [
            {
              organisation: `office-${place}` as OrganisationId,
              level: found,
              place,
              department: 'network',
              roles: roles.filter((role) => account.includes(role)),
            },
          ];
    },
    hasActedFor: async (account, organisation) =>
      account.startsWith(`${organisation}-`) ||
      all().some(
        ({ opened, events }) =>
          opened.owner === organisation &&
          events.some(
            ({ meta: { actor } }) =>
              actor.kind === 'person' && actor.account === account && actor.organisation === organisation,
          ),
      ),
    holdersOf: async () => [],
    nextSerial: async (subjectCode, typeCode) =>
      1 +
      Math.max(
        0,
        ...filings().flatMap((filing) => {
          const number = numberOf(filing);
          return number !== undefined && number.slice(6, 15) === `${subjectCode}${typeCode}`
            ? [Number(number.slice(17, 20))]
            : [];
        }),
      ),
    freeSubjectCode: async () =>
      String(9_000_001 + [...organisations.values()].filter(({ subjectCode }) => subjectCode !== undefined).length),
    holderOfCreditCode: async (creditCode) =>
      [...organisations.values()].find((organisation) => organisation.creditCode === creditCode)?.id,
    missingAttachments: async () => [],
    bundleFindings: async () => undefined,
    provedByLog: async () => 'unknown-key',
    today,
  };
};
