import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { Lookups } from '../../engine/lookups.ts';
import { covers, type Actor } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
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
  return {
    key: keyOf(written, service, undefined),
    name: written,
    ...(service === '' ? {} : { service }),
    ...(provider === undefined ? {} : { owner: provider.id, place: provider.place }),
    ...graded,
  };
};

export type Candidates = readonly (CampaignTarget | undefined)[];

export const candidatesIn = (values: FormValues, lookups: Lookups): Promise<Candidates> =>
  Promise.all(entriesOf(values, 'targets').map((entry) => resolved(entry, lookups)));

const chosen = (values: FormValues, name: string): readonly unknown[] => {
  const value = values[name];
  return Array.isArray(value) ? value : [];
};

const levelOfPlace = (place: string) => (place === '000000' ? 'nation' : place.endsWith('0000') ? 'province' : 'city');

/** Why a candidate does not fit what was asked for. What is not known of it fits no condition. */
const misfit = (query: FormValues, target: CampaignTarget): readonly [zh: string, en: string] | undefined => {
  const place = wordsIn(query, 'place');
  const techniques = chosen(query, 'techniques');
  const grades = chosen(query, 'grades');
  // Nobody knows where an unregistered company is, or what its unfiled service runs on: they are named for just that.
  if (place !== '' && target.place !== undefined && !covers(levelOfPlace(place), place, target.place))
    return ['不在所选地区', 'is not of the place chosen'];
  if (techniques.length > 0 && target.number !== undefined && !techniques.includes(target.technique))
    return ['不是所选算法类别', 'is not of a technique chosen'];
  if (grades.length > 0 && !grades.includes(target.grade)) return ['不是所选等级', 'is not of a grade chosen'];
  return undefined;
};

const isOfOffice = (target: CampaignTarget, actor: Actor): boolean =>
  target.place === undefined ||
  (actor.kind === 'person' &&
    actor.membership?.kind === 'office' &&
    covers(actor.membership.level, actor.membership.place, target.place));

/** What keeps entries from the list: unknown or of another place, not as the query says, there already. */
export const targetRefusals = (
  query: FormValues,
  candidates: Candidates,
  known: readonly CampaignTarget[],
  actor: Actor,
): readonly Refusal[] => {
  const seen = new Set(known.map(({ key }) => key));
  return candidates.flatMap((target, index): readonly Refusal[] => {
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
    const why = misfit(query, target);
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

/** Whether somebody should have filed: named for a service that nothing is filed for. */
export const isUnfiled = ({ number, service }: CampaignTarget): boolean =>
  number === undefined && service !== undefined;
