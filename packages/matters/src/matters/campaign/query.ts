import { asCivilDate, text, type Text } from '@suanjian/rulebook';
import { placeOf, techniques } from '@suanjian/register';
import type { FormValues } from '../../engine/form.ts';
import type { Prospect, ProspectQuery } from '../../engine/lookups.ts';
import { covers, levelOfPlace } from '../../engine/party.ts';
import { optionLabel, optionsFrom } from '../common/fields.ts';
import { numberIn, wordsIn } from '../common/part.ts';

const chosen = (values: FormValues, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
};

const standings = ['unfiled', 'filed', 'ordered'] as const;

const complaintsIn = (values: FormValues): Pick<ProspectQuery, 'complaints'> => {
  const over = numberIn(values, 'complaintsOver');
  const [from, until] = [
    asCivilDate(wordsIn(values, 'complaintsFrom')),
    asCivilDate(wordsIn(values, 'complaintsUntil')),
  ];
  return over === undefined || from === undefined || until === undefined ? {} : { complaints: { over, from, until } };
};

/** What the form of a search asks for. @returns undefined where it sets no condition */
export const queryIn = (values: FormValues): ProspectQuery | undefined => {
  const [words, place] = [wordsIn(values, 'words'), wordsIn(values, 'place')];
  const [kinds, grades] = [chosen(values, 'techniques'), chosen(values, 'grades')];
  const standing = standings.find((each) => each === values['standing']);
  const query: ProspectQuery = {
    ...(words === '' ? {} : { words }),
    ...(place === '' ? {} : { place }),
    ...(kinds.length === 0 ? {} : { techniques: kinds }),
    ...(grades.length === 0 ? {} : { grades }),
    ...(standing === undefined ? {} : { standing }),
    ...complaintsIn(values),
  };
  return Object.keys(query).length === 0 ? undefined : query;
};

/** Why something was found: the condition, and what was found of it. */
export interface TargetReason {
  readonly condition: 'words' | 'place' | 'technique' | 'grade' | 'unfiled' | 'filed' | 'ordered' | 'complaints';
  readonly found: string;
}

type Judged = TargetReason | 'misfit' | undefined;

const judge = (asked: boolean, fits: boolean, condition: TargetReason['condition'], found: string | number): Judged =>
  asked ? (fits ? { condition, found: String(found) } : 'misfit') : undefined;

/** Why a company or filing fits what was asked for, one reason for each condition. @returns undefined where one of them does not fit */
export const reasonsFor = (query: ProspectQuery, found: Prospect): readonly TargetReason[] | undefined => {
  const { words, place, techniques: kinds, grades, standing, complaints } = query;
  const named = [found.name, found.title ?? ''].find((name) => words !== undefined && name.includes(words));
  const judged: readonly Judged[] = [
    judge(words !== undefined, named !== undefined, 'words', named ?? ''),
    judge(
      place !== undefined,
      place !== undefined && covers(levelOfPlace(place), place, found.place),
      'place',
      found.place,
    ),
    judge(kinds !== undefined, kinds?.includes(found.technique ?? '') === true, 'technique', found.technique ?? ''),
    judge(grades !== undefined, grades?.includes(found.grade ?? '') === true, 'grade', found.grade ?? ''),
    judge(standing === 'unfiled', found.number === undefined, 'unfiled', ''),
    judge(standing === 'filed', found.number !== undefined, 'filed', found.number ?? ''),
    judge(standing === 'ordered', found.orders > 0, 'ordered', found.orders),
    judge(
      complaints !== undefined,
      complaints !== undefined && found.complaints > complaints.over,
      'complaints',
      found.complaints,
    ),
  ];
  return judged.includes('misfit') ? undefined : judged.filter((each) => typeof each === 'object');
};

const techniqueOptions = optionsFrom(techniques);

/** A reason in words. */
export const reasonText = ({ condition, found }: TargetReason): Text => {
  switch (condition) {
    case 'words':
      return text(`名称“${found}”`, `called “${found}”`);
    case 'place':
      return placeOf(found)?.fullName ?? text(`地区 ${found}`, `place ${found}`);
    case 'technique': {
      const label = optionLabel(techniqueOptions, found);
      return text(label.zh, label.en.toLowerCase());
    }
    case 'grade':
      return text(`${found} 级`, `grade ${found}`);
    case 'unfiled':
      return text('没有有效备案', 'nothing filed');
    case 'filed':
      return text('已有备案', 'has a filing');
    case 'ordered':
      return text(`有 ${found} 件整改没有办完`, `${found} orders not ended`);
    case 'complaints':
      return text(`期间投诉 ${found} 件`, `${found} complaints in the period`);
  }
};

/** What a search finds, as the list of a campaign would name it. */
export const keyOfProspect = ({ number, name }: Pick<Prospect, 'number' | 'name'>): string => number ?? name;
