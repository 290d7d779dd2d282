import { covers, levelOfPlace } from '../engine/party.ts';
import {
  mostProspects,
  type OrganisationFacts,
  type Prospect,
  type ProspectQuery,
  type Prospects,
} from '../engine/lookups.ts';
import type { KeptMatter } from './kept-matter.ts';

const isOf =
  (kind: string, owner: string) =>
  ({ definition, opened }: KeptMatter): boolean =>
    definition.kind === kind && opened.owner === owner;

const isEnded = ({ definition, state }: KeptMatter): boolean => definition.states[state.status]?.final === true;

const complaintsIn = (
  all: readonly KeptMatter[],
  owner: string,
  number: string | undefined,
  { complaints }: ProspectQuery,
): number =>
  complaints === undefined
    ? 0
    : all
        .filter(isOf('complaint', owner))
        .filter(({ definition, state }) => number === undefined || definition.summary(state).number === number)
        .filter(({ events: [first] }) => {
          const on = first?.meta.on ?? '';
          return on >= complaints.from && on <= complaints.until;
        }).length;

const fits = ({ words, place, techniques, grades, standing, complaints }: ProspectQuery, found: Prospect): boolean =>
  (words === undefined || `${found.name} ${found.title ?? ''}`.includes(words)) &&
  (place === undefined || covers(levelOfPlace(place), place, found.place)) &&
  (techniques === undefined || techniques.includes(found.technique ?? '')) &&
  (grades === undefined || grades.includes(found.grade ?? '')) &&
  (standing !== 'unfiled' || found.number === undefined) &&
  (standing !== 'filed' || found.number !== undefined) &&
  (standing !== 'ordered' || found.orders > 0) &&
  (complaints === undefined || found.complaints > complaints.over);

/** The same as the store answers, from what a test has put in. */
export const prospectsIn = (
  all: readonly KeptMatter[],
  organisations: readonly OrganisationFacts[],
  query: ProspectQuery,
): Prospects => {
  const items = organisations
    .filter(({ kind, registered }) => kind === 'provider' && registered)
    .flatMap(({ id, name, place }): readonly Prospect[] => {
      const own = {
        owner: id,
        name,
        place,
        orders: all.filter(isOf('rectification', id)).filter((each) => !isEnded(each)).length,
      };
      const filings = all.filter(isOf('filing', id)).filter(({ state }) => state.status === 'filed');
      return filings.length === 0
        ? [{ ...own, complaints: complaintsIn(all, id, undefined, query) }]
        : filings.map(({ definition, state }) => {
            const { number, title, technique, grade } = definition.summary(state);
            return {
              ...own,
              title,
              complaints: complaintsIn(all, id, number, query),
              ...(number === undefined ? {} : { number }),
              ...(technique === undefined ? {} : { technique }),
              ...(grade === undefined ? {} : { grade }),
            };
          });
    })
    .filter((found) => fits(query, found));
  return { items: items.slice(0, mostProspects), more: items.length > mostProspects };
};
