import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { Lookups, Prospect, ProspectQuery } from '../../engine/lookups.ts';
import { covers, levelOfPlace, type Actor } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import { keyOfProspect, queryIn, reasonsFor } from './query.ts';
import type { CampaignTarget } from './state.ts';

const keyOf = (name: string, service: string, number: string | undefined): string =>
  number ?? (service === '' ? name : `${name}／${service}`);

const isForm = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const techniqueOf = async (number: string, lookups: Lookups): Promise<string | undefined> => {
  const holder = await lookups.holderOfNumber(number);
  const filing = holder?.matter === undefined ? undefined : await lookups.matter('filing', holder.matter);
  const form = filing?.state['form'];
  return isForm(form) ? wordsIn(form, 'technique') || undefined : undefined;
};

/** What is known here of an entry of the list; nothing is known of a number that nobody holds. */
const resolved = async (entry: FormValues, lookups: Lookups): Promise<CampaignTarget | undefined> => {
  const written = wordsIn(entry, 'provider');
  const service = wordsIn(entry, 'service');
  const grade = wordsIn(entry, 'grade');
  const graded = grade === '' ? {} : { grade };
  if (/^\d{21}$/u.test(written)) {
    const holder = await lookups.ownerOfNumber(written);
    if (holder === undefined) return undefined;
    const technique = await techniqueOf(written, lookups);
    return {
      key: written,
      name: (await lookups.organisation(holder.owner))?.name ?? written,
      number: written,
      owner: holder.owner,
      place: holder.place,
      ...graded,
      ...(technique === undefined ? {} : { technique }),
    };
  }
  const provider = await lookups.providerNamed(written);
  // A name alone tells nothing of what is to be looked at where nobody of that name is registered.
  if (provider === undefined && service === '') return undefined;
  const filings = provider === undefined ? [] : await lookups.filingsOf(provider.id);
  return {
    key: keyOf(written, service, undefined),
    name: written,
    ...(service === '' ? {} : { service }),
    ...(provider === undefined ? {} : { owner: provider.id, place: provider.place }),
    ...(filings.some(({ status }) => status === 'filed') ? {} : { unfiled: true }),
    ...graded,
  };
};

/** Entries of a list with what is known of each, and what the search by the same conditions finds. */
export interface Candidates {
  readonly entries: readonly (CampaignTarget | undefined)[];
  /** Absent where no condition was set. */
  readonly search?: {
    readonly query: ProspectQuery;
    readonly found: ReadonlyMap<string, Prospect>;
    readonly more: boolean;
  };
}

/** What the search knows of a target counts, whatever was typed beside it. */
const fromSearch = (
  { query, found }: NonNullable<Candidates['search']>,
  entry: FormValues,
): CampaignTarget | undefined => {
  const prospect = wordsIn(entry, 'service') === '' ? found.get(wordsIn(entry, 'provider')) : undefined;
  const reasons = prospect === undefined ? undefined : reasonsFor(query, prospect);
  if (prospect === undefined || reasons === undefined) return undefined;
  const { name, owner, place, number, technique } = prospect;
  const grade = prospect.grade ?? wordsIn(entry, 'grade');
  return {
    key: keyOfProspect(prospect),
    name,
    owner,
    place,
    reasons,
    ...(number === undefined ? { unfiled: true } : { number }),
    ...(technique === undefined ? {} : { technique }),
    ...(grade === '' ? {} : { grade }),
  };
};

export const candidatesIn = async (values: FormValues, lookups: Lookups): Promise<Candidates> => {
  const query = queryIn(values);
  const answer = query === undefined ? undefined : await lookups.prospects(query);
  const search =
    query === undefined || answer === undefined
      ? undefined
      : { query, found: new Map(answer.items.map((each) => [keyOfProspect(each), each])), more: answer.more };
  const entries: (CampaignTarget | undefined)[] = [];
  for (const entry of entriesOf(values, 'targets'))
    entries.push((search && fromSearch(search, entry)) ?? (await resolved(entry, lookups)));
  return { entries, ...(search === undefined ? {} : { search }) };
};

/** What was found and is not taken: it stays in the campaign beside what was. */
export const leftOut = ({ search }: Candidates, known: readonly CampaignTarget[]): readonly string[] => {
  const taken = new Set(known.map(({ key }) => key));
  return [...(search?.found.keys() ?? [])].filter((key) => !taken.has(key));
};

const misfits = {
  place: ['不在所选地区', 'is not of the place chosen'],
  technique: ['不是所选算法类别', 'is not of a technique chosen'],
  grade: ['不是所选等级', 'is not of a grade chosen'],
  search: ['不在按条件查到的对象里', 'is not among what the conditions find'],
} as const;

/** Why a candidate does not fit what was asked for. Of what nobody knows, such as where an unregistered company is, nothing is asked. */
const misfit = (
  { place, techniques, grades, words, standing, complaints }: ProspectQuery,
  target: CampaignTarget,
): readonly [zh: string, en: string] | undefined => {
  if (target.reasons !== undefined) return undefined;
  if (place !== undefined && target.place !== undefined && !covers(levelOfPlace(place), place, target.place))
    return misfits.place;
  if (techniques !== undefined && target.number !== undefined && !techniques.includes(target.technique ?? ''))
    return misfits.technique;
  if (grades !== undefined && !grades.includes(target.grade ?? '')) return misfits.grade;
  // Who is not registered is named for just that, and no search finds them.
  const searched = words !== undefined || standing !== undefined || complaints !== undefined;
  return searched && target.owner !== undefined ? misfits.search : undefined;
};

const isOfOffice = (target: CampaignTarget, actor: Actor): boolean =>
  target.place === undefined ||
  (actor.kind === 'person' &&
    actor.membership?.kind === 'office' &&
    covers(actor.membership.level, actor.membership.place, target.place));

/** What keeps entries from the list: unknown or of another place, not as the query says, there already. */
export const targetRefusals = (
  { entries, search }: Candidates,
  known: readonly CampaignTarget[],
  actor: Actor,
): readonly Refusal[] => {
  const seen = new Set(known.map(({ key }) => key));
  return entries.flatMap((target, index): readonly Refusal[] => {
    const pointer = `/targets/${index}/provider`;
    if (target === undefined || !isOfOffice(target, actor))
      return [
        {
          code: 'campaign/unknown-target',
          pointer,
          text: text(
            '没有找到，或者不归你们管辖。没有登记的企业请写明服务名称。',
            'Not known here, or not of your place. Of a company that is not registered, name the service.',
          ),
        },
      ];
    if (seen.has(target.key))
      return [{ code: 'campaign/on-the-list', pointer, text: text('名单上已经有了。', 'It is on the list already.') }];
    seen.add(target.key);
    const why = search === undefined ? undefined : misfit(search.query, target);
    return why === undefined
      ? []
      : [
          {
            code: 'campaign/does-not-fit',
            pointer,
            text: text(`${target.key} ${why[0]}。`, `${target.key} ${why[1]}.`),
          },
        ];
  });
};

/** Whether somebody should have filed: named for a service that nothing is filed for, or without any filing that stands. */
export const isUnfiled = ({ number, service, unfiled }: CampaignTarget): boolean =>
  number === undefined && (service !== undefined || unfiled === true);
